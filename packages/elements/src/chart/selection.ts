import {
  comparePeriods,
  parsePeriod,
  resolvePeriods,
  SelectionError,
  type Dimension,
  type PeriodSelection,
  type SliceSelection,
} from '@peilglas/model';
import { parseFilter, writeFilter } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';

/** The codes that a wish means in the table at hand. */
export type Select = (wanted: Wanted) => SliceSelection;

/** A filter with these codes of a dimension in place of those that it names. */
export function withCodes(filter: string, dimension: string, codes: readonly string[]): string {
  return writeFilter(new Map([...parseFilter(filter), [dimension, codes]]));
}

/**
 * The first of the wanted periods, as one to compare with; none where it is not before the other, or of another kind: a year is
 * nothing to compare a quarter with.
 * @throws SelectionError when the table has no such period
 */
export function before(
  wanted: PeriodSelection | null,
  now: readonly string[],
  { id, codes }: Dimension,
): readonly string[] {
  if (wanted === null) return [];
  if (resolvePeriods(wanted, codes).length === 0) {
    throw new SelectionError(id, '', `No period of "${id}" is selected to compare with`);
  }
  const own = parsePeriod(now[0] ?? '');
  const alike = codes.filter((code) => {
    const period = parsePeriod(code);
    return !own || !period || period.kind === own.kind;
  });
  const [first] = resolvePeriods(wanted, alike);
  const period = parsePeriod(first ?? '');
  return first === undefined || (own && period && comparePeriods(period, own) >= 0) ? [] : [first];
}

/** Codes that a selection has of a dimension. */
export function codesOf(selection: SliceSelection, dimension: string): readonly string[] {
  return [selection[dimension] ?? []].flat();
}
