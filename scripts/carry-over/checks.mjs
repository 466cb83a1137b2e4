import { columnsOf } from './convert.mjs';
import { parseCsv } from './csv.mjs';
import { regions, toRegion } from './regions.mjs';

/** @typedef {{ rows: Record<string, string>[], number: (key: Record<string, string>) => number | undefined }} Cells */

const keyOf = (row, columns) => columns.map((column) => row[column]).join('|');

/** @returns {Cells} the rows with a look-up by cell; an empty value is `undefined`, never 0 */
function index(rows, spec) {
  const columns = columnsOf(spec).slice(0, -2);
  const values = new Map(rows.map((row) => [keyOf(row, columns), row.value]));
  return {
    rows,
    number: (key) => {
      const text = values.get(keyOf(key, columns));
      return text === undefined || text === '' ? undefined : Number(text);
    },
  };
}

function findDuplicates(rows, spec) {
  const columns = columnsOf(spec).slice(0, -2);
  const seen = new Set();
  return rows.flatMap((row) => {
    const key = keyOf(row, columns);
    if (seen.has(key)) return [`duplicate cell ${key}`];
    seen.add(key);
    return [];
  });
}

function findUnknownCodes(rows, spec) {
  const known = { region: regions, ...spec.dimensions, indicator: spec.indicators };
  return rows.flatMap((row) =>
    Object.entries(known)
      .filter(([column, codes]) => !codes.includes(row[column]))
      .map(([column]) => `unknown ${column} ${row[column]}`),
  );
}

/** Goes from the written file back to the source: the other way round than the conversion. */
function findChanges(rows, sourceText, spec) {
  const classification = [...Object.keys(spec.dimensions), 'indicator'];
  const codes = Map.groupBy(Object.keys(spec.cells), (code) => keyOf(spec.cells[code], classification));
  const source = new Map(
    parseCsv(sourceText).map((row) => [
      `${toRegion(row.region_code)}|${row.period}|${row.indicator_code.trim()}`,
      row.value,
    ]),
  );
  return rows.flatMap((row) => {
    const candidates = codes.get(keyOf(row, classification)) ?? [];
    const found = candidates
      .map((code) => source.get(`${row.region}|${row.period}|${code}`))
      .filter((value) => value !== undefined);
    return found.length === 1 && found[0] === row.value ? [] : [`differs from the source: ${Object.values(row)}`];
  });
}

/**
 * @param {string} written the table as read back from disk
 * @param {string} sourceText
 * @param {import('./convert.mjs').TableSpec} spec
 * @returns {string[]} findings; empty when all is well
 */
export function check(written, sourceText, spec) {
  const rows = parseCsv(written);
  const count = rows.length === spec.rows ? [] : [`${rows.length} rows instead of ${spec.rows}`];
  return [
    ...count,
    ...findDuplicates(rows, spec),
    ...findUnknownCodes(rows, spec),
    ...findChanges(rows, sourceText, spec),
    ...(spec.checks ?? []).flatMap((rule) => rule(index(rows, spec))),
  ];
}

/**
 * A rule that parts add up to their total, for every row that is such a total. Cells with a missing part are passed over.
 *
 * @param {string} column the column that holds total and parts
 * @param {string} total
 * @param {string[]} parts
 * @param {{ indicators?: string[], tolerance?: number }} [options] tolerance in the unit of the indicator, for rounding
 */
export const addsUp =
  (column, total, parts, { indicators, tolerance = 0 } = {}) =>
  ({ rows, number }) =>
    rows
      .filter((row) => row[column] === total && (!indicators || indicators.includes(row.indicator)))
      .flatMap((row) => {
        const numbers = parts.map((part) => number({ ...row, [column]: part }));
        const whole = number(row);
        if (whole === undefined || numbers.includes(undefined)) return [];
        const sum = numbers.reduce((a, b) => a + b, 0);
        return Math.abs(sum - whole) <= tolerance ? [] : [`${parts.join(' + ')} is ${sum}, not ${Object.values(row)}`];
      });

/** A rule that every value lies between the indicators `<code>-ondergrens` and `<code>-bovengrens`. */
export const withinBounds = ({ rows, number }) =>
  rows.flatMap((row) => {
    const lower = number({ ...row, indicator: `${row.indicator}-ondergrens` });
    const upper = number({ ...row, indicator: `${row.indicator}-bovengrens` });
    const value = number(row);
    if (lower === undefined || upper === undefined || value === undefined) return [];
    return lower <= value && value <= upper ? [] : [`outside its bounds: ${Object.values(row)}`];
  });
