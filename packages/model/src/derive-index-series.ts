import { breaksBetween } from './derive-breaks.js';
import { deriveIndex } from './derive-index.js';
import { samePeriod, type Period } from './period.js';
import type { SeriesBreak } from './publication.js';
import type { Observation } from './observation.js';
import type { Point } from './series.js';

/**
 * A series along time as index figures with the base period as 100. Figures that a break in the series parts from the
 * base are not comparable with it: they have no index, as what does not apply. Null when the base period has no figure,
 * or none above zero.
 */
export function deriveIndexSeries(
  points: readonly Point[],
  base: Period,
  indicator: string,
  breaks: readonly SeriesBreak[],
): readonly Point[] | null {
  const at = points.findIndex(({ period }) => period !== null && samePeriod(period, base));
  const divisor = points[at]?.observation;
  if (!divisor || (divisor.value ?? 0) <= 0) return null;
  const indexed = deriveIndex(
    points.map((point) => point.observation),
    divisor,
  );
  return points.map((point, index) => {
    const [from, to] = index < at ? [index, at] : [at, index];
    const announced = breaksBetween(breaks, indicator, points[from]?.period ?? null, points[to]?.period ?? null);
    const marked = points.slice(from + 1, to + 1).some(({ observation }) => observation.status === 'B');
    const broken = point.observation.value !== null && (announced.length > 0 || marked);
    return { ...point, observation: broken ? incomparable : (indexed?.[index] ?? point.observation) };
  });
}

const incomparable: Observation = { value: null, status: 'M', reason: 'not-applicable' };
