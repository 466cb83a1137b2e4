import type { Point } from '@peilglas/model';
import { stackHeights } from './stack-heights.js';
import { alignPoints, timeAxis, type TimeAxis } from './time-axis.js';
import type { DrawingRoom, TrendInput, TrendLine } from './trend-input.js';
import { valueAxis, type ValueAxis } from './value-axis.js';

/** What is drawn, whatever room there is for it. */
export type ScaledInput = Omit<TrendInput, keyof DrawingRoom>;

/** What of a drawing is the same at any size. */
export interface TrendScale {
  readonly axis: TimeAxis;
  /** Points of each line by place on the axis. */
  readonly rows: readonly (readonly (Point | undefined)[])[];
  /** Height of each figure in the drawing; null where there is none. */
  readonly heights: readonly (readonly (number | null)[])[];
  readonly values: ValueAxis;
}

export function trendScale({ lines, shape, indicator, references = [] }: ScaledInput): TrendScale {
  const axis = timeAxis(lines);
  const rows = lines.map((line) => alignPoints(line.points, axis));
  const figures = rows.map((row) => row.map((point) => point?.observation.value ?? null));
  const heights = shape === 'stacked' ? stackHeights(figures) : figures;
  const present = heights.flat().filter((height) => height !== null);
  // One or two figures show no development that could be told from nearby.
  const develops = figures.some((row) => row.filter((value) => value !== null).length > 2);
  const bounds = shape === 'stacked' ? [] : lines.flatMap(boundsOf);
  const shown = [...present, ...references.map(({ value }) => value), ...bounds];
  return { axis, rows, heights, values: valueAxis(shown, shape !== 'line' || !develops, indicator.decimals) };
}

/** Whether the value axis starts at zero; where it does not, the element says so in words. */
export function axisStartsAtZero(input: ScaledInput): boolean {
  const { min, max } = trendScale(input).values;
  return min <= 0 && max >= 0;
}

function boundsOf({ margins }: TrendLine): readonly number[] {
  return [...(margins?.values() ?? [])].flatMap(({ lower, upper }) => [lower, upper]);
}
