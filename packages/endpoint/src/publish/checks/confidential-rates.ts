import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';
import type { Indicator } from '../../table.js';
import { cellName, cellOf, dimensionWithRole } from './cells.js';
import { rowFindings, type Check } from './check.js';

/**
 * A count that the source hides (status C) can be computed from a rate of it beside the other count. About persons that is
 * refused; else it is told. Where a count has a disclosure rule, its rates are hidden with it. Figures are never repeated.
 */
export const confidentialRates: Check = {
  rule: 'confidential-rates',
  async run(data) {
    const { manifest } = data.source;
    const metric = dimensionWithRole(data, 'metric');
    const findings: Finding[] = [];
    for (const indicator of manifest.indicators) {
      const select = telling(data, indicator);
      if (select === null) continue;
      findings.push(
        ...(await rowFindings(data, this.rule, select, {
          severity: manifest.personal === 'none' ? 'warning' : 'error',
          field: manifest.data.value,
          message: ([cell]) =>
            `${[indicator.code, cellName(data, cell, [metric])].join(' · ')} is the rate of a confidential count, which follows from it`,
          remedy:
            'Hide the rate where a count of it is hidden (status C), or give the count a rule: disclosure: { suppression: … }',
        })),
      );
    }
    return findings;
  },
};

/** Lines of rates of which one count is hidden and the other given; null where there can be none. */
function telling(data: Data, { code, derived }: Indicator): string | null {
  if (!derived) return null;
  const { indicators } = data.source.manifest;
  const metric = dimensionWithRole(data, 'metric');
  const place = (wanted: string): number => indicators.findIndex((each) => each.code === wanted);
  const counts = [place(derived.numerator), place(derived.denominator)];
  if (counts.some((count) => indicators[count]?.disclosure !== undefined)) return null;
  const cell = cellOf(data, 'o', [metric]);
  const of = (position: number | undefined): string =>
    `(SELECT line, ${cell} AS cell, value, status FROM observation AS o WHERE d${metric} = ${position ?? -1})`;
  return `SELECT r.line, r.cell FROM ${of(place(code))} AS r JOIN ${of(counts[0])} AS n USING (cell) JOIN ${of(counts[1])} AS d USING (cell)
    WHERE r.value IS NOT NULL AND ((n.status = 'C' AND d.value IS NOT NULL) OR (d.status = 'C' AND n.value IS NOT NULL))`;
}
