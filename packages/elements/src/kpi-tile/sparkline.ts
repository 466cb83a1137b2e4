import { breaksBetween, withGaps, type Point, type SeriesBreak } from '@peilglas/model';
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
 * A path over the points, broken where a figure is missing and where a series breaks; null with fewer than three figures. What
 * is measured every few years is joined all the same, as in a chart: between two measurements nothing is missing.
 */
export function sparkline(
  points: readonly Point[],
  indicator = '',
  breaks: readonly SeriesBreak[] = [],
): Sparkline | null {
  const places = withGaps(points);
  const values = places.map((point) => point.observation.value);
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
  // What was published without a figure is missing, also between measurements.
  const published = new Set(points);
  const runs: { readonly place: string; readonly isAlone: boolean }[][] = [];
  let before: Point | null = null;
  for (const [index, point] of places.entries()) {
    const { value, status } = point.observation;
    if (value === null) {
      if (!atIntervals || published.has(point)) before = null;
      continue;
    }
    const isNew = status === 'B' || breaksBetween(breaks, indicator, before?.period ?? null, point.period).length > 0;
    const drawn = { place: at(index, value), isAlone: alone(index) };
    if (before && !isNew) runs.at(-1)?.push(drawn);
    else runs.push([drawn]);
    before = point;
  }
  const dot = ({ place }: { readonly place: string }): string => `M${place}h0.01`;
  const end = runs.at(-1)?.at(-1);
  return {
    path: runs
      .filter(({ length }) => length > 1)
      .map((run) => `M${run.map(({ place }) => place).join('L')}`)
      .join(''),
    lone: runs.flatMap((run) => run.filter(({ isAlone }) => isAlone || run.length === 1).map(dot)).join(''),
    last: end ? dot(end) : '',
  };
}

/** The marks inside the `<svg>`. */
export function sparklineMarks({ path, lone, last }: Sparkline): SVGTemplateResult {
  return svg`<path class="line" d=${path} vector-effect="non-scaling-stroke"></path>
    <path class="lone" d=${lone} vector-effect="non-scaling-stroke"></path>
    <path class="last" d=${last} vector-effect="non-scaling-stroke"></path>`;
}
