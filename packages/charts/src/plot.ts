import type { Size } from './trend-input.js';

/**
 * Where the drawing puts its figures: what ECharts needs to draw them and what a pointer needs to find them again.
 * Margins in CSS pixels; `x` in places on the time axis; `y` in the indicator's unit.
 */
export interface Plot {
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly x: { readonly min: number; readonly max: number };
  readonly y: { readonly min: number; readonly max: number };
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

/** Pixel of a figure on the value axis. */
export function plotY(plot: Plot, size: Size, value: number): number {
  const { margin, y } = plot;
  return size.height - margin.bottom - ((value - y.min) / (y.max - y.min)) * (size.height - margin.top - margin.bottom);
}

/** Pixel of a figure, or of its place on the bottom of the plot where there is none; null outside the drawing. */
export function plotPosition(plot: Plot, size: Size, { line, index }: PlotPlace): PlotPosition | null {
  const drawn = plot.lines[line];
  const height = drawn?.heights[index];
  if (!drawn || height === undefined) return null;
  return { x: plotX(plot, size, index + drawn.shift), y: plotY(plot, size, height ?? plot.y.min) };
}

/** The place nearest to a pixel: the nearest period, and of the lines with a figure there the nearest one. */
export function nearestPlace(plot: Plot, size: Size, at: PlotPosition): PlotPlace | null {
  const count = plot.lines[0]?.heights.length ?? 0;
  if (count === 0) return null;
  const index = Math.min(count - 1, Math.max(0, Math.round(placeAt(plot, size, at.x))));
  const distances = plot.lines.map((drawn, line) => {
    const position = plotPosition(plot, size, { line, index });
    const missing = (drawn.heights[index] ?? null) === null;
    if (!position || missing) return Infinity;
    return Math.hypot(position.x - at.x, position.y - at.y);
  });
  const nearest = distances.indexOf(Math.min(...distances));
  return { line: Math.max(0, nearest), index };
}

function placeAt({ margin, x }: Plot, size: Size, pixel: number): number {
  const width = size.width - margin.left - margin.right;
  return x.min + ((pixel - margin.left) / width) * (x.max - x.min);
}
