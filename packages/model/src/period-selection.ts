import { comparePeriods, placeOfPeriod, samePeriod, type Period } from './period.js';
import { parsePeriod } from './parse-period.js';

/**
 * The `period` attribute: `latest`, `first`, a code in any notation, or a range `2015..2024` of which either end
 * may be left out, or be said to be `first` or `latest`, which is the same.
 */
export type PeriodSelection =
  | { readonly kind: 'latest' | 'first' | 'all' }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null };

export function parsePeriodSelection(text: string | null | undefined): PeriodSelection {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return { kind: 'all' };
  if (trimmed === 'latest' || trimmed === 'first') return { kind: trimmed };
  const range = /^(?:first\b)?(.*?)\.\.(?:\s*latest$)?(.*)$/.exec(trimmed);
  if (range) return { kind: 'range', from: range[1]?.trim() || null, to: range[2]?.trim() || null };
  return { kind: 'codes', codes: trimmed.split(/\s+/) };
}

interface Coded {
  readonly code: string;
  readonly period: Period | null;
}

/** Codes of a time dimension in order of time; codes that are no period keep their place at the end. */
export function inTimeOrder(codes: readonly string[]): readonly Coded[] {
  const coded = codes.map((code) => ({ code, period: parsePeriod(code) }));
  return coded.sort((a, b) => {
    if (a.period && b.period) return comparePeriods(a.period, b.period);
    return Number(a.period === null) - Number(b.period === null);
  });
}

/** The codes of a time dimension that a selection means, in order of time; empty when it means none of them. */
export function resolvePeriods(selection: PeriodSelection, codes: readonly string[]): readonly string[] {
  const ordered = inTimeOrder(codes);
  const pick = (): readonly Coded[] => {
    switch (selection.kind) {
      case 'all':
        return ordered;
      case 'first':
        return ordered.slice(0, 1);
      case 'latest':
        return ordered.slice(-1);
      case 'codes':
        return ordered.filter((each) => selection.codes.some((wanted) => means(wanted, each)));
      case 'range':
        return ordered.filter((each) => within(each, selection.from, selection.to));
    }
  };
  return pick().map((each) => each.code);
}

function means(wanted: string, each: Coded): boolean {
  if (wanted === each.code) return true;
  const period = parsePeriod(wanted);
  return period !== null && each.period !== null && samePeriod(period, each.period);
}

function within(each: Coded, from: string | null, to: string | null): boolean {
  if (each.period === null) return false;
  const first = from === null ? null : parsePeriod(from);
  const last = to === null ? null : parsePeriod(to);
  if ((from !== null && first === null) || (to !== null && last === null)) return false;
  const [start, end] = placeOfPeriod(each.period);
  return (first === null || start >= first.start) && (last === null || end <= last.end);
}
