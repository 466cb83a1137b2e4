import { cellCount } from '../../selection/cells.js';
import type { Data } from '../read-data.js';
import { cellName, cellOf } from './cells.js';
import { rowFindings, type Check } from './check.js';

/** Cells that are counted with one bit each: 32 MB at most. */
const mostBits = 2 ** 28;

/** No two rows are about the same combination of codes. */
export const duplicateCells: Check = {
  rule: 'duplicate-cells',
  async run(data) {
    if (await allDiffer(data)) return [];
    return rowFindings(
      data,
      this.rule,
      `SELECT max(line) AS line, min(line), ${cellOf(data, 'o')} AS cell FROM observation AS o
       GROUP BY cell HAVING count(*) > 1 AND cell IS NOT NULL`,
      {
        severity: 'error',
        field: data.source.manifest.dimensions.map(({ column }) => column).join(', '),
        message: ([first, place]) => {
          const before = data.locate(Number(first), '');
          const other = before.row === undefined ? `line ${before.line}` : `row ${before.row}`;
          return `${cellName(data, place)} is also on ${other}`;
        },
        remedy: 'Keep one row per combination of codes',
      },
    );
  },
};

/** The quick answer: as many different cells as rows. Grouping millions of rows only to find nothing takes ten times as long. */
async function allDiffer(data: Data): Promise<boolean> {
  const cells = cellCount(data.codes.map((codes) => codes.length));
  if (cells > mostBits || cells === 0) return false;
  const cell = cellOf(data, 'o');
  const [[rows, different] = []] = await data.query(
    `SELECT count(*), bit_count(bitstring_agg(${cell}, 0, ${cells})) FROM observation AS o WHERE ${cell} IS NOT NULL`,
  );
  return Number(rows) === Number(different ?? 0);
}
