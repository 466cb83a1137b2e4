import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';
import {
  cellName,
  cellOf,
  cellStrides,
  dimensionWithRole,
  indicatorList,
  negligible,
  perIndicator,
  withFigures,
} from './cells.js';
import { rowFindings, type Check } from './check.js';

/**
 * Where the manifest says that the parts of a code are complete, additive figures of the parts add up to the figure of
 * the whole. A sum of which a part is missing is not judged; a part that cannot exist (status M) counts as nothing, and
 * a region is a part only in the periods in which it exists.
 */
export const totalsAddUp: Check = {
  rule: 'totals-add-up',
  async run(data) {
    const findings: Finding[] = [];
    for (const [index, { column }] of data.source.manifest.dimensions.entries()) {
      const wholes = await data.query(`SELECT count(*) FROM category WHERE dimension = ${index} AND whole IS NOT NULL`);
      if (Number(wholes[0]?.[0]) === 0) continue;
      findings.push(
        ...(await rowFindings(data, this.rule, differences(data, index), {
          severity: 'error',
          field: data.source.manifest.data.value,
          message: ([cell, value, sum]) =>
            withFigures(
              data,
              `${cellName(data, cell)} is ${Number(value)}; its parts by ${column} add up to ${Number(sum)}`,
              `${cellName(data, cell)} is not what its parts by ${column} add up to`,
            ),
          remedy:
            'Correct the figures; if they are rounded at the source, say how far they may differ: expectations.totals.tolerance',
        })),
      );
    }
    return findings;
  },
};

/**
 * In one pass: each part adds its figure to its whole, the whole takes off its own. Only what remains is looked at again,
 * for whether all parts were given.
 */
function differences(data: Data, index: number): string {
  const stride = cellStrides(data)[index] ?? 1;
  const [time, metric] = [dimensionWithRole(data, 'time'), dimensionWithRole(data, 'metric')];
  const { indicators, expectations } = data.source.manifest;
  const tolerance = expectations?.totals?.tolerance ?? 0;
  const finest = Math.max(...indicators.map(({ decimals }) => decimals));
  const regions = index === dimensionWithRole(data, 'geo');
  const parts = `SELECT position, whole FROM category WHERE dimension = ${index} AND whole IS NOT NULL`;
  return `WITH part AS (${parts}),
    member AS (SELECT position, whole, 1 AS sign FROM part UNION ALL SELECT DISTINCT whole, whole, -1 FROM part),
    rest AS (SELECT ${cellOf(data, 'o', [index])} + m.whole::BIGINT * ${stride} AS cell, sum(o.value * m.sign) AS difference,
        count(*) FILTER (o.value IS NOT NULL OR o.status = 'M' AND m.sign = 1) AS given
      FROM observation AS o JOIN member AS m ON m.position = o.d${index}
      WHERE o.d${metric} IN (${indicatorList(data, ({ additive }) => additive === true)})
      GROUP BY 1 HAVING abs(difference) > ${tolerance + negligible(finest)}),
    size AS (SELECT whole, count(*) AS parts FROM part GROUP BY 1),
    gone AS (SELECT whole, a.period, count(*) AS parts FROM absent AS a JOIN part USING (position)
      WHERE ${String(regions)} GROUP BY 1, 2)
    SELECT w.line, rest.cell, w.value, w.value + rest.difference
    FROM rest JOIN observation AS w ON ${cellOf(data, 'w')} = rest.cell JOIN size ON size.whole = w.d${index}
    LEFT JOIN gone ON gone.whole = w.d${index} AND gone.period = w.d${time}
    WHERE w.value IS NOT NULL AND size.parts > coalesce(gone.parts, 0)
      AND rest.given = size.parts - coalesce(gone.parts, 0) + 1
      AND abs(rest.difference) > ${tolerance} + ${perIndicator(data, 'w', ({ decimals }) => negligible(decimals))}`;
}
