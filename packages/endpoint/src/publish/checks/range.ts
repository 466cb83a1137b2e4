import type { Finding } from '../finding.js';
import { isCount } from '../faults/disclosure-faults.js';
import type { Data } from '../read-data.js';
import { cellName, cellOf, dimensionWithRole, indicatorList, withFigures } from './cells.js';
import { rowFindings, type Check } from './check.js';

/**
 * Every figure is one that can exist: within the range of its indicator (error), and without one a count of persons is not below
 * zero (warning), since a balance would go unprotected for a count.
 */
export const range: Check = {
  rule: 'range',
  async run(data) {
    return [...(await outsideRanges(data, this.rule)), ...(await countsBelowZero(data, this.rule))];
  },
};

function countsBelowZero(data: Data, rule: string): Promise<readonly Finding[]> {
  const { personal, data: columns } = data.source.manifest;
  const counts = indicatorList(
    data,
    (indicator) => personal !== 'none' && isCount(indicator) && indicator.range?.min === undefined,
  );
  return rowFindings(
    data,
    rule,
    `SELECT line, ${cellOf(data, 'o')} AS cell FROM observation AS o
     WHERE value < 0 AND d${dimensionWithRole(data, 'metric')} IN (${counts}) AND cell IS NOT NULL`,
    {
      severity: 'warning',
      field: columns.value,
      message: ([cell]) => `${cellName(data, cell)} is below zero`,
      remedy: 'Correct the figure, or give its indicator a range when it can be: range: { min: -1000 }',
    },
  );
}

async function outsideRanges(data: Data, rule: string): Promise<readonly Finding[]> {
  const metric = dimensionWithRole(data, 'metric');
  const outside = data.source.manifest.indicators.flatMap(({ range: ends }, index) => {
    if (!ends) return [];
    const { min, max } = ends;
    const sides = [...(min === undefined ? [] : [`value < ${min}`]), ...(max === undefined ? [] : [`value > ${max}`])];
    return [`d${metric} = ${index} AND (${sides.join(' OR ')})`];
  });
  if (outside.length === 0) return [];
  return rowFindings(
    data,
    rule,
    `SELECT line, ${cellOf(data, 'o')}, value FROM observation AS o WHERE ${outside.join(' OR ')}`,
    {
      severity: 'error',
      field: data.source.manifest.data.value,
      message: ([cell, value]) => {
        const name = cell === null ? 'This figure' : cellName(data, cell);
        return withFigures(data, `${name} is ${Number(value)}, outside its range`, `${name} is outside its range`);
      },
      remedy: 'Correct the figure, or the range of its indicator',
    },
  );
}
