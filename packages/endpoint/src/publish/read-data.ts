/**
 * Brings the data file into an in-memory database as three tables that checks and publication work on:
 *
 *   observation_text(line, d0, d1, …, value, status)   as in the file, text; empty is NULL; dN in order of the manifest
 *   category(dimension, code, position)                the codes each dimension may have
 *   observation(line, d0, d1, …, value, status)        positions and numbers; NULL where the text is no code or number
 *
 * SQL is made of numbers and fixed words only: names of columns never enter it, paths and codes are bound.
 */
import { DuckDBInstance, listValue, type DuckDBConnection } from '@duckdb/node-api';
import { comparePeriods, parsePeriod, statusCodes } from '@peilglas/model';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readCsvHeader } from './csv-header.js';
import type { Finding } from './finding.js';
import { listedCodes } from './manifest.js';
import type { ManifestFile } from './read-manifest.js';

const rule = 'columns-and-types';

/** A number as text; what a source writes is kept to the last digit. */
export const decimalPattern = '^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$';

export interface Data {
  readonly source: ManifestFile;
  /** Full path of the data file. */
  readonly file: string;
  /** SHA-256 of the data as it came. */
  readonly hash: string;
  /** Codes per dimension, in their order on the wire. */
  readonly codes: readonly (readonly string[])[];
  /** Rows of a question about the tables above. */
  query(sql: string, values?: readonly (string | number)[]): Promise<readonly (readonly unknown[])[]>;
  /** Columns of a question that has many rows, in portions. */
  portions(sql: string): AsyncIterable<readonly (readonly unknown[])[]>;
  /** Lets `work` write into a new DuckDB file, under the name it is given. */
  attach(path: string, work: (name: string) => Promise<void>): Promise<void>;
  close(): void;
}

