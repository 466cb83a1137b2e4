import { cellCount, strides } from '../selection/cells.js';
import { StoreError } from '../store/store-errors.js';
import type { Columns, PublishedVersion, Store } from '../store/store.js';
import type { Table } from '../table.js';
import { ChangeCounter, type IndicatorChanges } from './indicator-changes.js';
import { Cursor, numberCells } from './numbered-cells.js';
import { sortCells } from './sort-cells.js';
import { unionOfCodes, type UnionOfCodes } from './union-codes.js';

type Side = 'fromBefore' | 'fromAfter';

/**
 * Holds the observations of two versions against each other, in one pass over both; in memory are only a portion of each
 * and the largest changes.
 * @param most Changes to name per indicator.
 * @returns null when the versions do not have the same dimensions.
 */
export async function compareFigures(
  store: Store,
  before: PublishedVersion,
  after: PublishedVersion,
  most: number,
): Promise<readonly IndicatorChanges[] | null> {
  const ids = before.table.dimensions.map(({ id }) => id);
  if (ids.length !== after.table.dimensions.length) return null;
  if (!ids.every((id) => after.table.dimensions.some((dimension) => dimension.id === id))) return null;
  const unions = new Map(ids.map((id) => [id, unionOfCodes(codesOf(before.table, id), codesOf(after.table, id))]));
  const sizes = [...unions.values()].map(({ codes }) => codes.length);
  if (!Number.isSafeInteger(cellCount(sizes))) throw new StoreError('The table has more cells than can be numbered');
  const steps = new Map(ids.map((id, index) => [id, strides(sizes)[index] ?? 0]));
  const open = (version: PublishedVersion, side: Side): Cursor =>
    new Cursor(numbered(store.observations(version), version.table, unions, steps, side));
  const metric = before.table.dimensions.find(({ role }) => role === 'metric')?.id;
  const indicators = (metric === undefined ? undefined : unions.get(metric)?.codes) ?? [''];
  const counters = indicators.map(() => new ChangeCounter(most));
  const metricStep = (metric === undefined ? undefined : steps.get(metric)) ?? Infinity;
  const counterOf = (cell: number): ChangeCounter | undefined =>
    counters[Math.floor(cell / metricStep) % indicators.length];
  await merge(open(before, 'fromBefore'), open(after, 'fromAfter'), counterOf);
  const codesAt = (cell: number): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...unions].map(([id, { codes }]) => [id, codes[Math.floor(cell / (steps.get(id) ?? 1)) % codes.length] ?? '']),
    );
  return indicators.map((code, index) => (counters[index] ?? new ChangeCounter(most)).toChanges(code, codesAt));
}

function codesOf(table: Table, id: string): readonly string[] {
  return table.dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code) ?? [];
}

function numbered(
  portions: AsyncIterable<Columns>,
  table: Table,
  unions: ReadonlyMap<string, UnionOfCodes>,
  steps: ReadonlyMap<string, number>,
  side: Side,
): ReturnType<typeof numberCells> {
  const places = table.dimensions.map(({ id }) => unions.get(id)?.[side] ?? new Int32Array());
  const own = table.dimensions.map(({ id }) => steps.get(id) ?? 0);
  const cells = numberCells(portions, places, own);
  const rising = (list: Int32Array): boolean =>
    list.every((place, index) => index === 0 || place > (list[index - 1] ?? 0));
  const sorted = places.every(rising) && own.every((step, index) => index === 0 || step <= (own[index - 1] ?? 0));
  return sorted ? cells : sortCells(cells);
}

async function merge(
  before: Cursor,
  after: Cursor,
  counterOf: (cell: number) => ChangeCounter | undefined,
): Promise<void> {
  try {
    await Promise.all([before.fetch(), after.fetch()]);
    while (before.cell !== Infinity || after.cell !== Infinity) {
      const [old, now] = [before.cell, after.cell];
      const counter = counterOf(Math.min(old, now));
      if (counter) {
        if (old < now) counter.removed++;
        else if (now < old) counter.added++;
        else counter.compare(old, before.value, after.value, before.status === after.status);
      }
      if (old <= now && !before.step()) await before.fetch();
      if (now <= old && !after.step()) await after.fetch();
    }
  } finally {
    await Promise.all([before.close(), after.close()]);
  }
}
