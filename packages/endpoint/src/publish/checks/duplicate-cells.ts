import { dataFindings, type Check } from './check.js';

/** No two rows are about the same combination of codes. */
export const duplicateCells: Check = {
  rule: 'duplicate-cells',
  async run(data) {
    const columns = data.source.manifest.dimensions.map((_, index) => `d${index}`);
    const rows = await data.query(
      `SELECT min(line), max(line), ${columns.join(', ')} FROM observation_text
       GROUP BY ${columns.join(', ')} HAVING count(*) > 1 ORDER BY 1`,
    );
    return dataFindings(
      data,
      this.rule,
      'error',
      rows.map(([first, last, ...codes]) => ({
        line: last,
        field: data.source.manifest.dimensions.map(({ column }) => column).join(', '),
        message: `${codes.map(String).join(' · ')} is also on line ${Number(first)}`,
      })),
      'Keep one row per combination of codes',
    );
  },
};
