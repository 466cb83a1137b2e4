import { parsePeriod } from './parse-period.js';
import { placeOfPeriod, type Period } from './period.js';
import type { SeriesBreak } from './publication.js';

/** The breaks that concern an indicator and start after `from`, up to and including `to`. Without `from`: all up to `to`. */
export function breaksBetween(
  breaks: readonly SeriesBreak[],
  indicator: string,
  from: Period | null,
  to: Period | null,
): readonly SeriesBreak[] {
  return breaks.filter((each) => {
    if (each.indicators !== null && !each.indicators.includes(indicator)) return false;
    const start = parsePeriod(each.period)?.start;
    if (start === undefined || to === null) return false;
    return start <= placeOfPeriod(to)[0] && (from === null || start > placeOfPeriod(from)[0]);
  });
}
