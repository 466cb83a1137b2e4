import { comparePeriods, type Point } from '@peilglas/model';

/** Anything with points, such as the lines of a chart. */
export interface Pointed {
  readonly points: readonly Point[];
}

/** One row of a table of series: a period (or category) and the point of each series there, if it has one. */
export interface SeriesRow {
  readonly point: Point;
  readonly points: readonly (Point | undefined)[];
}

/** Rows over all series together, in order of time. */
export function rowsOf(series: readonly Pointed[]): readonly SeriesRow[] {
  const points = new Map(series.flatMap((each) => each.points.map((point) => [point.code, point] as const)));
  const byCode = series.map((each) => new Map(each.points.map((point) => [point.code, point])));
  return [...points.values()]
    .sort((a, b) => (a.period && b.period ? comparePeriods(a.period, b.period) : 0))
    .map((point) => ({ point, points: byCode.map((codes) => codes.get(point.code)) }));
}
