import type { Observations } from '../store/store.js';
import { toColumns } from '../store/to-columns.js';
import type { Data } from './read-data.js';

/** A final figure has no status; an empty value without one is not available (`O`). */
const status = `CASE WHEN value IS NULL AND coalesce(status, 'A') = 'A' THEN 'O' ELSE nullif(status, 'A') END`;

/** The observations of a table that passed its checks, as they stand in the staging database. */
export async function stagedObservations(data: Data): Promise<Observations> {
  const names = data.codes.map((_, index) => `d${index}`).join(', ');
  const [[count] = []] = await data.query(`SELECT count(*) FROM observation`);
  const sorted = `SELECT ${names}, value, ${status} AS status FROM observation ORDER BY ${names}`;
  return {
    count: Number(count),
    portions: async function* () {
      for await (const columns of data.portions(sorted)) yield toColumns(columns, data.codes.length);
    },
    writeDuckDb: async (path) => {
      const columns = data.codes.map((_, index) => `d${index} INTEGER NOT NULL`);
      await data.attach(path, async (name) => {
        await data.query(`CREATE TABLE ${name}.observation (${columns.join(', ')}, value DOUBLE, status VARCHAR)`);
        await data.query(`INSERT INTO ${name}.observation ${sorted}`);
      });
    },
  };
}
