import { breaksBetween, type Point, type SeriesBreak } from '@peilglas/model';
import type { TimeAxis } from './time-axis.js';

/**
 * Places on the axis where a new method starts: as the publisher announced, or as a figure's own status says.
 * The first place has nothing before it that it could be compared with, so it is never one.
 */
export function breakPlaces(
  axis: TimeAxis,
  rows: readonly (readonly (Point | undefined)[])[],
  breaks: readonly SeriesBreak[],
  indicator: string,
): ReadonlySet<number> {
  const starts = axis.steps.flatMap(({ period }, index) => {
    const before = axis.steps[index - 1]?.period;
    if (index === 0) return [];
    const announced = period && before && breaksBetween(breaks, indicator, before, period).length > 0;
    return announced || rows.some((row) => row[index]?.observation.status === 'B') ? [index] : [];
  });
  return new Set(starts);
}
