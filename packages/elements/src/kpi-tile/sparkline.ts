import { withGaps, type Point } from '@peilglas/model';
import { svg, type SVGTemplateResult } from 'lit';

/** Geometry of a sparkline in its own units; it is stretched to the width of the tile. */
export interface Sparkline {
  readonly path: string;
  /** The last point, in units of the box. */
  readonly last: { readonly x: number; readonly y: number };
}

export const sparklineBox = { width: 200, height: 32 } as const;
const inset = 3;

/** A path over the points, broken where a figure is missing; null with fewer than three figures. */
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
  const path = values
    .map((value, index) => {
      if (value === null) return '';
      const start = (values[index - 1] ?? null) === null;
      // A lone figure between gaps gets a length of its own, or it would not be drawn.
      const lone = start && (values[index + 1] ?? null) === null;
      return `${start ? 'M' : 'L'}${round(x(index))} ${round(y(value))}${lone ? 'h0.01' : ''}`;
    })
    .join('');
  const end = values.findLastIndex((value) => value !== null);
  return { path, last: { x: round(x(end)), y: round(y(values[end] ?? 0)) } };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The marks inside the `<svg>`. The point is a line of no length, so that stretching does not flatten it. */
export function sparklineMarks({ path, last }: Sparkline): SVGTemplateResult {
  return svg`<path class="line" d=${path} vector-effect="non-scaling-stroke"></path>
    <path class="last" d=${`M${last.x} ${last.y}h0.01`} vector-effect="non-scaling-stroke"></path>`;
}
