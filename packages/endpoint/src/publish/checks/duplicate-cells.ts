import { cellName, cellOf } from './cells.js';
import { rowFindings, type Check } from './check.js';

/** No two rows are about the same combination of codes. */
export const duplicateCells: Check = {
  rule: 'duplicate-cells',
  run(data) {
    const cell = cellOf(data, 'o');
    return rowFindings(
      data,
      this.rule,
      `SELECT max(line) AS line, min(line), ${cell} AS cell FROM observation AS o
       WHERE ${cell} IS NOT NULL GROUP BY cell HAVING count(*) > 1`,
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
