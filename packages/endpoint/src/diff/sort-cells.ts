import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toColumns } from '../store/to-columns.js';
import type { NumberedCells } from './numbered-cells.js';

/** Sorts by cell; what does not fit in memory waits in a temporary folder. */
export async function* sortCells(portions: AsyncIterable<NumberedCells>): AsyncIterable<NumberedCells> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-sort-'));
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '500MB', temp_directory: folder });
  const connection = await instance.connect();
  try {
    // A DOUBLE holds every whole number up to 2^53, which is as many cells as there can be.
    await connection.run('CREATE TABLE numbered (cell DOUBLE, value DOUBLE, status VARCHAR)');
    const appender = await connection.createAppender('numbered');
    for await (const { cells, values, status } of portions) {
      cells.forEach((cell, row) => {
        const [value = Number.NaN, state] = [values[row], status[row]];
        appender.appendDouble(cell);
        if (Number.isNaN(value)) appender.appendNull();
        else appender.appendDouble(value);
        if (state) appender.appendVarchar(state);
        else appender.appendNull();
        appender.endRow();
      });
      appender.flushSync();
    }
    appender.closeSync();
    const result = await connection.stream('SELECT cell, value, status FROM numbered ORDER BY cell');
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const [cells = [], ...rest] = chunk.getColumns();
      const { values, status } = toColumns(rest, 0);
      yield { cells: Float64Array.from(cells, Number), values, status };
    }
  } finally {
    connection.disconnectSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
