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

function differences(data: Data, index: number): string {
  const stride = cellStrides(data)[index] ?? 1;
  const time = dimensionWithRole(data, 'time');
  const metric = dimensionWithRole(data, 'metric');
  const tolerance = data.source.manifest.expectations?.totals?.tolerance ?? 0;
  const additive = indicatorList(data, (indicator) => indicator.additive === true);
  const regions = index === dimensionWithRole(data, 'geo');
  return `WITH part AS (
      SELECT ${cellOf(data, 'o', [index])} + k.whole::BIGINT * ${stride} AS cell, sum(o.value) AS total,
        count(*) FILTER (o.value IS NOT NULL OR o.status = 'M') AS given
      FROM observation AS o JOIN category AS k ON k.dimension = ${index} AND k.position = o.d${index}
      WHERE k.whole IS NOT NULL AND o.d${metric} IN (${additive}) GROUP BY 1),
    size AS (SELECT whole, count(*) AS parts FROM category WHERE dimension = ${index} AND whole IS NOT NULL GROUP BY 1),
    gone AS (SELECT k.whole, a.period, count(*) AS parts
      FROM absent AS a JOIN category AS k ON k.dimension = ${index} AND k.position = a.position
      WHERE ${String(regions)} AND k.whole IS NOT NULL GROUP BY 1, 2),
    sums AS (SELECT o.line, ${cellOf(data, 'o')} AS cell, o.value, size.parts - coalesce(gone.parts, 0) AS needed, o.d${metric}
      FROM observation AS o JOIN size ON size.whole = o.d${index}
      LEFT JOIN gone ON gone.whole = o.d${index} AND gone.period = o.d${time}
      WHERE o.value IS NOT NULL AND o.d${metric} IN (${additive}))
    SELECT w.line, cell, w.value, part.total FROM sums AS w JOIN part USING (cell)
    WHERE part.given = w.needed AND w.needed > 0
      AND abs(w.value - coalesce(part.total, 0)) > ${tolerance} + ${perIndicator(data, 'w', ({ decimals }) => negligible(decimals))}`;
}
