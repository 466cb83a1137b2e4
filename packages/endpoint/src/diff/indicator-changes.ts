/** A figure that is another one in the later version. */
export interface Change {
  /** Code per dimension. */
  readonly codes: Readonly<Record<string, string>>;
  readonly before: number;
  readonly after: number;
}

/** What became of the observations of one indicator. Each observation of either version is in one of the counts. */
export interface IndicatorChanges {
  readonly code: string;
  readonly unchanged: number;
  /** Another figure. */
  readonly changed: number;
  /** The same figure, or none in both, with another status. */
  readonly otherStatus: number;
  /** A figure before, none now. */
  readonly newlyMissing: number;
  /** No figure before, one now. */
  readonly newlyFilled: number;
  /** Only in the later version. */
  readonly added: number;
  /** Only in the earlier version. */
  readonly removed: number;
  /** By the size of the difference, largest first. */
  readonly largestAbsolute: readonly Change[];
  /** By the size of the difference as part of the figure before, which is not 0. */
  readonly largestRelative: readonly Change[];
}

interface Found {
  readonly cell: number;
  readonly before: number;
  readonly after: number;
  readonly size: number;
}

/** Counts, and keeps only the few largest changes, however many there are. */
export class ChangeCounter {
  unchanged = 0;
  changed = 0;
  otherStatus = 0;
  newlyMissing = 0;
  newlyFilled = 0;
  added = 0;
  removed = 0;
  readonly #most: number;
  readonly #absolute: Found[] = [];
  readonly #relative: Found[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** An observation that both versions have; figures are NaN where there is none. */
  compare(cell: number, before: number, after: number, sameStatus: boolean): void {
    const [had, has] = [!Number.isNaN(before), !Number.isNaN(after)];
    if (had && !has) this.newlyMissing++;
    else if (!had && has) this.newlyFilled++;
    else if (had && before !== after) this.#change(cell, before, after);
    else if (!sameStatus) this.otherStatus++;
    else this.unchanged++;
  }

  toChanges(code: string, codesOf: (cell: number) => Readonly<Record<string, string>>): IndicatorChanges {
    const { unchanged, changed, otherStatus, newlyMissing, newlyFilled, added, removed } = this;
    const list = (found: readonly Found[]): readonly Change[] =>
      found.map(({ cell, before, after }) => ({ codes: codesOf(cell), before, after }));
    return {
      ...{ code, unchanged, changed, otherStatus, newlyMissing, newlyFilled, added, removed },
      largestAbsolute: list(this.#absolute),
      largestRelative: list(this.#relative),
    };
  }

  #change(cell: number, before: number, after: number): void {
    this.changed++;
    const size = Math.abs(after - before);
    this.#keep(this.#absolute, { cell, before, after, size });
    if (before !== 0) this.#keep(this.#relative, { cell, before, after, size: size / Math.abs(before) });
  }

  /** Equal sizes stay in order of their cells. */
  #keep(largest: Found[], found: Found): void {
    const last = largest.at(-1);
    if (largest.length >= this.#most && last && last.size >= found.size) return;
    const place = largest.findIndex(({ size }) => size < found.size);
    largest.splice(place < 0 ? largest.length : place, 0, found);
    if (largest.length > this.#most) largest.pop();
  }
}
