/**
 * The palettes as tokens.styles.ts of elements, charts and map computes them in CSS, here in numbers: what a test can look
 * at for hundreds of accents. That browsers come to the same colours is a test of its own.
 */
import {
  clampRgb,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagLuminance,
  type Color,
  type Lch,
  type Rgb,
} from 'culori';

const lch = converter('lch');
const rgb = converter('rgb');
const linear = converter('lrgb');

/** Steps, chroma and hue of categories 2 to 8, on light grounds and on dark ones. */
const ladder = [
  { light: [18.5, 50, 70], dark: [16.9, 67, 108] },
  { light: [17.9, 34, 200], dark: [15.6, 33, 138] },
  { light: [16.8, 57, 300], dark: [20, 60, 290] },
  { light: [11, 26, 259], dark: [27.1, 17, 228] },
  { light: [14.1, 12, 86], dark: [15, 12, 5] },
  { light: [22.9, 10, 20], dark: [26.4, 11, 88] },
  { light: [12.7, 16, 359], dark: [24.9, 45, 119] },
] as const;

/** Lightness, and the share of the accent's chroma. */
const sequence = [
  [96, 0.09],
  [82, 0.35],
  [67, 0.65],
  [46, 0.9],
  [24, 0.7],
] as const;

const clamp = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));
const shown = (colour: Color): Rgb => rgb(clampRgb(colour));

/** What an accent becomes on a ground. */
export function accentOn(accent: string, ground: string): Rgb {
  const { l, c, h } = accentLch(accent, ground);
  return shown({ mode: 'lch', l, c, ...(h !== undefined && { h }) });
}

function accentLch(accent: string, ground: string): Lch {
  const given = lch(accent);
  const alpha = (1 + wcagLuminance(ground)) / 2;
  const dark = (0.59 - alpha) * 1e4;
  const l = clamp(Math.min(1000 * alpha - 445, dark), given?.l ?? 0, Math.max(60 * alpha - 11.5, dark));
  return { mode: 'lch', l, c: (given?.c ?? 0) * Math.min(1, l / Math.max(given?.l ?? 1, 1e-6)), h: given?.h ?? 0 };
}

/** Eight categories, the accent first. */
export function categories(accent: string, ground: string): readonly Rgb[] {
  const isDark = wcagLuminance(ground) < 0.18;
  const floor = isDark ? 52 : 17;
  const place = clamp(0, accentLch(accent, ground).l - floor, 42);
  const others = ladder.map((slot) => {
    const [step, c, h] = isDark ? slot.dark : slot.light;
    return shown({ mode: 'lch', l: floor + ((place + step) % 42), c, h });
  });
  return [accentOn(accent, ground), ...others];
}

/** Five classes from light to dark. */
export function sequential(accent: string): readonly Rgb[] {
  const { c = 0, h = 0 } = lch(accent) ?? {};
  return sequence.map(([l, share]) => shown({ mode: 'lch', l, c: share * Math.min(c, 50), h }));
}

/** Lightness and chroma of the arms of a diverging palette, from the outside in; between them lies a light grey. */
const arm = [
  [36, 44],
  [58, 48],
  [80, 32],
] as const;

/** Seven steps: from ochre, or from blue for an accent that is warm itself, over a light middle to the accent's hue. */
export function diverging(accent: string): readonly Rgb[] {
  const { h = 0 } = lch(accent) ?? {};
  const across = Math.abs(h - 250) < 95 ? 85 : 265;
  const side = (hue: number): readonly Rgb[] => arm.map(([l, c]) => shown({ mode: 'lch', l, c, h: hue }));
  return [...side(across), shown({ mode: 'lch', l: 95, c: 2, h }), ...side(h).toReversed()];
}

export const visions = ['normal', 'protan', 'deutan', 'tritan'] as const;
type Vision = (typeof visions)[number];

const filters = {
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
};

/** Machado, Oliveira and Fernandes (2009), whose matrices are for linear light; culori applies them to what it is given. */
function seenWith(vision: Vision, colour: Rgb): Rgb {
  if (vision === 'normal') return colour;
  const { r, g, b } = linear(colour);
  const filtered = filters[vision]({ mode: 'rgb', r, g, b });
  return shown({ mode: 'lrgb', r: filtered.r, g: filtered.g, b: filtered.b });
}

const difference = differenceCiede2000();

/** The smallest difference (CIEDE2000) between any two colours. */
export function closest(colours: readonly Rgb[], vision: Vision): number {
  const seen = colours.map((colour) => seenWith(vision, colour));
  return Math.min(...seen.flatMap((one, index) => seen.slice(0, index).map((other) => difference(one, other))));
}

/** Seeded accents: the same in every run, as `#rrggbb`. Numerical Recipes' linear congruential generator. */
export function accents(count: number, seed = 2026): readonly string[] {
  let state = seed;
  const byte = (): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 24).toString(16).padStart(2, '0');
  };
  return Array.from({ length: count }, () => `#${byte()}${byte()}${byte()}`);
}
