/** From texts to the positions and numbers that checks and stores work on. */
import { listValue, type DuckDBConnection } from '@duckdb/node-api';
import { comparePeriods, parsePeriod, statusCodes } from '@peilglas/model';
import { listedCodes, type Manifest, type ManifestDimension } from './manifest.js';
import { wholes } from './wholes.js';

/** A number as text; what a source writes is kept to the last digit. */
const decimalPattern = '^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$';

/** Bits of `observation.unread`: which texts of a row could not be translated. */
export const unread = { value: 1, status: 2, largest: 4 } as const;

/** Whether the manifest lists the codes of a dimension; those of time come from the data. */
export function hasListedCodes(manifest: Manifest, dimension: ManifestDimension): boolean {
  return dimension.role !== 'time' && listedCodes(manifest, dimension).length > 0;
}

/**
 * Fills `category` with the codes that the manifest lists, and makes a type `code0`, `code1`, … of each such dimension: a
 * text that is read as one is a position at once, and takes a byte or two instead of all its letters.
 */
export async function fillListedCodes(connection: DuckDBConnection, manifest: Manifest): Promise<void> {
  await connection.run('CREATE TABLE category(dimension INTEGER, code VARCHAR, position INTEGER, whole INTEGER)');
  for (const [index, dimension] of manifest.dimensions.entries()) {
    if (!hasListedCodes(manifest, dimension)) continue;
    await fill(connection, index, listedCodes(manifest, dimension), wholePositions(dimension));
    await connection.run(
      `CREATE TYPE code${index} AS ENUM (SELECT code FROM category WHERE dimension = ${index} ORDER BY position)`,
    );
  }
}

/** Fills `category` with the periods of the data. @returns the codes per dimension, in their order on the wire. */
export async function fillPeriods(
  connection: DuckDBConnection,
  manifest: Manifest,
): Promise<readonly (readonly string[])[]> {
  const codes: (readonly string[])[] = [];
  for (const [index, dimension] of manifest.dimensions.entries()) {
    const isTime = dimension.role === 'time';
    const own = isTime ? await periodsInData(connection, index) : listedCodes(manifest, dimension);
    if (isTime) await fill(connection, index, own, []);
    codes.push(own);
  }
  return codes;
}

async function fill(
  connection: DuckDBConnection,
  dimension: number,
  codes: readonly string[],
  whole: readonly (number | undefined)[],
): Promise<void> {
  const appender = await connection.createAppender('category');
  codes.forEach((code, position) => {
    appender.appendInteger(dimension);
    appender.appendVarchar(code);
    appender.appendInteger(position);
    const partOf = whole[position];
    if (partOf === undefined) appender.appendNull();
    else appender.appendInteger(partOf);
    appender.endRow();
  });
  appender.closeSync();
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

function wholePositions(dimension: ManifestDimension): readonly (number | undefined)[] {
  const positions = new Map((dimension.codes ?? []).map(({ code }, position) => [code, position]));
  return wholes(dimension).map((whole) => (whole === null ? undefined : positions.get(whole)));
}

/** Decimals of the text of a number; an exponent moves the point. */
const decimals = `CASE
  WHEN contains(given, 'e') OR contains(given, 'E') THEN greatest(0,
    length(regexp_extract(given, '[.]([0-9]+)', 1)) - coalesce(TRY_CAST(regexp_extract(given, '[eE](.+)$', 1) AS INTEGER), 0))
  WHEN contains(given, '.') THEN length(given) - position('.' IN given)
  ELSE 0 END`;

/** Fills `observation` from `given_line` and `category`. */
export async function translate(connection: DuckDBConnection, manifest: Manifest): Promise<void> {
  const indexes = manifest.dimensions.map((_, index) => index);
  const isListed = manifest.dimensions.map((dimension) => hasListedCodes(manifest, dimension));
  const position = (index: number): string =>
    isListed[index] ? `enum_code(k${index})::INTEGER` : `c${index}.position`;
  const number = (column: string): string =>
    `CASE WHEN regexp_full_match(${column}, $1) AND isfinite(TRY_CAST(${column} AS DOUBLE)) THEN TRY_CAST(${column} AS DOUBLE) END`;
  await connection.run(
    `CREATE TABLE observation AS SELECT line, ${indexes.map((index) => `d${index}`).join(', ')}, value, status, largest,
       ${decimals} AS decimals,
       CASE WHEN given IS NOT NULL AND value IS NULL THEN ${unread.value} ELSE 0 END
         + CASE WHEN given_status IS NOT NULL AND status IS NULL THEN ${unread.status} ELSE 0 END
         + CASE WHEN given_largest IS NOT NULL AND largest IS NULL THEN ${unread.largest} ELSE 0 END AS unread
     FROM (SELECT line, ${indexes.map((index) => `${position(index)} AS d${index}`).join(', ')},
       ${number('value')} AS value, CASE WHEN list_contains($2, status) THEN status END AS status,
       ${number('largest')} AS largest, value AS given, status AS given_status, largest AS given_largest
     FROM given_line AS t ${indexes
       .filter((index) => !isListed[index])
       .map(
         (index) =>
           `LEFT JOIN category AS c${index} ON c${index}.dimension = ${index} AND c${index}.code = t.d${index}`,
       )
       .join(' ')})`,
    [decimalPattern, listValue(statusCodes)],
  );
}
