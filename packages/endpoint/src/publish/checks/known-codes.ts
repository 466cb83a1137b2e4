import { dataFindings, type Check } from './check.js';

/** Every region, class and indicator in the data is one that the manifest lists. */
export const knownCodes: Check = {
  rule: 'known-codes',
  async run(data) {
    const findings = [];
    for (const [index, dimension] of data.source.manifest.dimensions.entries()) {
      // A code that is no period is reported by the check on periods.
      const unknown = dimension.role === 'time' ? 't.code IS NULL' : 'true';
      const rows = await data.query(
        `SELECT min(line), code, count(*) FROM
           (SELECT t.line, t.d${index} AS code FROM observation_text AS t JOIN observation AS o USING (line) WHERE o.d${index} IS NULL) AS t
         WHERE ${unknown} GROUP BY code ORDER BY 1`,
      );
      findings.push(
        ...dataFindings(
          data,
          this.rule,
          'error',
          rows.map(([line, code, count]) => ({
            line,
            field: dimension.column,
            message: `${typeof code === 'string' ? `Unknown code ${code.slice(0, 40)}` : 'No code'} on ${rowCount(count)}`,
          })),
          `Add the code to ${dimension.role === 'metric' ? 'indicators' : `dimension ${dimension.id}`} in the manifest, or correct the data`,
        ),
      );
    }
    return findings;
  },
};

function rowCount(count: unknown): string {
  return Number(count) === 1 ? '1 row' : `${Number(count)} rows`;
}
