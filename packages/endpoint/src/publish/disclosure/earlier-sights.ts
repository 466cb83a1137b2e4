import type { EarlierVersion } from './columns.js';

/** An earlier version, by the cells of today. */
export interface Sight {
  readonly version: EarlierVersion;
  /** Per row of the version, the row of today; −1 when there is none. */
  readonly today: Int32Array;
  /** Per row of today, the figure that was shown; NaN without one. */
  readonly shown: Float64Array;
  /** Rows of today that were hidden. */
  readonly hidden: ReadonlySet<number>;
  /** The figure of a row of today in the nearest version that showed one; NaN without any. */
  readonly seen: (row: number) => number;
}

/** What was in sight in every version, oldest first, of the rows of today up to `size`. */
export function sightsOf(
  earlier: readonly EarlierVersion[],
  rowsOfToday: (version: EarlierVersion) => Int32Array,
  size: number,
): readonly Sight[] {
  const sights = earlier.map((version) => {
    const { status, values } = version.columns;
    const today = rowsOfToday(version);
    const shown = new Float64Array(size).fill(Number.NaN);
    const hidden = new Set<number>();
    today.forEach((row, place) => {
      if (row < 0) return;
      if (status[place] === 'C') hidden.add(row);
      else shown[row] = values[place] ?? Number.NaN;
    });
    return { version, today, shown, hidden };
  });
  return sights.map((sight, index) => {
    const distance = (other: number): number => Math.abs(other - index);
    const nearby = [...sights.keys()]
      .sort((a, b) => distance(a) - distance(b) || a - b)
      .map((other) => sights[other]?.shown ?? sight.shown);
    const seen = (row: number): number =>
      nearby.find((shown) => !Number.isNaN(shown[row] ?? Number.NaN))?.[row] ?? Number.NaN;
    return { ...sight, seen };
  });
}
