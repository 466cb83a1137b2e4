import { withGaps, type Point } from '@peilglas/model';
import { svg, type SVGTemplateResult } from 'lit';

/** Geometry of a sparkline in its own units; it is stretched to the width of the tile. */
export interface Sparkline {
  readonly path: string;
  /** Figures with a gap on either side, as lines of no length. */
  readonly lone: string;
  /** The last point, in units of the box. */
  readonly last: { readonly x: number; readonly y: number };
}

export const sparklineBox = { width: 200, height: 32 } as const;
const inset = 3;

/**
 * A path over the points, broken where a figure is missing; null with fewer than three figures. What is measured every
 * few years is joined all the same, as in a chart: between two measurements nothing is missing.
 */
export function sparkline(points: readonly Point[]): Sparkline | null {
  const values = withGaps(points).map((point) => point.observation.value);
  const figures = values.filter((value) => value !== null);
  if (figures.length < 3) return null;
  const low = Math.min(...figures);
  const range = Math.max(...figures) - low;
  const { width, height } = sparklineBox;
  const x = (index: number): number => inset + (index / Math.max(1, values.length - 1)) * (width - 2 * inset);
  // Without any change the line runs through the middle, not along the bottom.
  const y = (value: number): number =>
    range === 0 ? height / 2 : height - inset - ((value - low) / range) * (height - 2 * inset);
  const missing = (index: number): boolean => (values[index] ?? null) === null;
  const alone = values.filter((value, index) => value !== null && missing(index - 1) && missing(index + 1));
  const atIntervals = alone.length * 2 >= figures.length;
  let path = '';
  let lone = '';
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const at = `${round(x(index))} ${round(y(value))}`;
    if (missing(index - 1) && missing(index + 1)) lone += `M${at}h0.01`;
    if (atIntervals) path += `${path === '' ? 'M' : 'L'}${at}`;
    else if (!missing(index - 1) || !missing(index + 1)) path += `${missing(index - 1) ? 'M' : 'L'}${at}`;
  }
  const end = values.findLastIndex((value) => value !== null);
  return { path, lone, last: { x: round(x(end)), y: round(y(values[end] ?? 0)) } };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The marks inside the `<svg>`. The point is a line of no length, so that stretching does not flatten it. */
export function sparklineMarks({ path, lone, last }: Sparkline): SVGTemplateResult {
  return svg`<path class="line" d=${path} vector-effect="non-scaling-stroke"></path>
    <path class="lone" d=${lone} vector-effect="non-scaling-stroke"></path>
    <path class="last" d=${`M${last.x} ${last.y}h0.01`} vector-effect="non-scaling-stroke"></path>`;
}
