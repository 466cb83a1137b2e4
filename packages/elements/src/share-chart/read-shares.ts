import type { ShareBar } from '@peilglas/charts';
import {
  deriveComposition,
  isRounded,
  SelectionError,
  type Cube,
  type Indicator,
  type Observation,
  type Point,
  type SeriesBreak,
} from '@peilglas/model';
import { formatPoint } from '@peilglas/text';
import type { Reading } from '../chart/chart-element.js';
import { nameIndicator } from '../shared/name-figures.js';
import { partsDimension } from './select-parts.js';

/** One whole: a region at a period. */
export interface Whole extends ShareBar {
  /** Code of the region; empty without one. */
  readonly code: string;
  readonly place: string;
  readonly point: Point;
  /** As published; null when it is not. */
  readonly total: Observation | null;
}

export interface Shares extends Reading {
  readonly parts: readonly string[];
  readonly wholes: readonly Whole[];
  /** The one region that all are about, and the one period; null when they are compared. */
  readonly region: string | null;
  readonly period: Point | null;
  readonly breaks: readonly SeriesBreak[];
}

/**
 * The wholes of a cube, a bar for each region and period, with their parts.
 * @throws SelectionError when the indicators that are parts differ in unit
 */
export function readShares(cube: Cube, wanted: { parts: string; whole: string | null }, lang: string): Shares {
  const dimension = partsDimension(cube, wanted.parts);
  const whole = wanted.whole ?? dimension.total;
  const codes = dimension.codes.filter((code) => code !== whole);
  // Regions that are parts are no wholes of their own.
  const geo = dimension.role === 'geo' ? null : cube.dimensionFor('geo');
  const measured = indicatorOf(cube, dimension.role === 'metric' ? codes : [], whole, lang);
  const regions = geo?.codes ?? [''];
  const around =
    !geo && whole !== null && dimension.role === 'geo' && dimension.has(whole) ? dimension.labelOf(whole) : '';
  const wholes = regions.flatMap((region): readonly Whole[] => {
    const place = geo && region ? geo.labelOf(region) : around;
    const at = geo ? { [geo.id]: region } : {};
    const series = (code: string): readonly Point[] => [...cube.series({ ...at, [dimension.id]: code })];
    const parts = codes.map(series);
    const totals = whole !== null && dimension.has(whole) ? series(whole) : null;
    return (parts[0] ?? []).map((point, period): Whole => {
      const observations = parts.flatMap((points) => points[period]?.observation ?? []);
      const total = totals?.[period]?.observation ?? null;
      const composition = deriveComposition(observations, total, measured, isRounded(cube.publication));
      return { code: region, place, point, label: '', observations, total, composition };
    });
  });
  // The last period of the own region is what sentence and source are about.
  const main = wholes.findLast(({ code }) => code === wholes[0]?.code);
  // By code: a province may be called as one of its municipalities.
  const isOneRegion = new Set(wholes.map(({ code }) => code)).size < 2;
  const isOnePeriod = new Set(wholes.map(({ point }) => point.code)).size < 2;
  const labelled = wholes.map((each) => ({ ...each, label: labelOf(each, isOneRegion, isOnePeriod, lang) }));
  return {
    indicator: measured,
    subject: measured,
    place: main?.place ?? '',
    point: main && { ...main.point, observation: main.total ?? main.point.observation },
    figure: main?.total ?? null,
    parts: codes.map((code) => dimension.labelOf(code)),
    wholes: labelled,
    region: isOneRegion ? (main?.place ?? null) : null,
    period: isOnePeriod ? (main?.point ?? null) : null,
    breaks: cube.publication.breaks,
  };
}

/** What the parts leave, as a share of the whole; null when that is nothing, or not known. */
export function restShare({ composition: { rest, whole } }: Whole): number | null {
  return rest !== null && whole !== null ? rest / whole : null;
}

/** What is measured: the indicator, or where indicators are the parts the one that is their whole, else all of them. */
function indicatorOf(cube: Cube, parts: readonly string[], whole: string | null, lang: string): Indicator {
  const metric = cube.dimensionFor('metric');
  const [first, ...others] = parts.map((code) => cube.indicator(code));
  const odd = others.find(({ unit }) => unit !== first?.unit);
  if (odd && metric) throw new SelectionError(metric.id, odd.code, `"${odd.label}" has another unit than the others`);
  return metric && first && whole !== null && metric.has(whole)
    ? nameIndicator(cube.slice({ [metric.id]: whole }), lang)
    : nameIndicator(cube, lang);
}

function labelOf({ place, point }: Whole, isOneRegion: boolean, isOnePeriod: boolean, lang: string): string {
  const period = formatPoint(point, lang);
  if (isOneRegion && isOnePeriod) return '';
  return isOneRegion ? period : isOnePeriod ? place : `${place}, ${period}`;
}
