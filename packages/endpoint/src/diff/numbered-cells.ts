import type { Columns } from '../store/store.js';

/** Observations by the number of their cell in a cube that both versions fit in. */
export interface NumberedCells {
  readonly cells: Float64Array;
  readonly values: Float64Array;
  readonly status: Columns['status'];
}

/**
 * @param places Per dimension of the version, where its positions stand in that cube.
 * @param steps Per dimension of the version, how many cells one step in it skips.
 */
export async function* numberCells(
  portions: AsyncIterable<Columns>,
  places: readonly Int32Array[],
  steps: readonly number[],
): AsyncIterable<NumberedCells> {
  for await (const { positions, values, status } of portions) {
    const cells = new Float64Array(values.length);
    positions.forEach((column, index) => {
      const own = places[index];
      const step = steps[index] ?? 0;
      for (let row = 0; row < cells.length; row++)
        cells[row] = (cells[row] ?? 0) + (own?.[column[row] ?? 0] ?? 0) * step;
    });
    yield { cells, values, status };
  }
}

/** Walks through observations one by one; `cell` is Infinity after the last. */
export class Cursor {
  cell = -1;
  value = Number.NaN;
  status: Columns['status'][number] = null;
  readonly #portions: AsyncIterator<NumberedCells>;
  #portion: NumberedCells | null = null;
  #row = 0;

  constructor(portions: AsyncIterable<NumberedCells>) {
    this.#portions = portions[Symbol.asyncIterator]();
  }

  /** True when it stands on the next one; false when that has to be fetched first. */
  step(): boolean {
    const portion = this.#portion;
    if (!portion || this.#row >= portion.cells.length) return false;
    this.cell = portion.cells[this.#row] ?? Infinity;
    this.value = portion.values[this.#row] ?? Number.NaN;
    this.status = portion.status[this.#row] ?? null;
    this.#row++;
    return true;
  }

  async fetch(): Promise<void> {
    do {
      const next = await this.#portions.next();
      if (next.done === true) {
        this.cell = Infinity;
        return;
      }
      this.#portion = next.value;
      this.#row = 0;
    } while (!this.step());
  }

  async close(): Promise<void> {
    await this.#portions.return?.();
  }
}
