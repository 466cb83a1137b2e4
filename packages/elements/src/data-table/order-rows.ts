import type { Dimension } from '@peilglas/model';
import type { Grid } from './read-grid.js';
import { headerText } from './header-text.js';
import { stableOrder } from './stable-order.js';

/** What rows are ordered by: their labels, or the figures of a column. */
export interface Ordering {
  readonly by: 'label' | number;
  readonly descending: boolean;
}

/**
 * The `sort` attribute: `label`, or a column by its codes (`2023`, `inwoners/2023`), with `:desc` for the other way round.
 * A single code stands for the first column that has it. Null for what is no column.
 */
export function parseOrdering(text: string | null, { columns }: Grid): Ordering | null {
  const match = /^(.+?)(?::(asc|desc))?$/s.exec(text?.trim() ?? '');
  const [, name = '', direction] = match ?? [];
  const descending = direction === 'desc';
  if (name === 'label') return { by: 'label', descending };
  for (let column = 0; name !== '' && column < columns.size; column++) {
    const codes = columns.dimensions.map((_, level) => columns.codeAt(column, level));
    if (columns.keyAt(column) === name || codes.includes(name)) return { by: column, descending };
  }
  return null;
}

/** An ordering as the attribute has it. */
export function writeOrdering({ by, descending }: Ordering, { columns }: Grid): string {
  return `${by === 'label' ? 'label' : columns.keyAt(by)}${descending ? ':desc' : ''}`;
}

/** Rows in an order, as indexes. Without a figure comes last, whichever way; equals stay in the publisher's order. */
export function* orderRows(grid: Grid, { by, descending }: Ordering, lang: string): Generator<undefined, Uint32Array> {
  const keys = by === 'label' ? yield* labelKeys(grid, lang) : yield* figures(grid, by);
  const sign = descending ? -1 : 1;
  return yield* stableOrder(keys.length, (a, b) => {
    const [one = NaN, other = NaN] = [keys[a], keys[b]];
    if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    return sign * (one - other);
  });
}

/** The figures of a column, NaN where there is none. */
function* figures({ rows, observation }: Grid, column: number): Generator<undefined, Float64Array> {
  const keys = new Float64Array(rows.size);
  for (let row = 0; row < rows.size; row++) {
    keys[row] = observation(row, column).value ?? NaN;
    if ((row + 1) % 256 === 0) yield;
  }
  return keys;
}

/** A number per row that orders it by its labels, the outermost dimension first. */
function* labelKeys({ rows }: Grid, lang: string): Generator<undefined, Float64Array> {
  const keys = new Float64Array(rows.size);
  for (const [level, dimension] of rows.dimensions.entries()) {
    const ranks = yield* ranksOf(dimension, lang, level < rows.dimensions.length - 1);
    for (let row = 0; row < rows.size; row++) {
      keys[row] = (keys[row] ?? 0) * dimension.size + (ranks[rows.positionAt(row, level)] ?? 0);
      if ((row + 1) % 2048 === 0) yield;
    }
  }
  return keys;
}

/**
 * The place of each code by its label in the reader's language; periods by time. Two of the same name keep their place together,
 * save where they are to stay `apart`, since each has rows of its own.
 */
function* ranksOf(dimension: Dimension, lang: string, apart: boolean): Generator<undefined, Uint32Array> {
  const { codes, role } = dimension;
  // Periods come in order of time already.
  if (role === 'time') return Uint32Array.from(codes.keys());
  const { compare } = new Intl.Collator([lang, 'nl'], { numeric: true });
  const labels = codes.map((code) => headerText(dimension, code, lang));
  const difference = (a: number, b: number): number => compare(labels[a] ?? '', labels[b] ?? '');
  const order = yield* stableOrder(codes.length, difference);
  const ranks = new Uint32Array(codes.length);
  let rank = 0;
  for (const [place, index] of order.entries()) {
    if (place > 0 && (apart || difference(order[place - 1] ?? 0, index) !== 0)) rank = place;
    ranks[index] = rank;
    if ((place + 1) % 512 === 0) yield;
  }
  return ranks;
}
