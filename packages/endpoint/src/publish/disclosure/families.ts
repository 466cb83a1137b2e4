import { parsePeriod, type Period, type PeriodKind } from '@peilglas/model';
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

/**
 * Shorter periods that fill a longer one without overlap: years of a span, weeks or days of whatever they fill. For each kind of
 * part a family of its own, and one of different kinds where no kind does it alone.
 */
function calendarFamilies(periods: readonly (Period | null)[]): readonly Family[] {
  const startingAt = new Map<number, Step[]>();
  periods.forEach((period, position) => {
    if (!period) return;
    const steps = startingAt.get(period.start) ?? [];
    startingAt.set(period.start, [...steps, { position, ...period }]);
  });
  return periods.flatMap((period, whole): Family[] => {
    if (!period) return [];
    const fill = (kinds: readonly PeriodKind[]): readonly Family[] => {
      const parts = filling(period, startingAt, kinds);
      return parts ? [{ whole, parts, complete: true }] : [];
    };
    const families = periodKinds.flatMap((kind) => fill([kind]));
    return families.length > 0 ? families : [...fill(periodKinds)];
  });
}

type Step = Period & { readonly position: number };

const periodKinds: readonly PeriodKind[] = [
  'span',
  'year',
  'school-year',
  'half-year',
  'quarter',
  'month',
  'week',
  'day',
];

/** The fewest periods of these kinds that follow each other from the first day of a longer one to its last; null without any. */
function filling(
  whole: Period,
  startingAt: ReadonlyMap<number, readonly Step[]>,
  kinds: readonly PeriodKind[],
): readonly number[] | null {
  const ways = new Map<number, readonly number[]>([[whole.start, []]]);
  // Each day is reached by the fewest steps first.
  for (const [day, way] of ways) {
    for (const step of startingAt.get(day) ?? []) {
      const isWithin = step.end <= whole.end && length(step) < length(whole);
      if (isWithin && kinds.includes(step.kind) && !ways.has(step.end)) ways.set(step.end, [...way, step.position]);
    }
  }
  return ways.get(whole.end) ?? null;
}

function length(period: Period): number {
  return period.end - period.start;
}
