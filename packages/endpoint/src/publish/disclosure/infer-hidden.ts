import type { Table } from '../../table.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Columns } from './columns.js';
import { familiesOf, type Family } from './families.js';
import { slack } from './relations.js';

/**
 * The columns with the figures that the source hides (status C) wherever they follow from a sum, of indicators that suppress:
 * what anybody can compute has to be protected as what the source tells. Their status stays.
 */
export function inferHidden(table: Table, columns: Columns, cells: CellIndex): Columns {
  const { positions, status } = columns;
  if (!status.includes('C')) return columns;
  const values = columns.values.slice();
  const metric = positions[metricOf(table)];
  const isHidden = (row: number): boolean => status[row] === 'C' && Number.isNaN(values[row] ?? Number.NaN);
  const sums = sumsOf(table, columns, cells).filter(({ rows }) => rows.some(isHidden));
  for (let settled = false; !settled;) {
    settled = true;
    for (const { rows, signs } of sums) {
      const [hidden = -1, ...others] = rows.filter(isHidden);
      if (hidden < 0 || others.length > 0) continue;
      const rest = rows.reduce((sum, row, place) => sum + (row === hidden ? 0 : (signs[place] ?? 0) * known(row)), 0);
      const { decimals = 0 } = table.indicators[metric?.[hidden] ?? -1] ?? {};
      const figure = Number((-rest * (signs[rows.indexOf(hidden)] ?? 0)).toFixed(decimals));
      // A sum that lacks a figure says nothing.
      if (Number.isNaN(figure)) continue;
      values[hidden] = figure;
      settled = false;
    }
  }
  return { ...columns, values };

  /** What cannot exist counts as nothing. */
  function known(row: number): number {
    return status[row] === 'M' ? 0 : (values[row] ?? Number.NaN);
  }
}

/** A sum that is 0: parts with +1 and their whole with −1. */
interface Sum {
  readonly rows: readonly number[];
  readonly signs: readonly number[];
}

/** Sums that are exact: of parts that are complete, or that add up wherever all figures of that whole are given. */
function sumsOf(table: Table, { positions, values, status }: Columns, cells: CellIndex): readonly Sum[] {
  const metric = positions[metricOf(table)];
  const found = new Map<string, { readonly sums: Sum[]; complete: boolean; addsUp: boolean | null }>();
  table.dimensions.forEach((dimension, axis) => {
    const byWhole = new Map<number, Family[]>();
    for (const family of familiesOf(dimension))
      byWhole.set(family.whole, [...(byWhole.get(family.whole) ?? []), family]);
    values.forEach((whole, row) => {
      const place = metric?.[row] ?? -1;
      const indicator = table.indicators[place];
      if (!indicator?.disclosure?.suppression || indicator.additive !== true) return;
      if (dimension.role === 'time' && indicator.measuringType !== 'Flow') return;
      byWhole.get(positions[axis]?.[row] ?? -1)?.forEach((family, number) => {
        const parts = family.parts.flatMap((position) => cells.beside(row, axis, position) ?? []);
        if (parts.length === 0) return;
        const key = `${axis} ${family.whole} ${number} ${place}`;
        const group = found.get(key) ?? { sums: [], complete: family.complete, addsUp: null };
        found.set(key, group);
        group.sums.push({ rows: [...parts, row], signs: [...parts.map(() => 1), -1] });
        const excess = parts.reduce((sum, part) => sum + (status[part] === 'M' ? 0 : (values[part] ?? 0)), 0) - whole;
        if (!Number.isNaN(excess)) group.addsUp = group.addsUp !== false && Math.abs(excess) <= slack(whole);
      });
    });
  });
  return [...found.values()].flatMap(({ sums, complete, addsUp }) => (complete || addsUp ? sums : []));
}
