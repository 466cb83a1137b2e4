/** From columns as they are named in the data to `observation_text`: the same for every kind of source. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Finding, Location } from '../finding.js';
import { dominanceColumn, hasDecimalComma, type Manifest } from '../manifest.js';
import { hasListedCodes } from '../translate.js';

/** What a source answers when its rows stand in `observation_text`. */
export interface Staged {
  /** Where row `line` of `observation_text` is, for a person. */
  readonly locate: (line: number, field: string) => Location;
}

export type Staging = Staged | { readonly findings: readonly Finding[] };

/** A source that cannot be staged as the manifest says. */
export function refused(location: Location, message: string, remedy: string): { findings: readonly Finding[] } {
  return { findings: [{ rule: 'columns-and-types', severity: 'error', location, message, remedy }] };
}

/** The columns that the manifest names. */
export function wantedColumns({ dimensions, data, indicators }: Manifest): ReadonlySet<string> {
  return new Set([
    ...dimensions.map(({ column }) => column),
    data.value,
    ...(data.status === undefined ? [] : [data.status]),
    ...indicators.flatMap((indicator) => dominanceColumn(indicator) ?? []),
  ]);
}

/** The columns that the manifest names and the data lacks, or has twice, as a refusal; null when each is there once. */
export function columnFault(manifest: Manifest, header: readonly string[], location: Location): Staging | null {
  const wanted = wantedColumns(manifest);
  const missing = [...wanted].filter((name) => !header.includes(name)).join(', ');
  if (missing !== '') {
    // Data without names on its first line has figures there.
    const found = manifest.personal === 'none' ? header.map((name) => name.slice(0, 40)).join(', ') : header.length;
    return refused(
      { ...location, field: missing },
      `The data has no column ${missing}; it has ${found}${typeof found === 'number' ? ' others' : ''}`,
      'Correct the names of the columns in the manifest or in the data; case and spaces count',
    );
  }
  const double = [...wanted].filter((name) => header.indexOf(name) !== header.lastIndexOf(name)).join(', ');
  if (double === '') return null;
  const remedy = 'Keep the column that is meant, and remove the other or give it another name';
  return refused({ ...location, field: double }, `The data has more than one column ${double}`, remedy);
}

export interface TextColumns {
  /**
   * Result columns of a SELECT from columns c0, c1, …, in which empty text is NULL: for each dimension with listed codes
   * kN, a code or NULL; for each other dN, a text; `texts`, those of all dimensions, only where a code is not listed;
   * value, status, largest; figures with a point before their decimals.
   */
  readonly sql: string;
  /** Codes of indicators, for the parameters from `firstParameter` on. */
  readonly values: readonly string[];
}

/** @param header Names of the columns c0, c1, …, among them all that the manifest names. */
export function textColumns(manifest: Manifest, header: readonly string[], firstParameter: number): TextColumns {
  const { dimensions, data, indicators } = manifest;
  const column = (name: string): string => `NULLIF(CAST(c${header.indexOf(name)} AS VARCHAR), '')`;
  const figure = (name: string): string => (hasDecimalComma(manifest) ? swapped(column(name)) : column(name));
  const metric = dimensions.find(({ role }) => role === 'metric')?.column ?? '';
  const dominated = indicators.flatMap((indicator) => {
    const name = dominanceColumn(indicator);
    return name === undefined ? [] : [{ code: indicator.code, name }];
  });
  const cases = dominated.map(({ name }, place) => `WHEN $${firstParameter + place} THEN ${figure(name)}`);
  const texts = dimensions.map(({ column: name }) => column(name));
  const listed = dimensions.flatMap((dimension, index) => (hasListedCodes(manifest, dimension) ? [index] : []));
  const code = (index: number): string => `TRY_CAST(${texts[index]} AS code${index})`;
  const isUnlisted = listed.map((index) => `${code(index)} IS NULL`).join(' OR ') || 'false';
  const columns = [
    ...texts.map((text, index) => (listed.includes(index) ? `${code(index)} AS k${index}` : `${text} AS d${index}`)),
    `CASE WHEN ${isUnlisted} THEN [${texts.join(', ')}] END AS texts`,
    `${figure(data.value)} AS value`,
    `${data.status === undefined ? 'NULL::VARCHAR' : column(data.status)} AS status`,
    `${cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${column(metric)} ${cases.join(' ')} END`} AS largest`,
  ];
  return { sql: columns.join(', '), values: dominated.map(({ code }) => code) };
}

/** SQL: points for commas and commas for points, so that a thousands separator is no decimal point. */
function swapped(text: string): string {
  return `translate(${text}, '.,', ',.')`;
}

/**
 * Makes views of table `given`, whose rows stand in the order of the data: `given_line` with their lines, and
 * `observation_text`. DuckDB keeps that order while it reads with several threads, so the place of a row is its line:
 * numbering them while reading takes as long as the reading.
 */
export async function numberLines(connection: DuckDBConnection, manifest: Manifest, first: number): Promise<void> {
  const texts = manifest.dimensions.map((dimension, index) => {
    if (!hasListedCodes(manifest, dimension)) return `d${index}`;
    return `CASE WHEN k${index} IS NULL THEN texts[${index + 1}] ELSE k${index}::VARCHAR END AS d${index}`;
  });
  await connection.run(`CREATE VIEW given_line AS SELECT rowid + ${first} AS line, * FROM given`);
  await connection.run(
    `CREATE VIEW observation_text AS SELECT line, ${texts.join(', ')}, value, status, largest FROM given_line`,
  );
}
