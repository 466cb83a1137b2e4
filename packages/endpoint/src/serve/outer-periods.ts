import { parsePeriod } from '@peilglas/model';
import { dimensionWithRole, type Table } from '../table.js';

/**
 * Codes of the period of a table that begins first and of the one that ends last. In their order a span stands before
 * the years in it, so the last one need not end last.
 */
export function outerPeriods(table: Table): { readonly first: string | null; readonly last: string | null } {
  const codes = (dimensionWithRole(table, 'time')?.codes ?? []).map(({ code }) => code);
  if (codes.length === 0) return { first: null, last: null };
  const startOf = (code: string): number => parsePeriod(code)?.start ?? Infinity;
  const endOf = (code: string): number => parsePeriod(code)?.end ?? -Infinity;
  return {
    first: codes.reduce((first, code) => (startOf(code) < startOf(first) ? code : first)),
    last: codes.reduce((last, code) => (endOf(code) >= endOf(last) ? code : last)),
  };
}
