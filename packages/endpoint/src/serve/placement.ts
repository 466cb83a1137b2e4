import { Pace } from '../pace.js';
import { cellCount, strides } from '../selection/cells.js';
import { findDimension } from '../selection/resolve-selection.js';
import type { Cells } from '../store/store.js';
import type { Table } from '../table.js';
import { badRequest } from './problem.js';

/** Which dimensions stand in the heading (columns) and which in the stub (rows) of a printed table, by index. */
export interface Placement {
  readonly heading: readonly number[];
  readonly stub: readonly number[];
}

/** What a table suggests: indicators and periods above, the rest beside. */
export function suggestedPlacement(table: Table): Placement {
  const indexes = table.dimensions.map((_, index) => index);
  const above = (index: number): boolean => ['metric', 'time'].includes(table.dimensions[index]?.role ?? '');
  return { heading: indexes.filter(above), stub: indexes.filter((index) => !above(index)) };
}

/**
 * The placement that is asked for, or null when none is. Dimensions that are not named join the side that was not
 * given, or the stub.
 * @throws SelectionError for an unknown dimension, Problem 400 for one that is placed twice.
 */
export function readPlacement(table: Table, heading?: readonly string[], stub?: readonly string[]): Placement | null {
  if (!heading?.length && !stub?.length) return null;
  const indexes = (names: readonly string[]): number[] =>
    names.map((name) => table.dimensions.indexOf(findDimension(table, name)));
  const above = indexes(heading ?? []);
  const beside = indexes(stub ?? []);
  const named = [...above, ...beside];
  if (new Set(named).size < named.length) throw badRequest('A variable can be placed once, in heading or in stub');
  const rest = table.dimensions.map((_, index) => index).filter((index) => !named.includes(index));
  return heading?.length ? { heading: above, stub: [...beside, ...rest] } : { heading: rest, stub: beside };
}

/** The same cells with the dimensions in another order; `order` lists the old indexes. */
export async function reorderCells(cells: Cells, sizes: readonly number[], order: readonly number[]): Promise<Cells> {
  if (order.every((old, index) => old === index)) return cells;
  const oldSteps = strides(sizes);
  const newSizes = order.map((old) => sizes[old] ?? 1);
  const newSteps = strides(newSizes);
  const values: (number | null)[] = [];
  const status = new Map<number, string>();
  const pace = new Pace();
  for (let cell = 0; cell < cellCount(newSizes); cell++) {
    if (cell % 1024 === 0) await pace.pause();
    let from = 0;
    order.forEach((old, index) => {
      const place = Math.floor(cell / (newSteps[index] ?? 1)) % (newSizes[index] ?? 1);
      from += place * (oldSteps[old] ?? 0);
    });
    values.push(cells.values[from] ?? null);
    const state = cells.status.get(from);
    if (state !== undefined) status.set(cell, state);
  }
  return { values, status };
}
