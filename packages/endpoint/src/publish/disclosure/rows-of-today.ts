import type { Table } from '../../table.js';
import type { CellIndex } from './cell-index.js';
import type { EarlierVersion } from './columns.js';

/** Per row of an earlier version, the row of today with the same codes; −1 when there is none. */
export function rowsOfToday(table: Table, cells: CellIndex, version: EarlierVersion): Int32Array {
  const { dimensions } = version.table;
  // A dimension that one of the two does not have stands for its total.
  const totals = dimensions.flatMap(({ id, codes, total }, dimension) =>
    table.dimensions.some((each) => each.id === id)
      ? []
      : [{ dimension, position: codes.findIndex(({ code }) => code === total) }],
  );
  const translations = table.dimensions.map(({ id, codes, total }) => {
    const dimension = dimensions.findIndex((each) => each.id === id);
    const positions = new Map(codes.map(({ code }, position) => [code, position]));
    const translated = (dimensions[dimension]?.codes ?? []).map(({ code }) => positions.get(code) ?? -1);
    return { dimension, translated, total: positions.get(total ?? '') ?? -1 };
  });
  return Int32Array.from(version.columns.values, (_, row) => {
    const at = (dimension: number): number => version.columns.positions[dimension]?.[row] ?? -1;
    if (totals.some(({ dimension, position }) => at(dimension) !== position)) return -1;
    const positions = translations.map(({ dimension, translated, total }) =>
      dimension < 0 ? total : (translated[at(dimension)] ?? -1),
    );
    return positions.includes(-1) ? -1 : (cells.at(positions) ?? -1);
  });
}

/** What earlier versions did with today's observations, by row. */
export interface Before {
  /** Hidden in some version. */
  readonly hidden: ReadonlySet<number>;
  /** Shown in some version as the same figure: hiding it now hides it from nobody. */
  readonly known: ReadonlySet<number>;
}

/** `truth` are today's figures before protection. */
export function doneBefore(
  table: Table,
  cells: CellIndex,
  truth: Float64Array,
  earlier: readonly EarlierVersion[],
): Before {
  const [hidden, known] = [new Set<number>(), new Set<number>()];
  for (const version of earlier) {
    const { values, status } = version.columns;
    rowsOfToday(table, cells, version).forEach((now, row) => {
      if (now < 0) return;
      if (status[row] === 'C') hidden.add(now);
      else if (values[row] === truth[now]) known.add(now);
    });
  }
  return { hidden, known };
}
