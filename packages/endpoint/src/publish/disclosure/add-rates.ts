import { missingReasonOf, roundTo, type StatusCode } from '@peilglas/model';
import type { Table } from '../../table.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Columns } from './columns.js';

/**
 * The observations with, at the end, every rate that the source leaves out although both its parts are there. A source
 * can so give counts alone: rates are computed from what may be published of them.
 */
export function addRates(table: Table, columns: Columns, cells: CellIndex): Columns {
  const metric = metricOf(table);
  const positionOf = (code: string): number => table.indicators.findIndex((indicator) => indicator.code === code);
  const places: (readonly number[])[] = [];
  const values: number[] = [];
  const status: (StatusCode | null)[] = [];
  table.indicators.forEach(({ derived, decimals }, position) => {
    if (!derived) return;
    const [numerator, denominator] = [positionOf(derived.numerator), positionOf(derived.denominator)];
    columns.positions[metric]?.forEach((found, row) => {
      const whole = cells.beside(row, metric, denominator);
      if (found !== numerator || whole === undefined || cells.beside(row, metric, position) !== undefined) return;
      places.push(columns.positions.map((column, index) => (index === metric ? position : (column[row] ?? 0))));
      const rate = (derived.factor * (columns.values[row] ?? 0)) / (columns.values[whole] ?? 0);
      const isFigure = Number.isFinite(rate);
      const state = stateOf([columns.status[row] ?? null, columns.status[whole] ?? null]);
      values.push(isFigure ? roundTo(rate, decimals) : Number.NaN);
      status.push(isFigure || (state !== null && missingReasonOf(state) !== null) ? state : 'O');
    });
  });
  if (places.length === 0) return columns;
  return {
    positions: columns.positions.map((column, index) =>
      Int32Array.from([...column, ...places.map((place) => place[index] ?? 0)]),
    ),
    values: Float64Array.from([...columns.values, ...values]),
    status: [...columns.status, ...status],
  };
}

/** What is most uncertain of a figure first. */
const shownBefore: readonly (StatusCode | null)[] = ['P', 'R', 'E', 'B'];

/** Of a rate, by its numerator and denominator: why one of them is missing, or else that one may still change. */
function stateOf(parts: readonly (StatusCode | null)[]): StatusCode | null {
  const missing = parts.find((part) => part !== null && missingReasonOf(part) !== null);
  return missing ?? shownBefore.find((state) => parts.includes(state)) ?? null;
}
