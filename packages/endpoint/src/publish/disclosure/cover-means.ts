import type { Indicator, Table } from '../../table.js';
import type { CellIndex } from './cell-index.js';
import { hide, type Draft } from './columns.js';
import { familiesOf } from './families.js';

export interface Means {
  readonly indicator: Indicator;
  /** Of the indicator. */
  readonly rows: readonly number[];
  readonly cells: CellIndex;
  /** The published base of a row. */
  readonly baseOf: (row: number) => number;
  /** Rows that an earlier version showed as they are today. */
  readonly known: ReadonlySet<number>;
}

/**
 * Hides a second mean wherever one alone is hidden among the parts of a whole that is shown: with the bases it could be
 * computed from the others. The one over the fewest goes, by its published base; the whole when nothing
 * else is left. What an earlier version showed is no cover.
 */
export function coverMeans(table: Table, draft: Draft, { indicator, rows, cells, baseOf, known }: Means): void {
  const isFlow = indicator.measuringType === 'Flow';
  const families = table.dimensions.map((dimension) =>
    dimension.role === 'time' && !isFlow ? [] : familiesOf(dimension),
  );
  const isShown = (row: number): boolean => !Number.isNaN(draft.values[row] ?? Number.NaN);
  for (let settled = false; !settled;) {
    settled = true;
    for (const whole of rows) {
      families.forEach((own, dimension) => {
        for (const family of own) {
          if (!isShown(whole) || family.whole !== draft.positions[dimension]?.[whole]) continue;
          const parts = family.parts.flatMap((position) => cells.beside(whole, dimension, position) ?? []);
          if (parts.filter((row) => draft.status[row] === 'C' && !known.has(row)).length !== 1) continue;
          const [fewest = whole] = parts
            .filter((row) => isShown(row) && !known.has(row))
            .sort((a, b) => baseOf(a) - baseOf(b) || a - b);
          hide(draft, fewest);
          settled = false;
        }
      });
    }
  }
}
