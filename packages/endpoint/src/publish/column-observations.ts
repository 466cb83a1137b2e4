import { DuckDBInstance, type DuckDBAppender } from '@duckdb/node-api';
import type { Columns, Observations } from '../store/store.js';

/** Observations that are in memory, sorted by position, as a store takes them. */
export function columnObservations(columns: Columns): Observations {
  return {
    count: columns.values.length,
    portions: async function* () {
      yield await Promise.resolve(columns);
    },
    writeDuckDb: (path) => writeDuckDb(path, columns),
  };
}

async function writeDuckDb(path: string, columns: Columns): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  try {
    const connection = await instance.connect();
    const dimensions = columns.positions.map((_, index) => `d${index} INTEGER NOT NULL`);
    await connection.run(`CREATE TABLE observation (${dimensions.join(', ')}, value DOUBLE, status VARCHAR)`);
    const appender = await connection.createAppender('observation');
    columns.values.forEach((_, row) => appendRow(appender, columns, row));
    appender.closeSync();
    await connection.run('CHECKPOINT');
    connection.disconnectSync();
  } finally {
    instance.closeSync();
  }
}

function appendRow(appender: DuckDBAppender, { positions, values, status }: Columns, row: number): void {
  for (const column of positions) appender.appendInteger(column[row] ?? 0);
  const value = values[row] ?? Number.NaN;
  if (Number.isNaN(value)) appender.appendNull();
  else appender.appendDouble(value);
  const state = status[row] ?? null;
  if (state === null) appender.appendNull();
  else appender.appendVarchar(state);
  appender.endRow();
}

/** The same observations in order of their positions. */
export function sortColumns({ positions, values, status }: Columns): Columns {
  const compare = (a: number, b: number): number => {
    for (const column of positions) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const rows = Int32Array.from(values.keys()).sort(compare);
  return {
    positions: positions.map((column) => rows.map((row) => column[row] ?? 0)),
    values: Float64Array.from(rows, (row) => values[row] ?? Number.NaN),
    status: Array.from(rows, (row) => status[row] ?? null),
  };
}

/** All portions as one. */
export async function collectColumns(portions: AsyncIterable<Columns>): Promise<Columns> {
  const all = [];
  for await (const portion of portions) all.push(portion);
  const count = all.reduce((sum, { values }) => sum + values.length, 0);
  const positions = (all[0]?.positions ?? []).map(() => new Int32Array(count));
  const values = new Float64Array(count);
  const status: Columns['status'][number][] = [];
  for (const portion of all) {
    positions.forEach((column, index) => column.set(portion.positions[index] ?? [], status.length));
    values.set(portion.values, status.length);
    for (const state of portion.status) status.push(state);
  }
  return { positions, values, status };
}
