import { withGaps, type Point } from '@peilglas/model';
import { svg, type SVGTemplateResult } from 'lit';

/** Geometry of a sparkline in its own units; it is stretched to the width of the tile. */
export interface Sparkline {
  readonly path: string;
  /** Figures with a gap on either side, as lines of no length: stretching does not flatten those. */
  readonly lone: string;
  /** The last figure, as a line of no length. */
  readonly last: string;
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
  const at = (index: number, value: number): string => {
    const x = inset + (index / (values.length - 1)) * (width - 2 * inset);
    // Without any change the line runs through the middle, not along the bottom.
    const y = height - inset - (range ? (value - low) / range : 0.5) * (height - 2 * inset);
    return x.toFixed(2) + ' ' + y.toFixed(2);
  };
  const missing = (index: number): boolean => (values[index] ?? null) === null;
  const alone = (index: number): boolean => missing(index - 1) && missing(index + 1);
  const atIntervals = values.filter((value, index) => value !== null && alone(index)).length * 2 >= figures.length;
  let path = '';
  let lone = '';
  let last = '';
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const place = at(index, value);
    last = `M${place}h0.01`;
    if (alone(index)) lone += last;
    if (atIntervals) path += `${path ? 'L' : 'M'}${place}`;
    else if (!alone(index)) path += `${missing(index - 1) ? 'M' : 'L'}${place}`;
  }
  return { path, lone, last };
}

/** The marks inside the `<svg>`. */
export function sparklineMarks({ path, lone, last }: Sparkline): SVGTemplateResult {
  return svg`<path class="line" d=${path} vector-effect="non-scaling-stroke"></path>
    <path class="lone" d=${lone} vector-effect="non-scaling-stroke"></path>
    <path class="last" d=${last} vector-effect="non-scaling-stroke"></path>`;
}
