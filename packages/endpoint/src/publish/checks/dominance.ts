import { dominanceColumn } from '../manifest.js';
import { unread } from '../translate.js';
import { cellName, cellOf, dimensionWithRole, indicatorList } from './cells.js';
import { rowFindings, type Check } from './check.js';

/** Where a rule against dominance works, the part of the largest contributor is known for each figure and is a part of it. */
export const dominance: Check = {
  rule: 'dominance',
  async run(data) {
    const { indicators } = data.source.manifest;
    const field = [...new Set(indicators.flatMap((indicator) => dominanceColumn(indicator) ?? []))].join(', ');
    if (field === '') return [];
    const chosen = indicatorList(data, (indicator) => dominanceColumn(indicator) !== undefined);
    return rowFindings(
      data,
      this.rule,
      `SELECT line, ${cellOf(data, 'o')} AS cell, unread & ${unread.largest} <> 0, largest IS NULL FROM observation AS o
       WHERE d${dimensionWithRole(data, 'metric')} IN (${chosen}) AND cell IS NOT NULL
         AND value IS NOT NULL AND (largest IS NULL OR largest < 0 OR largest > value)`,
      {
        severity: 'error',
        field,
        message: ([cell, odd, none]) => {
          if (odd === true) return `${cellName(data, cell)}: the largest contribution is not a number`;
          if (none === true) return `${cellName(data, cell)}: the largest contribution is missing`;
          return `${cellName(data, cell)}: the largest contribution is not a part of the figure`;
        },
        remedy: 'Give the part of the largest contributor in the unit of the figure, beside every figure',
      },
    );
  },
};
