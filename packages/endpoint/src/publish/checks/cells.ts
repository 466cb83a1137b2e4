/**
 * Cells of the table as numbers in row-major order, so that rules group and join rows by one integer; see
 * `selection/cells.ts`. NULL for a row with a code that is not in the manifest: such rows are refused by `known-codes`.
 */
import { strides } from '../../selection/cells.js';
import type { Data } from '../read-data.js';

export function dimensionWithRole(data: Data, role: 'geo' | 'time' | 'metric'): number {
  return data.source.manifest.dimensions.findIndex((dimension) => dimension.role === role);
}

/** How many cells one step in each dimension skips. */
export function cellStrides(data: Data): readonly number[] {
  return strides(data.codes.map((codes) => Math.max(1, codes.length)));
}

/** SQL for the cell of a row; the dimensions in `without` stay at their first code. */
export function cellOf(data: Data, row: string, without: readonly number[] = []): string {
  const terms = cellStrides(data).flatMap((stride, index) =>
    without.includes(index) ? [] : [`${row}.d${index}::BIGINT * ${stride}`],
  );
  return terms.length === 0 ? '0::BIGINT' : `(${terms.join(' + ')})`;
}

/** The codes of a cell for a person, but for the dimensions in `without`. */
export function cellName(data: Data, cell: unknown, without: readonly number[] = []): string {
  const steps = cellStrides(data);
  const names = data.codes.map((codes, index) => {
    const size = BigInt(Math.max(1, codes.length));
    const position = (BigInt(String(cell)) / BigInt(steps[index] ?? 1)) % size;
    return codes[Number(position)] ?? '';
  });
  return names.filter((_, index) => !without.includes(index)).join(' · ');
}

/** Positions of the indicators that a rule is about, for `IN (…)`; -1 when there is none. */
export function indicatorList(
  data: Data,
  chosen: (indicator: Data['source']['manifest']['indicators'][number]) => boolean,
): string {
  const positions = data.source.manifest.indicators.flatMap((indicator, index) => (chosen(indicator) ? [index] : []));
  return positions.length === 0 ? '-1' : positions.join(', ');
}

/** SQL for a number per indicator of a row. */
export function perIndicator(
  data: Data,
  row: string,
  number: (indicator: Data['source']['manifest']['indicators'][number]) => number,
): string {
  const cases = data.source.manifest.indicators.map((indicator, index) => `WHEN ${index} THEN ${number(indicator)}`);
  return `CASE ${row}.d${dimensionWithRole(data, 'metric')} ${cases.join(' ')} END`;
}

/** Differences below this are the arithmetic of binary fractions, not of the figures. */
export function negligible(decimals: number): number {
  return 0.01 * 10 ** -decimals;
}

/** Whether a report may repeat figures: never those that are about persons, or that are still to be protected. */
export function mayShowFigures({ source: { manifest } }: Data): boolean {
  return manifest.personal === 'none' && manifest.indicators.every(({ disclosure }) => disclosure === undefined);
}

/** A code as the data has it, but for a number where reports have no figures: its column may have been taken for another. */
export function foundCode(data: Data, code: string): string {
  return mayShowFigures(data) || !/^[\d.,-]+$/.test(code) ? code.slice(0, 40) : '(a number)';
}

/** Words with figures where a report may have them; without them elsewhere. */
export function withFigures(data: Data, figures: string, plain: string): string {
  return mayShowFigures(data) ? figures : plain;
}
