import { parsePeriod, type Period } from '@peilglas/model';
import type { Dimension } from '../../table.js';

/** Codes of one dimension of which the figures may add up to the figure of another. All by position. */
export interface Family {
  readonly whole: number;
  readonly parts: readonly number[];
  /** The manifest or the calendar says that nothing is missing among the parts. */
  readonly complete: boolean;
}

/** Every whole of a dimension with its parts: of the tree of parents, of the total, and of the calendar. */
export function familiesOf(dimension: Dimension): readonly Family[] {
  if (dimension.role === 'metric') return [];
  if (dimension.role === 'time') return calendarFamilies(dimension.codes.map(({ code }) => parsePeriod(code)));
  const { codes, total } = dimension;
  const families = codes.flatMap(({ code, complete = false }, whole): Family[] => {
    const parts = positions(codes, ({ parent }) => parent === code);
    return parts.length > 0 ? [{ whole, parts, complete: complete || code === total }] : [];
  });
  const whole = codes.findIndex(({ code }) => code === total);
  if (whole < 0 || families.some((family) => family.whole === whole)) return families;
  const parts = positions(codes, ({ code, parent }) => parent === undefined && code !== total);
  return [...families, { whole, parts, complete: true }];
}

function positions<T>(items: readonly T[], belongs: (item: T) => boolean): readonly number[] {
  return items.flatMap((item, position) => (belongs(item) ? [position] : []));
}

/** Half-years, quarters and months that fill a longer period; for each kind of part a family of its own. */
function calendarFamilies(periods: readonly (Period | null)[]): readonly Family[] {
  return periods.flatMap((period, whole): Family[] => {
    if (!period) return [];
    return (['half-year', 'quarter', 'month'] as const).flatMap((kind) => {
      const parts = positions(
        periods,
        (part) => part?.kind === kind && part.start >= period.start && part.end <= period.end && part !== period,
      );
      const days = parts.reduce((sum, part) => sum + length(periods[part]), 0);
      return parts.length > 1 && days === length(period) ? [{ whole, parts, complete: true }] : [];
    });
  });
}

function length(period: Period | null | undefined): number {
  return period ? period.end - period.start : 0;
}
