import { isStatusCode } from '@peilglas/model';
import type { Observations } from '../store/store.js';
import type { Data } from './read-data.js';

/**
 * Reads the observations of a table that passed its checks, sorted by position. A final figure has no status; an
 * empty value without one is not available (`O`).
 */
export async function collectObservations(data: Data): Promise<Observations> {
  const names = data.codes.map((_, index) => `d${index}`);
  const columns = await data.columns(
    `SELECT ${names.join(', ')}, value, CASE WHEN value IS NULL AND coalesce(status, 'A') = 'A' THEN 'O' ELSE nullif(status, 'A') END
     FROM observation ORDER BY ${names.join(', ')}`,
  );
  const [values = [], status = []] = columns.slice(names.length);
  return {
    count: values.length,
    positions: columns.slice(0, names.length).map((column) => Int32Array.from(column, Number)),
    values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
    status: status.map((code) => (isStatusCode(code) ? code : null)),
  };
}
