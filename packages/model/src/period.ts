/**
 * Periods of official statistics as half-open ranges of days, so that kinds can be ordered among each other.
 * Days are counted from 1970-01-01 in UTC; no time zone or clock is involved anywhere.
 */
export type PeriodKind = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day' | 'school-year' | 'span';

export interface Period {
  readonly kind: PeriodKind;
  /** Calendar year it starts in; for a week the ISO 8601 week-year. */
  readonly year: number;
  /** Half-year 1–2, quarter 1–4, month 1–12, ISO week 1–53, day of the year 1–366, last year of a span; else 1. */
  readonly part: number;
  /** First day, counted from 1970-01-01. */
  readonly start: number;
  /** Day after the last. */
  readonly end: number;
}

const monthsPerPart = { 'half-year': 6, quarter: 3, month: 1 } as const;
const day = 86_400_000;

export function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / day;
}

/** First Monday-to-Sunday week with its Thursday in the year (ISO 8601). */
function firstWeekStart(year: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((fourth + 3) % 7);
}

export function makePeriod(kind: PeriodKind, year: number, part = 1): Period {
  switch (kind) {
    case 'year':
      return { kind, year, part: 1, start: dayNumber(year, 1, 1), end: dayNumber(year + 1, 1, 1) };
    case 'half-year':
    case 'quarter':
    case 'month': {
      const months = monthsPerPart[kind];
      const first = (part - 1) * months + 1;
      return { kind, year, part, start: dayNumber(year, first, 1), end: dayNumber(year, first + months, 1) };
    }
    case 'week': {
      const start = firstWeekStart(year) + (part - 1) * 7;
      return { kind, year, part, start, end: start + 7 };
    }
    case 'day': {
      const start = dayNumber(year, 1, part);
      return { kind, year, part, start, end: start + 1 };
    }
    case 'school-year':
      return { kind, year, part: 1, start: dayNumber(year, 8, 1), end: dayNumber(year + 1, 8, 1) };
    case 'span':
      return { kind, year, part, start: dayNumber(year, 1, 1), end: dayNumber(part + 1, 1, 1) };
  }
}

/** Number of parts of this kind in a year, where it is fixed. */
const partsPerYear: Partial<Record<PeriodKind, number>> = { 'half-year': 2, quarter: 4, month: 12 };

/** The period `count` steps later (earlier when negative). A span moves by its own length. */
export function stepPeriod(period: Period, count: number): Period {
  const { kind, year, part } = period;
  const parts = partsPerYear[kind];
  if (parts !== undefined) {
    const index = year * parts + (part - 1) + count;
    return makePeriod(kind, Math.floor(index / parts), (((index % parts) + parts) % parts) + 1);
  }
  if (kind === 'week') return weekOf(period.start + 7 * count);
  if (kind === 'day') return dayOf(period.start + count);
  if (kind === 'span') {
    const length = part - year + 1;
    return makePeriod(kind, year + count * length, part + count * length);
  }
  return makePeriod(kind, year + count);
}

/** The ISO week that starts on this Monday. */
function weekOf(start: number): Period {
  const year = new Date((start + 3) * day).getUTCFullYear();
  return makePeriod('week', year, (start - firstWeekStart(year)) / 7 + 1);
}

function dayOf(start: number): Period {
  const year = new Date(start * day).getUTCFullYear();
  return makePeriod('day', year, start - dayNumber(year, 1, 1) + 1);
}

/** Order for sorting: by first day, then the shorter first. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start - b.start || a.end - b.end;
}

/** First day and the day after the last by which a period lies within others: a week is in the year of its Thursday. */
export function placeOfPeriod({ kind, start, end }: Period): readonly [start: number, end: number] {
  return kind === 'week' ? [start + 3, start + 4] : [start, end];
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end;
}

/** Steps from `a` to `b` (negative when `b` is earlier), or null when the two are of different kinds. */
export function periodsBetween(a: Period, b: Period): number | null {
  if (a.kind !== b.kind) return null;
  const parts = partsPerYear[a.kind];
  if (parts !== undefined) return (b.year - a.year) * parts + b.part - a.part;
  if (a.kind === 'week') return (b.start - a.start) / 7;
  if (a.kind === 'day') return b.start - a.start;
  if (a.kind === 'span') {
    const length = a.part - a.year + 1;
    const steps = (b.year - a.year) / length;
    return b.part - b.year + 1 === length && Number.isInteger(steps) ? steps : null;
  }
  return b.year - a.year;
}

/** First and last day as dates at midnight UTC, for formatting. */
export function periodDates(period: Period): { readonly first: Date; readonly last: Date } {
  return { first: new Date(period.start * day), last: new Date((period.end - 1) * day) };
}
