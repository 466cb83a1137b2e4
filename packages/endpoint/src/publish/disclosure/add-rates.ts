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
  table.indicators.forEach(({ derived }, position) => {
    if (!derived) return;
    const [numerator, denominator] = [positionOf(derived.numerator), positionOf(derived.denominator)];
    columns.positions[metric]?.forEach((found, row) => {
      const whole = cells.beside(row, metric, denominator);
      if (found !== numerator || whole === undefined || cells.beside(row, metric, position) !== undefined) return;
      places.push(columns.positions.map((column, index) => (index === metric ? position : (column[row] ?? 0))));
      values.push((derived.factor * (columns.values[row] ?? 0)) / (columns.values[whole] ?? 0));
    });
  });
  if (places.length === 0) return columns;
  const rates = values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  return {
    positions: columns.positions.map((column, index) =>
      Int32Array.from([...column, ...places.map((place) => place[index] ?? 0)]),
    ),
    values: Float64Array.from([...columns.values, ...rates]),
    status: [...columns.status, ...rates.map((value) => (Number.isNaN(value) ? 'O' : null))],
  };
}
