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
      if (Number(wholes[0]?.[0]) === 0 || !(await findDifferences(data, index))) continue;
      findings.push(
        ...(await rowFindings(data, this.rule, wrongTotals(data, index), {
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

/** Part and whole of a dimension; with `sign`, also each whole with itself, its figure to be taken off. */
function partsOf(index: number): string {
  return `(SELECT position, whole, 1 AS sign FROM category WHERE dimension = ${index} AND whole IS NOT NULL)`;
}

function members(index: number): string {
  return `(FROM ${partsOf(index)} UNION ALL SELECT DISTINCT whole, whole, -1 FROM ${partsOf(index)})`;
}

/** The cell of the whole to which a row and member `m` belong. */
function wholeCell(data: Data, index: number): string {
  return `${cellOf(data, 'o', [index])} + m.whole::BIGINT * ${cellStrides(data)[index] ?? 1}`;
}

/**
 * Fills `difference` in one pass: each part adds its figure to its whole, the whole takes off its own. A sum of which a
 * part is missing is still among them: counting parts as well would take as long again.
 * @returns whether there is any.
 */
async function findDifferences(data: Data, index: number): Promise<boolean> {
  const { indicators, expectations } = data.source.manifest;
  const finest = Math.max(...indicators.map(({ decimals }) => decimals));
  const least = (expectations?.totals?.tolerance ?? 0) + negligible(finest);
  await data.query(
    `CREATE OR REPLACE TABLE difference AS SELECT ${wholeCell(data, index)} AS cell, sum(o.value * m.sign) AS surplus
     FROM observation AS o JOIN ${members(index)} AS m ON m.position = o.d${index}
     WHERE o.d${dimensionWithRole(data, 'metric')} IN (${indicatorList(data, ({ additive }) => additive === true)})
     GROUP BY 1 HAVING abs(surplus) > ${least}`,
  );
  const [[count] = []] = await data.query('SELECT count(*) FROM difference');
  return Number(count) > 0;
}

/** Differences of sums of which all parts are given, each once: of a whole that is given twice the surplus is another. */
function wrongTotals(data: Data, index: number): string {
  const tolerance = data.source.manifest.expectations?.totals?.tolerance ?? 0;
  const time = dimensionWithRole(data, 'time');
  const regions = index === dimensionWithRole(data, 'geo');
  return `WITH size AS (SELECT whole, count(*) AS parts FROM ${partsOf(index)} GROUP BY 1),
    gone AS (SELECT whole, a.period, count(*) AS parts FROM absent AS a JOIN ${partsOf(index)} USING (position)
      WHERE ${String(regions)} GROUP BY 1, 2),
    present AS (SELECT cell, any_value(surplus) AS surplus, count(*) AS given
      FROM observation AS o JOIN ${partsOf(index)} AS m ON m.position = o.d${index}
      JOIN difference ON cell = ${wholeCell(data, index)} WHERE o.value IS NOT NULL OR o.status = 'M' GROUP BY cell)
    SELECT w.line, cell, w.value, w.value + surplus
    FROM present JOIN observation AS w ON ${cellOf(data, 'w')} = cell JOIN size ON size.whole = w.d${index}
    LEFT JOIN gone ON gone.whole = w.d${index} AND gone.period = w.d${time}
    WHERE w.value IS NOT NULL AND given = size.parts - coalesce(gone.parts, 0)
      AND abs(surplus) > ${tolerance} + ${perIndicator(data, 'w', ({ decimals }) => negligible(decimals))}
    QUALIFY count(*) OVER (PARTITION BY cell) = 1`;
}
