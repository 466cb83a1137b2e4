import type { Finding } from '../finding.js';
import { firstFindings, type Check } from './check.js';
import { ownIndicators, told } from './told.js';

/** Every indicator and class of the manifest has observations (warning); `regions-present` is about the regions. */
export const codesPresent: Check = {
  rule: 'codes-present',
  async run(data) {
    const { file, lineOf, manifest } = data.source;
    const findings: Finding[] = [];
    for (const [index, { id, role }] of manifest.dimensions.entries()) {
      if (role === 'time' || role === 'geo') continue;
      const rows = await data.query(
        `SELECT position FROM category WHERE dimension = ${index} ${role === 'metric' ? `AND position IN (${ownIndicators(data)})` : ''}
           AND position NOT IN (SELECT d${index} FROM observation WHERE d${index} IS NOT NULL AND ${told}) ORDER BY 1`,
      );
      const found = rows.map(([place]): Finding => {
        const position = Number(place);
        const code = data.codes[index]?.[position] ?? '';
        const path =
          role === 'metric' ? ['indicators', position, 'code'] : ['dimensions', index, 'codes', position, 'code'];
        return {
          rule: this.rule,
          severity: 'warning',
          location: { file, line: lineOf(path), field: path.join('.') },
          message: `${role === 'metric' ? 'Indicator' : `${id}:`} ${code} has no observations`,
          remedy: 'Add its rows (empty with status O where a figure is not available), or take it out of the manifest',
        };
      });
      findings.push(...firstFindings(found));
    }
    return findings;
  },
};
