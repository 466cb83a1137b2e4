import type { Table } from '../../table.js';
import { partsOfTotal } from '../wholes.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Columns } from './columns.js';
import type { Relation } from './relations.js';

/**
 * Shares that the manifest expects to make up a whole, of several indicators or over a dimension: their numerators add up to the
 * denominator, as nearly as the figures do. Over a dimension that holds where each share is of one and the same number.
 */
export function shareRelations(table: Table, columns: Columns, cells: CellIndex): readonly Relation[] {
  const metric = metricOf(table);
  const positionOf = (code: string): number => table.indicators.findIndex((indicator) => indicator.code === code);
  const at = (row: number, code: string): number | undefined => cells.beside(row, metric, positionOf(code));
  const of = (row: number | undefined): number => columns.values[row ?? -1] ?? Number.NaN;
  return (table.expectations?.shares ?? []).flatMap(({ indicators, over }) => {
    const derived = indicators.flatMap((code) => table.indicators[positionOf(code)]?.derived ?? []);
    const [whole, ...others] = new Set(derived.map(({ denominator }) => denominator));
    if (whole === undefined || others.length > 0 || derived.length < indicators.length) return [];
    const first = positionOf(indicators[0] ?? '');
    return [...columns.values.keys()].flatMap((row): readonly Relation[] => {
      if (columns.positions[metric]?.[row] !== first) return [];
      const places = over === undefined ? [row] : placesOver(table, columns, cells, { row, over });
      const wholes = places.flatMap((place) => at(place, whole) ?? []);
      const parts = places.flatMap((place) => derived.flatMap(({ numerator }) => at(place, numerator) ?? []));
      const [total] = wholes;
      if (parts.length < places.length * derived.length || parts.some((part) => Number.isNaN(of(part)))) return [];
      if (total === undefined || wholes.length < places.length || wholes.some((each) => of(each) !== of(total)))
        return [];
      const excess = parts.reduce((sum, part) => sum + of(part), 0) - of(total);
      return [
        {
          cells: [...parts, total],
          coefficients: [...parts.map(() => 1), -1],
          lower: Math.min(0, excess),
          upper: Math.max(0, excess),
        },
      ];
    });
  });
}

/** Rows like one at the first part of a dimension, at each of its parts; none for another row. */
function placesOver(
  { dimensions }: Table,
  { positions }: Columns,
  cells: CellIndex,
  { row, over }: { readonly row: number; readonly over: string },
): readonly number[] {
  const place = dimensions.findIndex(({ id }) => id === over);
  const dimension = dimensions[place];
  if (!dimension) return [];
  const parts = partsOfTotal(dimension).map((part) => dimension.codes.findIndex(({ code }) => code === part));
  if (parts[0] !== positions[place]?.[row]) return [];
  const rows = parts.flatMap((part) => cells.beside(row, place, part) ?? []);
  return rows.length === parts.length ? rows : [];
}
