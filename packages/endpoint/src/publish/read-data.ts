/**
 * Brings the data into an in-memory database as four tables that checks and publication work on:
 *
 *   observation_text(line, d0, d1, …, value, status, largest)
 *       as given, text, with decimals behind a point; empty is NULL; dN in order of the manifest
 *   category(dimension, code, position, whole)       the codes each dimension may have; of which one it is a part, if any
 *   absent(position, period)                         regions outside their first and last day
 *   observation(line, d0, d1, …, value, status, largest, decimals, unread)
 *       positions and numbers; NULL where the text is no code or number, and then `unread` says so. `largest` is the
 *       part of the largest contributor, for indicators with a rule against dominance.
 *
 * SQL is made of numbers and fixed words only: names of columns never enter it, paths and codes are bound.
 */
import { DuckDBInstance, type DuckDBConnection, type DuckDBDataChunk } from '@duckdb/node-api';
import { availableParallelism } from 'node:os';
import type { Finding, Location } from './finding.js';
import type { ManifestFile } from './read-manifest.js';
import { fillAbsent } from './region-life.js';
import { stageFile } from './source/stage-file.js';
import { stageQuery } from './source/stage-query.js';
import { fillListedCodes, fillPeriods, translate } from './translate.js';

export interface Data {
  readonly source: ManifestFile;
  /** Where a line of the tables above is, for a person. */
  readonly locate: (line: number, field: string) => Location;
  /** Codes per dimension, in their order on the wire. */
  readonly codes: readonly (readonly string[])[];
  /** Rows of a question about the tables above. */
  query(sql: string, values?: readonly (string | number)[]): Promise<readonly (readonly unknown[])[]>;
  /** Columns of a question that has many rows, in portions. */
  portions(sql: string): AsyncIterable<readonly (readonly unknown[])[]>;
  /** Makes a table and fills it. */
  append(create: string, table: string, chunks: AsyncIterable<DuckDBDataChunk>): Promise<void>;
  /** Lets `work` write into a new DuckDB file, under the name it is given. */
  attach(path: string, work: (name: string) => Promise<void>): Promise<void>;
  close(): void;
}

/** @returns the data, or why it cannot be read. */
export async function readData(source: ManifestFile): Promise<Data | { readonly findings: readonly Finding[] }> {
  const { manifest } = source;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(availableParallelism()),
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const close = (): void => {
    connection.disconnectSync();
    instance.closeSync();
  };
  try {
    await fillListedCodes(connection, manifest);
    const staged =
      'query' in manifest.data
        ? await stageQuery(connection, source, manifest.data)
        : await stageFile(connection, source, manifest.data.file);
    if ('findings' in staged) {
      close();
      return staged;
    }
    await limitThreads(connection);
    const codes = await fillPeriods(connection, manifest);
    await fillAbsent(connection, manifest, codes);
    await translate(connection, manifest);
    return {
      source,
      ...staged,
      codes,
      query: async (sql, values = []) => (await connection.runAndReadAll(sql, [...values])).getRows(),
      portions: async function* (sql) {
        const result = await connection.stream(sql);
        for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
          yield chunk.getColumns();
      },
      append: async (create, table, chunks) => {
        await connection.run(create);
        const appender = await connection.createAppender(table);
        for await (const chunk of chunks) appender.appendDataChunk(chunk);
        appender.closeSync();
      },
      attach: async (path, work) => {
        // ATTACH takes no bound values: the path is written as a text of SQL, its quotes doubled.
        await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS target`);
        try {
          await work('target');
          await connection.run('CHECKPOINT target');
        } finally {
          await connection.run('DETACH target');
        }
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** DuckDB deals rows out to threads by so many; a thread that gets none costs time and memory all the same. */
const rowsPerThread = 122_880;

async function limitThreads(connection: DuckDBConnection): Promise<void> {
  const counted = await connection.runAndReadAll('SELECT count(*) FROM given');
  const useful = Math.ceil(Number(counted.getRows()[0]?.[0]) / rowsPerThread);
  await connection.run(`SET threads = ${Math.max(1, Math.min(useful, availableParallelism()))}`);
}
