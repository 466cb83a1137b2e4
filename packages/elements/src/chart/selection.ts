import { comparePeriods, parsePeriod, type SliceSelection } from '@peilglas/model';
import { parseFilter, writeFilter } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';

/** The codes that a wish means in the table at hand. */
export type Select = (wanted: Wanted) => SliceSelection;

/** A filter with these codes of a dimension in place of those that it names. */
export function withCodes(filter: string, dimension: string, codes: readonly string[]): string {
  return writeFilter(new Map([...parseFilter(filter), [dimension, codes]]));
}

/** The first of these periods where it is before another, as one to compare with; none where it is not. */
export function before(codes: readonly string[], now: readonly string[]): readonly string[] {
  const [one, other] = [codes[0], now[0]].map((code) => parsePeriod(code ?? ''));
  return one && other && comparePeriods(one, other) >= 0 ? [] : codes.slice(0, 1);
}

/** Codes that a selection has of a dimension. */
export function codesOf(selection: SliceSelection, dimension: string): readonly string[] {
  return [selection[dimension] ?? []].flat();
}
