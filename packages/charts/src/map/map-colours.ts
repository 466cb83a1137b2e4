import type { AreaFill } from './map-input.js';

interface AreaColours {
  readonly fill: string;
  readonly border: string;
  /** Of a name on it. */
  readonly text: string;
  /** Around that name, so that no border crosses it. */
  readonly halo: string;
}

/** The pattern of areas without a figure, as the surface draws it. */
export const hatch = 'url(#hatch)';

/**
 * Colours of an area, as CSS variables that the element around the map defines. Light areas have a dark border and dark
 * ones a light border: between any two areas there is a line that stands out from one of them.
 */
export function coloursOf(fill: AreaFill): AreaColours {
  if (fill === 'outside') return { fill: 'var(--_surface)', border: 'var(--_control)', ...onSurface };
  if (fill === 'missing') return { fill: hatch, border: 'var(--_control)', ...onSurface };
  const isLight = fill < 3;
  const colour = `var(--_step-${fill + 1})`;
  return {
    fill: colour,
    border: isLight ? 'var(--_border-on-light)' : 'var(--_border-on-dark)',
    text: isLight ? 'var(--_text-on-light)' : 'var(--_text-on-dark)',
    halo: colour,
  };
}

const onSurface = { text: 'var(--_text)', halo: 'var(--_surface)' } as const;

/** Dark borders lie over light ones, and both over what has no figure. */
export function layerOf(fill: AreaFill): number {
  return typeof fill === 'string' ? 0 : fill < 3 ? 2 : 1;
}
