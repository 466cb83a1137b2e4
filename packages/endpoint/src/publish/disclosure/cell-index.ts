import type { Table } from '../../table.js';
import type { Columns } from './columns.js';

/** Finds observations by their place in the table. */
export class CellIndex {
  readonly #positions: readonly Int32Array[];
  readonly #strides: readonly number[];
  readonly #rows = new Map<number, number>();

  constructor(table: Table, { positions, values }: Pick<Columns, 'positions' | 'values'>) {
    this.#positions = positions;
    let stride = 1;
    this.#strides = table.dimensions.map(({ codes }) => {
      const own = stride;
      stride *= codes.length;
      return own;
    });
    for (let row = 0; row < values.length; row++) {
      this.#rows.set(
        positions.reduce((key, column, dimension) => key + (column[row] ?? 0) * (this.#strides[dimension] ?? 0), 0),
        row,
      );
    }
  }

  /** The observation at these positions, one per dimension. */
  at(positions: readonly number[]): number | undefined {
    return this.#rows.get(positions.reduce((key, position, index) => key + position * (this.#strides[index] ?? 0), 0));
  }

  /** The observation that differs from `row` in one dimension only; none at the position −1 of a code that is not there. */
  beside(row: number, dimension: number, position: number): number | undefined {
    if (position < 0) return undefined;
    return this.at(this.#positions.map((column, index) => (index === dimension ? position : (column[row] ?? 0))));
  }
}

/** The place of the dimension that holds the indicators. */
export function metricOf(table: Table): number {
  return table.dimensions.findIndex(({ role }) => role === 'metric');
}
