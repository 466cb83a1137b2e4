/** Brings a CSV or Parquet file into `observation_text`. Names of columns never enter SQL; paths and codes are bound. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ManifestFile } from '../read-manifest.js';
import { readCsvHeader } from './csv-header.js';
import { linesOfRecords } from './csv-lines.js';
import { columnFault, numberLines, refused, textColumns, wantedColumns, type Staging } from './text-columns.js';

/** @param name The file as the manifest names it. */
export async function stageFile(connection: DuckDBConnection, source: ManifestFile, name: string): Promise<Staging> {
  const file = resolve(dirname(source.file), name);
  if (!(await isReadable(file))) {
    const location = { file: source.file, line: source.lineOf(['data', 'file']), field: 'data.file' };
    const remedy = 'Put the data beside the manifest, or correct the name';
    return refused(location, `The file ${name} cannot be read`, remedy);
  }
  const csv = /\.csv$/i.test(file);
  const read = csv
    ? await readCsvHeader(file, wantedColumns(source.manifest))
    : { names: await parquetColumns(connection, file), separator: ',' as const };
  if ('message' in read) return refused({ file, line: 1 }, read.message, read.remedy);
  const { names: header, separator } = read;
  const fault = columnFault(source.manifest, header, csv ? { file, line: 1 } : { file });
  if (fault) return fault;
  const names = header.map((_, index) => `c${index}`);
  const rows = csv
    ? `read_csv($1, auto_detect = false, header = true, delim = '${separator}', quote = '"', escape = '"', comment = '',
         columns = {${names.map((column) => `'${column}': 'VARCHAR'`).join(', ')}})`
    : 'read_parquet($1)';
  const { sql, values } = textColumns(source.manifest, header, 2);
  try {
    await connection.run(`CREATE TABLE given AS SELECT ${sql} FROM ${rows} AS file(${names.join(', ')})`, [
      asOneFile(file),
      ...values,
    ]);
    await numberLines(connection, source.manifest, csv ? 2 : 1);
  } catch (error) {
    return unreadableData(file, error);
  }
  // A DOUBLE of a Parquet file has no decimals of its own: 12.0 is the text the cast makes of 12.
  if (!csv) await connection.run(`UPDATE given SET value = left(value, -2) WHERE ends_with(value, '.0')`);
  const lineOf = linesOfRecords(file, separator);
  return { locate: (row, field) => (csv ? { file, line: lineOf(row), field } : { file, row, field }) };
}

/** DuckDB reads a path as a pattern: without this `2024[1].csv` would mean `20241.csv`. */
function asOneFile(path: string): string {
  return path.replaceAll(/[*?[]/g, '[$&]');
}

async function isReadable(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  const found = await handle?.stat();
  await handle?.close();
  return found?.isFile() ?? false;
}

async function parquetColumns(connection: DuckDBConnection, file: string): Promise<readonly string[]> {
  try {
    return (await connection.runAndReadAll('SELECT * FROM read_parquet($1) LIMIT 0', [asOneFile(file)])).columnNames();
  } catch {
    return [];
  }
}

/** What DuckDB says of a file that it cannot read, in words for who made the file. */
const kinds = [
  [/utf-8/i, 'This line is not UTF-8'],
  [/unterminated quote/i, 'A quote (") is opened here and not closed, or has more behind it than a comma'],
  [/invalid state/i, 'Some lines end in LF and others in CRLF'],
] as const;

/** Only the line and the kind of fault are passed on: the database's message repeats the row itself. */
function unreadableData(file: string, error: unknown): Staging {
  const text = error instanceof Error ? error.message : '';
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1];
  const counts = /Expected Number of Columns: \d+ Found: \d+/.exec(text)?.[0];
  const message = counts ?? kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'The data cannot be read';
  const remedy =
    'Save the data as CSV in UTF-8, with quotes around a text that has in it what stands between columns; or as Parquet';
  return refused({ file, ...(line === undefined ? {} : { line: Number(line) }) }, message, remedy);
}
