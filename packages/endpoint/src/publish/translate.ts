/** From texts to the positions and numbers that checks and stores work on. */
import { listValue, type DuckDBConnection } from '@duckdb/node-api';
import { comparePeriods, parsePeriod, statusCodes } from '@peilglas/model';
import { listedCodes, type Manifest, type ManifestDimension } from './manifest.js';
import { wholes } from './wholes.js';

/** A number as text; what a source writes is kept to the last digit. */
const decimalPattern = '^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$';

/** Bits of `observation.unread`: which texts of a row could not be translated. */
export const unread = { value: 1, status: 2, largest: 4 } as const;

/** Fills `category`. @returns the codes per dimension, in their order on the wire. */
export async function fillCategories(
  connection: DuckDBConnection,
  manifest: Manifest,
): Promise<readonly (readonly string[])[]> {
  await connection.run('CREATE TABLE category(dimension INTEGER, code VARCHAR, position INTEGER, whole INTEGER)');
  const appender = await connection.createAppender('category');
  const codes: (readonly string[])[] = [];
  for (const [index, dimension] of manifest.dimensions.entries()) {
    const own = dimension.role === 'time' ? await periodsInData(connection, index) : listedCodes(manifest, dimension);
    const whole = wholePositions(dimension);
    own.forEach((code, position) => {
      appender.appendInteger(index);
      appender.appendVarchar(code);
      appender.appendInteger(position);
      const partOf = whole[position];
      if (partOf === undefined) appender.appendNull();
      else appender.appendInteger(partOf);
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

/** Fills `observation` from `observation_text` and `category`. */
export async function translate(connection: DuckDBConnection, dimensionCount: number): Promise<void> {
  const indexes = Array.from({ length: dimensionCount }, (_, index) => index);
  const number = (column: string): string =>
    `CASE WHEN regexp_full_match(${column}, $1) AND isfinite(TRY_CAST(${column} AS DOUBLE)) THEN TRY_CAST(${column} AS DOUBLE) END`;
  await connection.run(
    `CREATE TABLE observation AS SELECT line, ${indexes.map((index) => `d${index}`).join(', ')}, value, status, largest,
       ${decimals} AS decimals,
       CASE WHEN given IS NOT NULL AND value IS NULL THEN ${unread.value} ELSE 0 END
         + CASE WHEN given_status IS NOT NULL AND status IS NULL THEN ${unread.status} ELSE 0 END
         + CASE WHEN given_largest IS NOT NULL AND largest IS NULL THEN ${unread.largest} ELSE 0 END AS unread
     FROM (SELECT line, ${indexes.map((index) => `k${index}.position AS d${index}`).join(', ')},
       ${number('value')} AS value, CASE WHEN list_contains($2, status) THEN status END AS status,
       ${number('largest')} AS largest, value AS given, status AS given_status, largest AS given_largest
     FROM observation_text AS t
     ${indexes.map((index) => `LEFT JOIN category AS k${index} ON k${index}.dimension = ${index} AND k${index}.code = t.d${index}`).join('\n')})`,
    [decimalPattern, listValue(statusCodes)],
  );
}
