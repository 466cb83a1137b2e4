import { isStatusCode } from '@peilglas/model';
import type { Columns } from './store.js';

/** Columns `d0, d1, …, value, status` of a database as observations. */
export function toColumns(columns: readonly (readonly unknown[])[], dimensionCount: number): Columns {
  const [values = [], states = []] = columns.slice(dimensionCount);
  return {
    positions: columns.slice(0, dimensionCount).map((column) => Int32Array.from(column, Number)),
    values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
    status: states.map((code) => (isStatusCode(code) ? code : null)),
  };
}
