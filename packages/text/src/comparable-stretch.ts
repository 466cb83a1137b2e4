import { breaksBetween, parsePeriod, type Indicator, type Point, type SeriesBreak } from '@peilglas/model';
import { momentOf, momentOfPeriod } from './format-period.js';
import type { Moment } from './grammar.js';

/** The part of a series that may be compared: its figures since the last break. */
export interface Stretch {
  /** Points with a figure, in order. */
  readonly points: readonly Point[];
  readonly first: Point;
  readonly last: Point;
  /** From when on figures are comparable; null when there are no figures before. */
  readonly since: Moment | null;
}

/** The comparable stretch up to the last figure; null when no point has a figure. */
export function comparableStretch(
  points: readonly Point[],
  indicator: Indicator,
  breaks: readonly SeriesBreak[],
  lang: string,
): Stretch | null {
  const figures = points.filter(({ observation }) => observation.value !== null);
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return null;
  const own = figures
    .slice(1)
    .filter(({ observation }) => observation.status === 'B')
    .map((point) => ({ index: figures.indexOf(point), since: momentOf(point, null, lang) }));
  const announced = breaksBetween(breaks, indicator.code, first.period, last.period).flatMap(({ period }) => {
    const broken = parsePeriod(period);
    const index = figures.findIndex((each) => broken && each.period && each.period.start >= broken.start);
    return broken && index > 0 ? [{ index, since: momentOfPeriod(broken, lang) }] : [];
  });
  const { index, since } = [...own, ...announced].reduce<{ index: number; since: Moment | null }>(
    (latest, each) => (each.index >= latest.index ? each : latest),
    { index: 0, since: null },
  );
  return { points: figures.slice(index), first: figures[index] ?? first, last, since };
}
