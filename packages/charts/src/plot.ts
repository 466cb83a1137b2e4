import type { Size } from './trend-input.js';

/**
 * Where the drawing puts its figures: what ECharts needs to draw them and what a pointer needs to find them again.
 * Margins in CSS pixels; `x` in places on the time axis; `y` in the indicator's unit.
 */
export interface Plot {
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly x: { readonly min: number; readonly max: number };
  readonly y: { readonly min: number; readonly max: number };
  /** Places on the time axis that somebody published, in order; those between were filled in. */
  readonly places: readonly number[];
  readonly lines: readonly PlotLine[];
}

export interface PlotLine {
  readonly colour: string;
  /** Sideways shift of its bars, in places on the time axis. */
  readonly shift: number;
  /** Height of each figure in the drawing (a stacked one stands on those below it); null where there is none. */
  readonly heights: readonly (number | null)[];
}

export interface PlotPosition {
  readonly x: number;
  readonly y: number;
  /** Of a bar: how far above and below there is something to keep clear of. */
  readonly clear?: number;
}

export interface PlotPlace {
  readonly line: number;
  readonly index: number;
}

/** Pixel of a place on the time axis. */
export function plotX(plot: Plot, size: Size, index: number): number {
  const { margin, x } = plot;
  return margin.left + ((index - x.min) / (x.max - x.min)) * (size.width - margin.left - margin.right);
}

/** The place on the time axis that a pixel would be. */
export function placeAt({ margin, x }: Plot, size: Size, pixel: number): number {
  return x.min + ((pixel - margin.left) / (size.width - margin.left - margin.right)) * (x.max - x.min);
}

/** Pixel of a figure on the value axis. */
export function plotY(plot: Pick<Plot, 'margin' | 'y'>, size: Size, value: number): number {
  const { margin, y } = plot;
  return size.height - margin.bottom - ((value - y.min) / (y.max - y.min)) * (size.height - margin.top - margin.bottom);
}

/** The figure that a pixel on the value axis would be. */
export function valueAt({ margin, y }: Pick<Plot, 'margin' | 'y'>, size: Size, pixel: number): number {
  return y.min + ((size.height - margin.bottom - pixel) / (size.height - margin.top - margin.bottom)) * (y.max - y.min);
}

/** Pixel of a figure, or of its place on the bottom of the plot where there is none; null outside the drawing. */
export function plotPosition(plot: Plot, size: Size, { line, index }: PlotPlace): PlotPosition | null {
  const drawn = plot.lines[line];
  const height = drawn?.heights[index];
  if (!drawn || height === undefined) return null;
  return { x: plotX(plot, size, index + drawn.shift), y: plotY(plot, size, height ?? plot.y.min) };
}

/** The place nearest to a pixel: the nearest published period, and of the lines with a figure there the nearest one. */
export function nearestPlace(plot: Plot, size: Size, at: PlotPosition): PlotPlace | null {
  const index = nearest(plot.places, (place) => Math.abs(plotX(plot, size, place) - at.x));
  if (index === undefined) return null;
  const line = nearest([...plot.lines.keys()], (each) => {
    const position = plotPosition(plot, size, { line: each, index });
    const missing = (plot.lines[each]?.heights[index] ?? null) === null;
    return position && !missing ? Math.hypot(position.x - at.x, position.y - at.y) : Infinity;
  });
  return line === undefined ? null : { line, index };
}

/** The first of those with the least distance. */
function nearest(candidates: readonly number[], distance: (candidate: number) => number): number | undefined {
  return candidates.reduce<number | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  );
}