/** @returns the data, or why it cannot be read. */
export async function readData(source: ManifestFile): Promise<Data | { readonly findings: readonly Finding[] }> {
  const { manifest } = source;
  const file = resolve(dirname(source.file), manifest.data.file);
  const hash = await hashFile(file);
  if (hash === null) {
    const location = { file: source.file, line: source.lineOf(['data', 'file']), field: 'data.file' };
    return refused(
      location,
      `The file ${manifest.data.file} cannot be read`,
      'Put the data beside the manifest, or correct the name',
    );
  }
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.disconnectSync();
    instance.closeSync();
  };
  try {
    const problem = await load(connection, source, file);
    if (problem) {
      close();
      return problem;
    }
    const codes = await fillCategories(connection, source);
    await translate(connection, manifest.dimensions.length);
    return {
      source,
      file,
      hash,
      codes,
      query: async (sql, values = []) => (await connection.runAndReadAll(sql, [...values])).getRows(),
      portions: async function* (sql) {
        const result = await connection.stream(sql);
        for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
          yield chunk.getColumns();
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

/** Null when the file cannot be read. */
async function hashFile(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

async function load(
  connection: DuckDBConnection,
  source: ManifestFile,
  file: string,
): Promise<{ findings: readonly Finding[] } | null> {
  const { data, dimensions } = source.manifest;
  const csv = /\.csv$/i.test(file);
  const header = csv ? await readCsvHeader(file) : await parquetColumns(connection, file);
  const wanted = [
    ...dimensions.map(({ column }) => column),
    data.value,
    ...(data.status === undefined ? [] : [data.status]),
  ];
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    return refused(
      { file, line: 1, field: missing.join(', ') },
      `The data has no column ${missing.join(', ')}; it has ${header.join(', ')}`,
      'Correct the names of the columns in the manifest or in the data',
    );
  }
  const column = (name: string): string => `NULLIF(CAST(c${header.indexOf(name)} AS VARCHAR), '')`;
  // A DOUBLE of a Parquet file has no decimals of its own: 12.0 is the text the cast makes of 12.
  const value = csv ? column(data.value) : `regexp_replace(${column(data.value)}, '[.]0$', '')`;
  const status = data.status === undefined ? 'NULL::VARCHAR' : column(data.status);
  const names = header.map((_, index) => `c${index}`);
  const rows = csv
    ? `read_csv($1, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', comment = '',
         columns = {${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}})`
    : 'read_parquet($1)';
  try {
    await connection.run(
      `CREATE TABLE observation_text AS SELECT row_number() OVER () + ${csv ? 1 : 0} AS line,
         ${dimensions.map(({ column: name }, index) => `${column(name)} AS d${index}`).join(', ')},
         ${value} AS value, ${status} AS status
       FROM ${rows} AS file(${names.join(', ')})`,
      [file],
    );
    return null;
  } catch (error) {
    return unreadableData(file, error);
  }
}

async function parquetColumns(connection: DuckDBConnection, file: string): Promise<readonly string[]> {
  try {
    return (await connection.runAndReadAll('SELECT * FROM read_parquet($1) LIMIT 0', [file])).columnNames();
  } catch {
    return [];
  }
}

/** Only the line and the kind of fault are passed on: the database's message repeats the row itself. */
function unreadableData(file: string, error: unknown): { findings: readonly Finding[] } {
  const text = error instanceof Error ? error.message : '';
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1];
  const counts = /Expected Number of Columns: \d+ Found: \d+/.exec(text)?.[0];
  const message = counts ?? (/utf-8/i.test(text) ? 'This line is not UTF-8' : 'The data cannot be read');
  const remedy = 'Save the data as CSV in UTF-8 with commas, and quotes around a text with a comma; or as Parquet';
  return refused({ file, ...(line === undefined ? {} : { line: Number(line) }) }, message, remedy);
}

async function fillCategories(
  connection: DuckDBConnection,
  { manifest }: ManifestFile,
): Promise<readonly (readonly string[])[]> {
  await connection.run('CREATE TABLE category(dimension INTEGER, code VARCHAR, position INTEGER)');
  const appender = await connection.createAppender('category');
  const codes: (readonly string[])[] = [];
  for (const [index, dimension] of manifest.dimensions.entries()) {
    const own = dimension.role === 'time' ? await periodsInData(connection, index) : listedCodes(manifest, dimension);
    own.forEach((code, position) => {
      appender.appendInteger(index);
      appender.appendVarchar(code);
      appender.appendInteger(position);
      appender.endRow();
    });
    codes.push(own);
  }
  appender.closeSync();
  return codes;
}

/** Period codes from old to new; a code that is no period gets no place, which the check on periods reports. */
async function periodsInData(connection: DuckDBConnection, index: number): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT d${index} FROM observation_text WHERE d${index} IS NOT NULL ORDER BY 1`,
  );
  return (reader.getColumns()[0] ?? [])
    .flatMap((code) => {
      const period = typeof code === 'string' ? parsePeriod(code) : null;
      return typeof code === 'string' && period ? [{ code, period }] : [];
    })
    .sort((a, b) => comparePeriods(a.period, b.period))
    .map(({ code }) => code);
}

async function translate(connection: DuckDBConnection, dimensionCount: number): Promise<void> {
  const indexes = Array.from({ length: dimensionCount }, (_, index) => index);
  await connection.run(
    `CREATE TABLE observation AS SELECT line,
       ${indexes.map((index) => `k${index}.position AS d${index}`).join(', ')},
       CASE WHEN regexp_full_match(value, $1) THEN TRY_CAST(value AS DOUBLE) END AS value,
       CASE WHEN list_contains($2, status) THEN status END AS status
     FROM observation_text AS t
     ${indexes.map((index) => `LEFT JOIN category AS k${index} ON k${index}.dimension = ${index} AND k${index}.code = t.d${index}`).join('\n')}`,
    [decimalPattern, listValue(statusCodes)],
  );
}

function refused(location: Finding['location'], message: string, remedy: string): { findings: readonly Finding[] } {
  return { findings: [{ rule, severity: 'error', location, message, remedy }] };
}
