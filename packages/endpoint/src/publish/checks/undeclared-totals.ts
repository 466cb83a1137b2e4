import type { Indicator } from '../../table.js';
import type { Finding } from '../finding.js';
import type { ManifestDimension } from '../manifest.js';
import type { Data } from '../read-data.js';
import { cellOf, dimensionWithRole, indicatorList, negligible } from './cells.js';
import { firstFindings, type Check } from './check.js';

/** Codes of a dimension that may make up one of the codes beside them, by position. */
interface Sum {
  readonly parts: readonly number[];
  /** May be the whole; one that is among the parts itself is the whole of the others. */
  readonly wholes: readonly number[];
}

/** Sums that fit by chance as often as one in so many powers of ten are no sign of a total. */
const certain = 4;

/**
 * Whoever hides small counts must know which counts add up: what is hidden follows from a total that the manifest does not
 * mention. A code whose counts are the sum of all codes beside it, or of the districts or neighbourhoods in it, throughout, is such a total.
 */
export const undeclaredTotals: Check = {
  rule: 'undeclared-totals',
  async run(data) {
    const { manifest, file, lineOf } = data.source;
    if (!manifest.indicators.some(isHidden)) return [];
    const findings: Finding[] = [];
    for (const [index, dimension] of manifest.dimensions.entries()) {
      const { id, codes = [] } = dimension;
      const sums = sumsOf(dimension);
      if (sums.length === 0) continue;
      for (const [whole, part] of await data.query(totalsAmong(data, index, sums))) {
        const [code = '', other = ''] = [whole, part].map((position) => codes[Number(position)]?.code);
        const path = ['dimensions', index, 'codes', Number(whole), 'code'];
        findings.push({
          rule: this.rule,
          severity: 'error',
          location: { file, line: lineOf(path), field: path.join('.') },
          message: `${code} of ${id} is the sum of ${other} and others throughout: what a rule hides would follow from it`,
          remedy: `Say so: total: ${code} with the dimension, or parent: ${code} with each of its parts, by way of what lies between where there is such`,
        });
      }
    }
    return firstFindings(findings);
  },
};

/** Codes of districts and neighbourhoods begin with so many digits of the number of what they lie in. */
const levels = [
  ['WK', 'GM', 4],
  ['BU', 'GM', 4],
  ['BU', 'WK', 6],
] as const;

/** The sums that are looked for, of codes to which the manifest gives no place. */
function sumsOf({ codes = [], role, total }: ManifestDimension): readonly Sum[] {
  const places = codes.map(({ code, parent }, position) => ({ code, position, isFree: !parent && code !== total }));
  const free = places.filter(({ isFree }) => isFree);
  const all = placesOf(free);
  const sums: Sum[] = [{ parts: all, wholes: all }];
  if (role === 'geo') {
    for (const kind of new Set(free.map(({ code }) => kindOf(code)))) {
      const parts = placesOf(free.filter(({ code }) => kindOf(code) === kind));
      // All that is free makes up the total that the manifest names.
      const others = places.filter(
        ({ code }) => kindOf(code) !== kind && (code !== total || parts.length < all.length),
      );
      sums.push({ parts, wholes: placesOf(others) });
    }
    for (const [part, whole, digits] of levels) {
      const wholes = places.filter(({ code }) => kindOf(code) === whole && code !== total);
      const parts = new Map(wholes.map(({ code }): [string, number[]] => [code.slice(2), []]));
      for (const { code, position } of free)
        if (kindOf(code) === part) parts.get(code.slice(2, 2 + digits))?.push(position);
      for (const { code, position } of wholes) sums.push({ parts: parts.get(code.slice(2)) ?? [], wholes: [position] });
    }
  }
  return sums.filter(({ parts, wholes }) => parts.length > 1 && wholes.length > 0);
}

function placesOf(codes: readonly { readonly position: number }[]): readonly number[] {
  return codes.map(({ position }) => position);
}

function isHidden({ disclosure }: Indicator): boolean {
  return disclosure?.suppression !== undefined;
}

/** The letters before the number of a region, such as GM for a municipality. */
function kindOf(code: string): string {
  return /^[A-Z]+(?=\d)/.exec(code)?.[0] ?? '';
}

/**
 * SQL for each whole with the first of its parts. Only sums of which all parts are given count, of two parts or more that are
 * not nothing; that one fits by chance is taken to be as likely as one in its whole.
 */
function totalsAmong(data: Data, index: number, sums: readonly Sum[]): string {
  const places = sums.flatMap(({ parts }, number) => parts.map((position) => `(${number}, ${position})`));
  const candidates = sums.flatMap(({ parts, wholes }, number) =>
    wholes.map((position) => `(${number}, ${position}, ${Number(parts.includes(position))})`),
  );
  const rest = cellOf(data, 'o', [index]);
  const metric = dimensionWithRole(data, 'metric');
  const isRegion = index === dimensionWithRole(data, 'geo');
  return `WITH part(number, position) AS (VALUES ${places.join(', ')}),
    whole(number, position, inside) AS (VALUES ${candidates.join(', ')}),
    size AS (SELECT number, count(*) AS parts FROM part GROUP BY 1),
    gone AS (SELECT number, a.period, count(*) AS parts FROM absent AS a JOIN part USING (position)
      WHERE ${String(isRegion)} GROUP BY 1, 2),
    sums AS (SELECT number, ${rest} AS cell, any_value(o.d${dimensionWithRole(data, 'time')}) AS period, sum(o.value) AS value,
        count(*) FILTER (o.value IS NOT NULL OR o.status = 'M') AS given, count(*) FILTER (o.value > 0) AS filled
      FROM observation AS o JOIN part ON part.position = o.d${index}
      WHERE o.d${metric} IN (${indicatorList(data, isHidden)}) GROUP BY 1, 2),
    judged AS (SELECT s.number, whole.position, o.d${metric} AS indicator, o.value, s.filled - inside >= 2 AS telling,
        abs(s.value - o.value * (1 + inside)) <= ${negligible(0)} AS fits
      FROM sums AS s JOIN whole USING (number) JOIN observation AS o ON o.d${index} = whole.position AND ${rest} = s.cell
      JOIN size ON size.number = s.number LEFT JOIN gone ON gone.number = s.number AND gone.period = s.period
      WHERE o.value IS NOT NULL AND s.given = size.parts - coalesce(gone.parts, 0)),
    totals AS (SELECT number, position FROM judged GROUP BY number, position, indicator
      HAVING bool_and(fits) AND sum(log10(greatest(value, 1))) FILTER (telling) >= ${certain})
    SELECT totals.position, min(part.position) FROM totals JOIN part USING (number)
    WHERE part.position <> totals.position GROUP BY 1 ORDER BY 1`;
}
