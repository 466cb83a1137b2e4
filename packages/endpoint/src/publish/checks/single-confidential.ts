import type { Finding } from '../finding.js';
import type { Data } from '../read-data.js';
import { supposedWholes, wholes } from '../wholes.js';
import { cellName, cellOf, cellStrides, dimensionWithRole, indicatorList, negligible, perIndicator } from './cells.js';
import { rowFindings, type Check } from './check.js';

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
          ...(await rowFindings(data, this.rule, exposed(data, index, parts, indicators), {
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

/** Rows of (part, whole, whether the manifest says that the parts are complete), by position; null without any. */
function partsOf(data: Data, index: number): string | null {
  const dimension = data.source.manifest.dimensions[index];
  if (!dimension) return null;
  const declared = wholes(dimension);
  const position = (code: string | null): number => (data.codes[index] ?? []).indexOf(code ?? '');
  const rows = supposedWholes(dimension).flatMap((whole, part) =>
    position(whole) < 0 ? [] : [`(${part}, ${position(whole)}, ${declared[part] !== null})`],
  );
  return rows.length > 0 ? rows.join(', ') : null;
}

/** Lines of figures that are the only hidden one of a sum by one dimension, with their cells. */
function exposed(data: Data, index: number, parts: string, indicators: string): string {
  const metric = dimensionWithRole(data, 'metric');
  const tolerance = data.source.manifest.expectations?.totals?.tolerance ?? 0;
  const whole = `${cellOf(data, 'o', [index])} + p.whole::BIGINT * ${cellStrides(data)[index] ?? 1}`;
  const regions = index === dimensionWithRole(data, 'geo');
  return `WITH part(position, whole, declared) AS (VALUES ${parts}),
    size AS (SELECT whole, count(*) AS parts FROM part GROUP BY 1),
    gone AS (SELECT whole, a.period, count(*) AS parts FROM absent AS a JOIN part USING (position)
      WHERE ${String(regions)} GROUP BY 1, 2),
    sums AS (SELECT ${whole} AS cell, p.whole, bool_and(p.declared) AS declared, coalesce(sum(o.value), 0) AS value,
        count(*) FILTER (o.value IS NOT NULL OR o.status = 'M') AS given, count(*) FILTER (o.status = 'C') AS hidden,
        any_value(o.line) FILTER (o.status = 'C') AS line, any_value(${cellOf(data, 'o')}) FILTER (o.status = 'C') AS secret
      FROM observation AS o JOIN part AS p ON p.position = o.d${index}
      WHERE o.d${metric} IN (${indicators}) GROUP BY 1, 2),
    judged AS (SELECT s.*, w.d${metric} AS indicator, w.value AS total, w.status = 'C' AS closed, w.line AS total_line,
        size.parts - coalesce(gone.parts, 0) AS parts,
        ${tolerance} + ${perIndicator(data, 'w', ({ decimals }) => negligible(decimals))} AS most
      FROM sums AS s JOIN observation AS w ON ${cellOf(data, 'w')} = s.cell JOIN size ON size.whole = s.whole
      LEFT JOIN gone ON gone.whole = s.whole AND gone.period = w.d${dimensionWithRole(data, 'time')}),
    known AS (SELECT whole, indicator FROM judged WHERE hidden = 0 AND given = parts AND total IS NOT NULL
      GROUP BY 1, 2 HAVING bool_and(abs(total - value) <= most))
    SELECT DISTINCT CASE WHEN hidden = 1 THEN line ELSE total_line END AS line,
      CASE WHEN hidden = 1 THEN secret ELSE cell END AS cell
    FROM judged WHERE ((hidden = 1 AND given = parts - 1 AND total IS NOT NULL) OR (hidden = 0 AND given = parts AND closed))
      AND (declared OR (whole, indicator) IN (FROM known))`;
}
