import { isCount } from '../faults/disclosure-faults.js';
import { cellName, cellOf, dimensionWithRole, indicatorList } from './cells.js';
import { rowFindings, type Check } from './check.js';

/** Counts of fewer persons than this can point at one of them. */
const fewest = 10;

/**
 * Counts of persons from 1 to 9 are never published as they are: an indicator that has them needs a disclosure rule. The
 * report names the line, not the figure.
 */
export const smallCounts: Check = {
  rule: 'small-counts',
  async run(data) {
    if (data.source.manifest.personal === 'none') return [];
    const metric = dimensionWithRole(data, 'metric');
    const bare = indicatorList(data, (indicator) => isCount(indicator) && indicator.disclosure === undefined);
    return rowFindings(
      data,
      this.rule,
      `SELECT line, ${cellOf(data, 'o')} AS cell FROM observation AS o
       WHERE value > 0 AND value < ${fewest} AND d${metric} IN (${bare}) AND cell IS NOT NULL`,
      {
        severity: 'error',
        field: data.source.manifest.data.value,
        message: ([cell]) => `${cellName(data, cell)} counts fewer than ${fewest} persons`,
        remedy:
          'Give its indicator a disclosure rule: rounding or suppression. Counts of things go in a table of their own, with personal: none',
      },
    );
  },
};
