import type { Pixel } from './project.js';
import type { PixelRing } from './pixel-rings.js';

/** Where a shape is widest near its middle: a place inside it to point at, and to write its name. */
export interface LabelPlace extends Pixel {
  /** Free width at this height. */
  readonly width: number;
  /** From the place to the shape's highest pixel. */
  readonly above: number;
  /** And to its lowest. */
  readonly below: number;
  /** Other places for a name, the best first and this one among them. */
  readonly spots: readonly Pixel[];
}

/** Heights that are looked at, as parts of the whole height. */
const heights = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.2, 0.8];

/** Among several parts the largest has the name. Null for a shape without rings. */
export function labelPlace(rings: readonly PixelRing[]): LabelPlace | null {
  const largest = rings.reduce<PixelRing>((best, ring) => (area(ring) > area(best) ? ring : best), rings[0] ?? []);
  const ys = largest.map(({ y }) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [first] = largest;
  if (!first) return null;
  const places = heights.flatMap((part) => {
    // Between the half pixels of the grid, so that no corner lies on the line.
    const y = top + part * (bottom - top) + 0.13;
    const chord = widestChord(rings, y);
    // Off the middle a chord must be clearly wider to be the better place.
    return chord ? [{ ...chord, y, worth: chord.width * (1 - 0.5 * Math.abs(part - 0.5)) }] : [];
  });
  places.sort((a, b) => b.worth - a.worth);
  const [best] = places;
  if (!best) return { ...first, width: 0, above: first.y - top, below: bottom - first.y, spots: [] };
  const { x, y, width } = best;
  return { x, y, width, above: y - top, below: bottom - y, spots: places };
}

/** Whether a text at a place, of this size, lies wholly inside. */
export function holdsText(rings: readonly PixelRing[], { x, y }: Pixel, width: number, height: number): boolean {
  return [-0.5, 0, 0.5].every((part) => {
    // As in `labelPlace`, off the grid.
    const crossings = crossingsAt(rings, y + part * height + 0.13);
    const before = crossings.filter((each) => each < x - width / 2).length;
    const within = crossings.length - before - crossings.filter((each) => each > x + width / 2).length;
    return within === 0 && before % 2 === 1;
  });
}

/** The widest part of a horizontal line that lies inside, by the even-odd rule. */
function widestChord(rings: readonly PixelRing[], y: number): { readonly x: number; readonly width: number } | null {
  const crossings = crossingsAt(rings, y);
  let best: { x: number; width: number } | null = null;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [start = 0, end = 0] = crossings.slice(index, index + 2);
    if (!best || end - start > best.width) best = { x: (start + end) / 2, width: end - start };
  }
  return best;
}

/** Where a horizontal line crosses borders, from left to right. */
function crossingsAt(rings: readonly PixelRing[], y: number): readonly number[] {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap((from, index) => {
      const to = ring[(index + 1) % ring.length] ?? from;
      if (from.y > y === to.y > y) return [];
      return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
    }),
  );
  return crossings.sort((a, b) => a - b);
}

/** Shoelace formula. */
function area(ring: PixelRing): number {
  const sum = ring.reduce((total, from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    return total + from.x * to.y - to.x * from.y;
  }, 0);
  return Math.abs(sum) / 2;
}
