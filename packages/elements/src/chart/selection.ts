import { comparePeriods, parsePeriod, type SliceSelection } from '@peilglas/model';
import type { Wanted } from '../shared/select-cells.js';

/** The codes that a wish means in the table at hand. */
export type Select = (wanted: Wanted) => SliceSelection;

/** The codes that a filter (`Geslacht:M Leeftijd:0-17`) names of a dimension. */
export function codesIn(filter: string, dimension: string): readonly string[] {
  return partsOf(filter).flatMap((part) =>
    part.startsWith(`${dimension}:`) ? [part.slice(dimension.length + 1)] : [],
  );
}

/** A filter with these codes of a dimension in place of those that it names. */
export function withCodes(filter: string, dimension: string, codes: readonly string[]): string {
  const others = partsOf(filter).filter((part) => !part.startsWith(`${dimension}:`));
  return [...others, ...codes.map((code) => `${dimension}:${code}`)].join(' ');
}

function partsOf(filter: string): readonly string[] {
  return filter.split(/\s+/).filter(Boolean);
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
