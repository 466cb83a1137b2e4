import type { Finding } from '../finding.js';
import { cellName, cellOf, dimensionWithRole, indicatorList, withFigures } from './cells.js';
import { rowFindings, type Check } from './check.js';
import { comparison } from './comparison.js';
import { changeInWords, jumped, jumpRemedy } from './jump.js';

/**
 * Figures that differ more from the version that is served now than the bureau expects (warning). The served figure is
 * the protected one, so a figure that is confidential there is not compared.
 */
export const jumpsVersion: Check = {
  rule: 'jumps-version',
  async run(data, previous) {
    const jumps = (data.source.manifest.expectations?.jumps ?? []).filter(({ version }) => version !== undefined);
    if (jumps.length === 0 || !previous) return [];
    const { isPossible, findings: unable } = await comparison(this.rule, data, previous);
    if (!isPossible) return unable;
    const metric = dimensionWithRole(data, 'metric');
    const findings: Finding[] = [];
    for (const jump of jumps) {
      const chosen = indicatorList(data, ({ code }) => jump.indicators?.includes(code) ?? true);
      findings.push(
        ...(await rowFindings(
          data,
          this.rule,
          `SELECT o.line, ${cellOf(data, 'o')} AS place, o.value, p.value
           FROM observation AS o JOIN previous AS p ON p.cell = ${cellOf(data, 'o')}
           WHERE o.d${metric} IN (${chosen}) AND ${jumped('o.value', 'p.value', jump.version ?? 0, jump)}`,
          {
            severity: 'warning',
            field: data.source.manifest.data.value,
            message: ([cell, now, before]) =>
              `${cellName(data, cell)} is not what version ${previous.version.version} says${withFigures(data, `: ${changeInWords(now, before)}`, '')}`,
            remedy: jumpRemedy,
          },
        )),
      );
    }
    return findings;
  },
};
