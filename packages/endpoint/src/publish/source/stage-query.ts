/** Brings the answer of a PostgreSQL server into `observation_text`, portion by portion. */
import { DuckDBDataChunk, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import type { QuerySource } from '../manifest.js';
import type { ManifestFile } from '../read-manifest.js';
import { postgresRows, type RowPortion } from './postgres-rows.js';
import { queryFault } from './query-fault.js';
import { columnFault, numberLines, refused, textColumns, type Staging } from './text-columns.js';

export async function stageQuery(
  connection: DuckDBConnection,
  source: ManifestFile,
  { query, connection: variable }: QuerySource,
): Promise<Staging> {
  const { file, lineOf } = source;
  const at = (field: 'query' | 'connection') => ({ file, line: lineOf(['data', field]), field: `data.${field}` });
  const url = process.env[variable];
  if (!url) {
    const remedy = 'Set it to the connection string before publishing';
    return refused(at('connection'), `The environment variable ${variable} is not set`, remedy);
  }
  let columns: readonly string[] | null = null;
  try {
    for await (const portion of postgresRows(url, query)) {
      if (!columns) {
        columns = portion.columns;
        const fault = columnFault(source.manifest, columns, at('query'));
        if (fault) return fault;
        await connection.run(`CREATE TABLE answer(${columns.map((_, index) => `c${index} VARCHAR`).join(', ')})`);
      }
      await append(connection, portion);
    }
  } catch (error) {
    const { field, message, remedy } = queryFault(error, query, variable);
    return refused(at(field), message, remedy);
  }
  const { sql, values } = textColumns(source.manifest, columns ?? [], 1);
  await connection.run(`CREATE TABLE given AS SELECT ${sql} FROM answer`, [...values]);
  await connection.run('DROP TABLE answer');
  await numberLines(connection, source.manifest, 1);
  return { locate: (row, field) => ({ file, line: lineOf(['data', 'query']), row, field }) };
}

async function append(connection: DuckDBConnection, { columns, rows }: RowPortion): Promise<void> {
  if (rows.length === 0) return;
  const chunk = DuckDBDataChunk.create(
    columns.map(() => VARCHAR),
    rows.length,
  );
  chunk.setColumns(columns.map((_, index) => rows.map((row) => row[index] ?? null)));
  const appender = await connection.createAppender('answer');
  appender.appendDataChunk(chunk);
  appender.closeSync();
}
