import { comparePeriods, periodsBetween, withGaps, type Period, type Point } from '@peilglas/model';
import type { TrendLine } from './trend-input.js';

/** One place on the axis: a period (published by some line, or filled in between), or a code that is no period. */
export interface AxisStep {
  readonly code: string;
  readonly label: string;
  readonly period: Period | null;
  /** False for a period that nobody published, filled in so that time runs evenly. */
  readonly published: boolean;
}

/** The axis that all lines share. Positions along it are indexes into `steps`. */
export interface TimeAxis {
  readonly steps: readonly AxisStep[];
  /**
   * Whether the publisher measures at intervals (a survey every few years). What lies between two measurements is
   * then not missing, and a line may join them; each measurement is marked.
   */
  readonly atIntervals: boolean;
}

/** The periods of all lines in order, each once, with the periods that nobody published filled in. */
export function timeAxis(lines: readonly Pick<TrendLine, 'points'>[]): TimeAxis {
  const published = new Map<string, Point>();
  for (const point of lines.flatMap((line) => line.points)) {
    if (!published.has(stepKey(point))) published.set(stepKey(point), point);
  }
  const ordered = [...published.values()].sort((a, b) =>
    a.period && b.period ? comparePeriods(a.period, b.period) : Number(a.period === null) - Number(b.period === null),
  );
  const steps = withGaps(ordered).map((point) => {
    const { code, label, period } = point;
    return { code, label, period, published: published.get(stepKey(point)) === point };
  });
  return { steps, atIntervals: medianStep(ordered) > 1 };
}

/** The points of a line by place on the axis; undefined where the line has none. */
export function alignPoints(points: readonly Point[], axis: TimeAxis): readonly (Point | undefined)[] {
  const byKey = new Map(points.map((point) => [stepKey(point), point]));
  return axis.steps.map((step) => byKey.get(stepKey(step)));
}

/** Publishers write one period in several ways; the days it covers decide. */
function stepKey({ code, period }: Pick<AxisStep, 'code' | 'period'>): string {
  return period ? `${period.kind} ${period.start} ${period.end}` : code;
}

function medianStep(points: readonly Point[]): number {
  const steps = points.flatMap((point, index) => {
    const next = points[index + 1];
    const count = point.period && next?.period ? periodsBetween(point.period, next.period) : null;
    return count === null ? [] : [count];
  });
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
}
