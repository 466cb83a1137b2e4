import type { Indicator } from '../../table.js';
import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';
import { isCount } from '../faults/disclosure-faults.js';
import { cellName, cellOf, dimensionWithRole, negligible, withFigures } from './cells.js';
import { rowFindings, type Check } from './check.js';

/**
 * Figures that are said to be computed from others agree with them, within what rounding explains (warning: where a
 * disclosure rule works they are computed again from the protected figures).
 */
export const derivedAgrees: Check = {
  rule: 'derived-agrees',
  async run(data) {
    const findings: Finding[] = [];
    for (const indicator of data.source.manifest.indicators) {
      const select = disagreements(data, indicator);
      if (select === null) continue;
      findings.push(
        ...(await rowFindings(data, this.rule, select, {
          severity: 'warning',
          field: data.source.manifest.data.value,
          message: ([cell, value, computed]) => {
            const name = [indicator.code, cellName(data, cell, [dimensionWithRole(data, 'metric')])].join(' · ');
            const figures = `${name} is ${Number(value)}; computed it is ${Number(computed).toFixed(indicator.decimals)}`;
            return withFigures(data, figures, `${name} is not what it is said to be computed from`);
          },
          remedy: 'Correct the figure, or what it is derived from in the manifest',
        })),
      );
    }
    return findings;
  },
};

function disagreements(data: Data, { derived, decimals, code }: Indicator): string | null {
  if (!derived) return null;
  const { indicators } = data.source.manifest;
  const metric = dimensionWithRole(data, 'metric');
  const cell = cellOf(data, 'o', [metric]);
  const place = (wanted: string): number => indicators.findIndex((each) => each.code === wanted);
  const figures = (wanted: string): string =>
    `(SELECT line, ${cell} AS cell, value FROM observation AS o WHERE d${metric} = ${place(wanted)} AND value IS NOT NULL)`;
  const { numerator, denominator, factor } = derived;
  const [over, under] = [roundingOf(indicators[place(numerator)]), roundingOf(indicators[place(denominator)])];
  return `SELECT r.line, r.cell, r.value, ${factor} * n.value / d.value AS computed
    FROM ${figures(code)} AS r JOIN ${figures(numerator)} AS n USING (cell) JOIN ${figures(denominator)} AS d USING (cell)
    WHERE d.value <> 0 AND abs(r.value - ${factor} * n.value / d.value) > ${0.5 * 10 ** -decimals + negligible(decimals)}
      + ${factor} * (${over} / abs(d.value) + ${under} * abs(n.value) / (d.value * d.value))`;
}

/** Most that rounding can have changed a figure: a count is exact. */
function roundingOf(indicator: Indicator | undefined): number {
  return !indicator || isCount(indicator) ? 0 : 0.5 * 10 ** -indicator.decimals;
}
