import type { Data } from '../read-data.js';
import { supposedWholes, wholes } from '../wholes.js';
import { cellOf, cellStrides, dimensionWithRole, negligible, perIndicator } from './cells.js';

/** Rows of (part, whole, whether the manifest says that the parts are complete), by position; null without any. */
export function partsOf(data: Data, index: number): string | null {
  const dimension = data.source.manifest.dimensions[index];
  if (!dimension) return null;
  const declared = wholes(dimension);
  const position = (code: string | null): number => (data.codes[index] ?? []).indexOf(code ?? '');
  const rows = supposedWholes(dimension).flatMap((whole, part) =>
    position(whole) < 0 ? [] : [`(${part}, ${position(whole)}, ${declared[part] !== null})`],
  );
  return rows.length > 0 ? rows.join(', ') : null;
}

/** SQL for a row whose figure is kept from readers, or that has none that it could have. */
const withoutFigure = {
  C: `o.status = 'C'`,
  O: `o.value IS NULL AND coalesce(o.status, 'O') IN ('O', 'U', 'N')`,
} as const;

/**
 * SQL for lines of figures that are not given and follow all the same, with their cells: the only one of a sum by one dimension
 * without a figure, where its row is there or not. With `C` the only one that is secret, or a total that is so although all parts are given.
 */
export function followingFromSums(
  data: Data,
  index: number,
  parts: string,
  indicators: string,
  status: keyof typeof withoutFigure,
): string {
  const metric = dimensionWithRole(data, 'metric');
  const tolerance = data.source.manifest.expectations?.totals?.tolerance ?? 0;
  const stride = cellStrides(data)[index] ?? 1;
  const whole = `${cellOf(data, 'o', [index])} + p.whole::BIGINT * ${stride}`;
  const regions = index === dimensionWithRole(data, 'geo');
  const hidden = withoutFigure[status];
  // A row that is left out stands at the line of its total; sources leave out those of nothing.
  const leftOut = `'${status}' = 'O' AND hidden = 0 AND given = rows AND given = parts - 1 AND abs(total - value) > most`;
  return `WITH part(position, whole, declared) AS (VALUES ${parts}),
    size AS (SELECT whole, count(*) AS parts, sum(position) AS places FROM part GROUP BY 1),
    gone AS (SELECT whole, a.period, count(*) AS parts, sum(position) AS places FROM absent AS a JOIN part USING (position)
      WHERE ${String(regions)} GROUP BY 1, 2),
    sums AS (SELECT ${whole} AS cell, p.whole, bool_and(p.declared) AS declared, coalesce(sum(o.value), 0) AS value,
        count(*) AS rows, sum(p.position) AS places,
        count(*) FILTER (o.value IS NOT NULL OR o.status = 'M') AS given, count(*) FILTER (${hidden}) AS hidden,
        any_value(o.line) FILTER (${hidden}) AS line, any_value(${cellOf(data, 'o')}) FILTER (${hidden}) AS secret
      FROM observation AS o JOIN part AS p ON p.position = o.d${index}
      WHERE o.d${metric} IN (${indicators}) GROUP BY 1, 2),
    judged AS (SELECT s.*, w.d${metric} AS indicator, w.value AS total, w.status = 'C' AND '${status}' = 'C' AS closed, w.line AS total_line,
        size.parts - coalesce(gone.parts, 0) AS parts,
        s.cell + (size.places - coalesce(gone.places, 0) - s.places - s.whole) * ${stride} AS absent,
        ${tolerance} + ${perIndicator(data, 'w', ({ decimals }) => negligible(decimals))} AS most
      FROM sums AS s JOIN observation AS w ON ${cellOf(data, 'w')} = s.cell JOIN size ON size.whole = s.whole
      LEFT JOIN gone ON gone.whole = s.whole AND gone.period = w.d${dimensionWithRole(data, 'time')}),
    known AS (SELECT whole, indicator FROM judged WHERE hidden = 0 AND given = parts AND total IS NOT NULL
      GROUP BY 1, 2 HAVING bool_and(abs(total - value) <= most))
    SELECT DISTINCT CASE WHEN hidden = 1 THEN line ELSE total_line END AS line,
      CASE WHEN hidden = 1 THEN secret WHEN closed THEN cell ELSE absent END AS cell
    FROM judged WHERE ((hidden = 1 AND given = parts - 1 AND total IS NOT NULL) OR (hidden = 0 AND given = parts AND closed) OR (${leftOut}))
      AND (declared OR (whole, indicator) IN (FROM known))`;
}
