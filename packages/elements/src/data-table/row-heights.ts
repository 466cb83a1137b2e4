/** Heights of rows in CSS pixels: those that were measured, and a guess for the others. */
export class RowHeights {
  readonly #heights: Float32Array;
  /** The guess: what the first rows measured were on average. */
  #guess = 32;
  #hasMeasured = false;

  /** @param count number of rows in the whole table */
  constructor(count: number) {
    this.#heights = new Float32Array(count);
  }

  /** @param heights by row */
  measure(heights: ReadonlyMap<number, number>): void {
    if (heights.size === 0) return;
    if (!this.#hasMeasured) this.#guess = [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size;
    this.#hasMeasured = true;
    for (const [row, height] of heights) this.#heights[row] = height;
  }

  /** Together, of rows at places `from` up to but not including `to`. */
  between(from: number, to: number, rowAt: (place: number) => number): number {
    let sum = 0;
    for (let place = from; place < to; place++) sum += this.#heightOf(rowAt(place));
    return sum;
  }

  /** The place at a distance from the top of the first row, and how far into that row it is. */
  placeAt(distance: number, rowAt: (place: number) => number): { readonly place: number; readonly into: number } {
    let rest = Math.max(0, distance);
    const last = this.#heights.length - 1;
    let place = 0;
    for (; place < last; place++) {
      const height = this.#heightOf(rowAt(place));
      if (rest < height) break;
      rest -= height;
    }
    return { place, into: rest };
  }

  #heightOf(row: number): number {
    const height = this.#heights[row] ?? 0;
    return height > 0 ? height : this.#guess;
  }
}
