import { isStatusCode } from '@peilglas/model';
import type { Columns } from './store.js';

/** Columns `d0, d1, …, value, status` of a database as observations. */
export function toColumns(columns: readonly (readonly unknown[])[], dimensionCount: number): Columns {
  const [given = [], states = []] = columns.slice(dimensionCount);
  const positions = columns.slice(0, dimensionCount).map((column) => {
    const numbers = new Int32Array(column.length);
    // By hand: `from` of a typed array takes four times as long, and these are millions.
    for (let row = 0; row < numbers.length; row++) numbers[row] = Number(column[row]);
    return numbers;
  });
  const values = new Float64Array(given.length);
  for (let row = 0; row < values.length; row++) {
    const value = given[row];
    values[row] = typeof value === 'number' ? value : Number.NaN;
  }
  return {
    positions,
    values,
    status: states.map((code) => (isStatusCode(code) ? code : null)),
  };
}
