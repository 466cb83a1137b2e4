import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';
import type { Manifest } from '../manifest.js';
import { partsOfTotal } from '../wholes.js';
import { cellName, cellOf, dimensionWithRole, indicatorList, negligible, withFigures } from './cells.js';
import { rowFindings, type Check } from './check.js';

type Shares = NonNullable<NonNullable<Manifest['expectations']>['shares']>[number];

/**
 * Shares that the bureau expects to make a whole do so, within what rounding each of them can take away. A set of which a
 * part is missing is not judged.
 */
export const sharesSum: Check = {
  rule: 'shares-sum',
  async run(data) {
    const findings: Finding[] = [];
    for (const shares of data.source.manifest.expectations?.shares ?? [])
      findings.push(...(await sharesFindings(data, this.rule, shares)));
    return findings;
  },
};

async function sharesFindings(data: Data, rule: string, shares: Shares): Promise<readonly Finding[]> {
  const { indicators, sum = 100 } = shares;
  const { dimensions } = data.source.manifest;
  const metric = dimensionWithRole(data, 'metric');
  const over = dimensions.findIndex(({ id }) => id === shares.over);
  const dimension = dimensions[over];
  const summed = dimension ? over : metric;
  const codes = data.codes[over] ?? [];
  const parts = dimension ? partsOfTotal(dimension).map((code) => codes.indexOf(code)) : [];
  const count = dimension ? parts.length : indicators.length;
  const chosen = data.source.manifest.indicators.filter(({ code }) => indicators.includes(code));
  const decimals = Math.min(...chosen.map((indicator) => indicator.decimals));
  const tolerance = (shares.tolerance ?? 0.5 * 10 ** -decimals * count) + negligible(decimals);
  const among = dimension ? `AND d${over} IN (${parts.join(', ')})` : '';
  return rowFindings(
    data,
    rule,
    `SELECT min(line) AS line, ${cellOf(data, 'o', [summed])} AS cell, sum(value) AS total FROM observation AS o
     WHERE d${metric} IN (${indicatorList(data, ({ code }) => indicators.includes(code))}) ${among}
     GROUP BY cell HAVING cell IS NOT NULL AND count(*) FILTER (value IS NOT NULL OR status = 'M') = ${count}
       AND abs(total - ${sum}) > ${tolerance}`,
    {
      severity: 'error',
      field: data.source.manifest.data.value,
      message: ([cell, total]) => {
        const name = [cellName(data, cell, [summed]), dimension ? `all of ${dimension.id}` : indicators.join(' + ')];
        const added = Math.round(Number(total) * 1e6) / 1e6;
        return withFigures(data, `${name.join(': ')} is ${added}, not ${sum}`, `${name.join(': ')} is not ${sum}`);
      },
      remedy: 'Correct the shares, or say by how much they may differ: tolerance under expectations.shares',
    },
  );
}
