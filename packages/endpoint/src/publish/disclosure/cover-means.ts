import type { Table } from '../../table.js';
import type { CellIndex } from './cell-index.js';
import { hide, type Draft } from './columns.js';
import { familiesOf } from './families.js';

/**
 * Hides a second mean wherever one alone is hidden among the parts of a whole that is shown: with the bases it could be
 * computed from the others. The one over the fewest goes, by `baseOf` the published base of a row; the whole when nothing
 * else is left. `rows` are those of the indicator.
 */
export function coverMeans(
  table: Table,
  draft: Draft,
  rows: readonly number[],
  cells: CellIndex,
  baseOf: (row: number) => number,
): void {
  const families = table.dimensions.map((dimension) => (dimension.role === 'time' ? [] : familiesOf(dimension)));
  const isShown = (row: number): boolean => !Number.isNaN(draft.values[row] ?? Number.NaN);
  for (let settled = false; !settled;) {
    settled = true;
    for (const whole of rows) {
      families.forEach((own, dimension) => {
        for (const family of own) {
          if (!isShown(whole) || family.whole !== draft.positions[dimension]?.[whole]) continue;
          const parts = family.parts.flatMap((position) => cells.beside(whole, dimension, position) ?? []);
          if (parts.filter((row) => draft.status[row] === 'C').length !== 1) continue;
          const [fewest = whole] = parts.filter(isShown).sort((a, b) => baseOf(a) - baseOf(b) || a - b);
          hide(draft, fewest);
          settled = false;
        }
      });
    }
  }
}
