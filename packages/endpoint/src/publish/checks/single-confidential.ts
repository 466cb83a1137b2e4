import type { Finding } from '../finding.js';
import { cellName, indicatorList } from './cells.js';
import { rowFindings, type Check } from './check.js';
import { followingFromSums, partsOf } from './following-from-sums.js';

/**
 * A figure that the source hides (status C) can be computed when it is the only one of its sum: the total less the other
 * parts, or the parts together. Parts make up a total where the manifest says so, and where every other sum of that total
 * in the data comes out, as anyone can see. About persons that is refused; else it is told. Where the indicator suppresses, its rule
 * protects such a figure as it does its own. Figures are never repeated.
 */
export const singleConfidential: Check = {
  rule: 'single-confidential',
  async run(data) {
    const { manifest } = data.source;
    const findings: Finding[] = [];
    for (const [index, { column }] of manifest.dimensions.entries()) {
      const parts = partsOf(data, index);
      if (parts === null) continue;
      for (const severity of ['error', 'warning'] as const) {
        const isError = (protectedBy: object | undefined): boolean =>
          manifest.personal !== 'none' && protectedBy === undefined;
        const indicators = indicatorList(
          data,
          ({ additive, disclosure }) =>
            additive === true && !disclosure?.suppression && isError(disclosure) === (severity === 'error'),
        );
        findings.push(
          ...(await rowFindings(data, this.rule, followingFromSums(data, index, parts, indicators, 'C'), {
            severity,
            field: manifest.data.status ?? manifest.data.value,
            message: ([cell]) =>
              `${cellName(data, cell)} is confidential, but follows from its total and parts by ${column}`,
            remedy:
              'Have the source hide a second figure of the same sum, or give the indicator a rule: disclosure: { suppression: … }',
          })),
        );
      }
    }
    return findings;
  },
};
