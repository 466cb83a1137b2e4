import {
  parsePeriodSelection,
  resolvePeriods,
  samePeriod,
  stepPeriod,
  type Cube,
  type Indicator,
  type PeriodSelection,
  type Period,
  type Point,
  type Series,
} from '@peilglas/model';
import { nameIndicator } from '../shared/name-figures.js';

/** What a tile shows of one region. */
export interface TileFigure {
  /** Region label; empty for a table without regions. */
  readonly region: string;
  readonly point: Point;
}

export interface Tile extends TileFigure {
  readonly indicator: Indicator;
  /** The figure of the same kind of period to compare with, where there is one. */
  readonly previous: Point | undefined;
  /** All points of its kind of period up to and including the one shown, for the sparkline. */
  readonly history: readonly Point[];
  readonly comparisons: readonly TileFigure[];
}

/**
 * Reads a tile from a cube in which only region and time are left open; the first region is its own.
 * Null when the cube has no such period.
 */
export function readTile(cube: Cube, period: PeriodSelection, since: string | null, lang: string): Tile | null {
  const geo = cube.dimensionFor('geo');
  const seriesOf = (region: string | undefined): Series =>
    cube.series(geo && region !== undefined ? { [geo.id]: region } : {});
  const [own, ...others] = geo?.codes ?? [];
  const series = seriesOf(own);
  const point = pointOf(series, period);
  if (!point) return null;
  const all = series.alike(point);
  const labelOf = (code: string | undefined): string => (geo && code !== undefined ? geo.labelOf(code) : '');
  return {
    indicator: nameIndicator(cube, lang),
    region: labelOf(own),
    point,
    previous: since === null ? earlier(all, point) : pointIn(all, parsePeriodSelection(since)),
    history: all.slice(0, all.findIndex((each) => each.code === point.code) + 1),
    comparisons: others.flatMap((code) => {
      const other = seriesOf(code).find(point.code);
      return other ? [{ region: labelOf(code), point: other }] : [];
    }),
  };
}

function pointOf(series: Series, period: PeriodSelection): Point | undefined {
  if (period.kind === 'latest' || period.kind === 'all') return series.latest;
  return pointIn([...series], period);
}

/** The last of these that is meant. */
function pointIn(points: readonly Point[], period: PeriodSelection): Point | undefined {
  const meant = resolvePeriods(
    period,
    points.map(({ code }) => code),
  ).at(-1);
  return points.find(({ code }) => code === meant);
}

/** The same part of the year before, since figures of one year swing with the season; else the point before. */
function earlier(points: readonly Point[], point: Point): Point | undefined {
  const yearBefore = point.period && yearEarlier(point.period);
  const same = yearBefore && points.find((each) => each.period !== null && samePeriod(each.period, yearBefore));
  return same ?? points[points.findIndex((each) => each.code === point.code) - 1];
}

const stepsPerYear: Partial<Record<Period['kind'], number>> = { 'half-year': 2, quarter: 4, month: 12, week: 52 };

function yearEarlier(period: Period): Period {
  return stepPeriod(period, -(stepsPerYear[period.kind] ?? 1));
}
