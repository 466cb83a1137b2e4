import { parseCsv } from './csv.mjs';
import { regions, toRegion } from './regions.mjs';

/**
 * What one table takes from which source file. `cells` says for each source indicator code which cell it fills;
 * a code that is not listed is left out.
 *
 * @typedef {object} TableSpec
 * @property {string} id name of the table and of its files
 * @property {string} source name of the source file, without `.csv`
 * @property {Record<string, string[]>} dimensions classification columns with their codes, in order
 * @property {string[]} indicators codes, in order
 * @property {Record<string, Record<string, string>>} cells source code → `{ indicator, …classification codes }`
 * @property {number} rows how many rows there must be
 * @property {(period: string) => boolean} [periods] which periods are taken; all of them when absent
 * @property {(cell: Record<string, string>) => boolean} [notApplicable] combinations of which no figure is made
 * @property {(row: Record<string, string>) => string} [status] contract code of one source row
 * @property {((cells: import('./checks.mjs').Cells) => string[])[]} [checks] further checks, each giving its findings
 */

const statusCodes = { '': '', voorlopig: 'P', 'nader voorlopig': 'R' };

/** The status column of the source also holds names of source tables: those must be mapped by the table itself. */
function statusOf(row, spec) {
  const code = spec.status ? spec.status(row) : statusCodes[row.status];
  if (code === undefined) throw new Error(`${spec.id}: unknown status "${row.status}"`);
  return code;
}

function toRow(source, spec) {
  const cell = spec.cells[source.indicator_code.trim()];
  if (!cell || (spec.periods && !spec.periods(source.period))) return [];
  const row = { region: toRegion(source.region_code), ...cell, period: source.period, value: source.value };
  const missing = spec.notApplicable?.(cell) ? 'M' : '';
  return [{ ...row, status: row.value === '' ? missing : statusOf(source, spec) }];
}

/** Columns of a table, in the order of the file, which is also the order of the rows. */
export const columnsOf = (spec) => [
  'region',
  ...Object.keys(spec.dimensions),
  'period',
  'indicator',
  'value',
  'status',
];

/** @returns {(a: Record<string, string>, b: Record<string, string>) => number} */
function byColumns(spec) {
  const order = { region: regions, ...spec.dimensions, indicator: spec.indicators };
  const rank = (column, code) => (order[column] ? order[column].indexOf(code) : 0);
  return (a, b) => {
    for (const column of columnsOf(spec)) {
      const difference = rank(column, a[column]) - rank(column, b[column]);
      if (difference !== 0) return difference;
      if (column === 'period' && a.period !== b.period) return a.period < b.period ? -1 : 1;
    }
    return 0;
  };
}

/**
 * @param {string} text the source file
 * @param {TableSpec} spec
 * @returns {Record<string, string>[]} the rows of the table, sorted; values are the text of the source, untouched
 * @throws {Error} on a status word that is not known
 */
export function convert(text, spec) {
  return parseCsv(text)
    .flatMap((source) => toRow(source, spec))
    .sort(byColumns(spec));
}
