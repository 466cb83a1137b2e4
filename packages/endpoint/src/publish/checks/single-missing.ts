import type { Finding } from '../finding.js';
import { cellName, indicatorList } from './cells.js';
import { rowFindings, type Check } from './check.js';
import { followingFromSums, partsOf } from './following-from-sums.js';

/**
 * A count of persons that is missing (empty, or without a row) while its total and the other parts are given is no secret: whoever
 * left it out because it is small hid nothing. It may also just not be known, so that this is told and not refused.
 */
export const singleMissing: Check = {
  rule: 'single-missing',
  async run(data) {
    const { manifest } = data.source;
    if (manifest.personal === 'none') return [];
    const findings: Finding[] = [];
    const indicators = indicatorList(data, ({ additive }) => additive === true);
    for (const [index, { column }] of manifest.dimensions.entries()) {
      const parts = partsOf(data, index);
      if (parts === null) continue;
      findings.push(
        ...(await rowFindings(data, this.rule, followingFromSums(data, index, parts, indicators, 'O'), {
          severity: 'warning',
          field: manifest.data.value,
          message: ([cell]) => `${cellName(data, cell)} is missing, but follows from its total and parts by ${column}`,
          remedy:
            'If it was left out because it is small, give the figure and let a rule hide it (disclosure: { suppression: … }), or mark it C',
        })),
      );
    }
    return findings;
  },
};
