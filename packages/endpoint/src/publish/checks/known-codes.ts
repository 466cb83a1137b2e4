import type { Finding } from '../finding.js';
import { foundCode } from './cells.js';
import { dataFindings, type Check } from './check.js';

/** Every region, class and indicator in the data is one that the manifest lists. */
export const knownCodes: Check = {
  rule: 'known-codes',
  async run(data) {
    const findings: Finding[] = [];
    for (const [index, dimension] of data.source.manifest.dimensions.entries()) {
      // A code that is no period is reported by the check on periods.
      const unknown = dimension.role === 'time' ? `AND d${index} IS NULL` : '';
      const rows = await data.query(
        `SELECT min(line), d${index}, count(*) FROM observation_text
         WHERE line IN (SELECT line FROM observation WHERE d${index} IS NULL) ${unknown} GROUP BY 2 ORDER BY 1`,
      );
      const place = dimension.role === 'metric' ? 'indicators' : `dimension ${dimension.id}`;
      const remedy = `Add the code to ${place} in the manifest, or correct the data; a row without codes is to be removed`;
      const faults = rows.map(([line, code, count]) => {
        const name = typeof code === 'string' ? `Unknown code ${foundCode(data, code)}` : 'No code';
        return { line, message: `${name} on ${Number(count) === 1 ? '1 row' : `${Number(count)} rows`}` };
      });
      findings.push(...dataFindings(data, this.rule, { severity: 'error', field: dimension.column, remedy }, faults));
    }
    return findings;
  },
};
