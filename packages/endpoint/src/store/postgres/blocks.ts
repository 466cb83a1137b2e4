/**
 * Observations as rows of a database: the cells of a table are numbered in row-major order of its dimensions, and each row
 * keeps the sixty-four of one block: an array of figures, NULL for a missing one, and a text with a letter per cell, the
 * status of the observation, `A` for a final figure and `-` for no observation. Blocks without observations have no row, and
 * what follows the last observation in a block is left out.
 */
import { isStatusCode } from '@peilglas/model';
import { Pace } from '../../pace.js';
import { cellCount, strides } from '../../selection/cells.js';
import type { Selection } from '../../selection/resolve-selection.js';
import { StoreError } from '../store-errors.js';
import type { Cells, Columns } from '../store.js';

const size = 64;
const noObservation = '-';

export interface Block {
  readonly number: number;
  /** As PostgreSQL writes an array: `{1,NULL,2.5}`. */
  readonly figures: string;
  readonly statuses: string;
}

/** Sorted observations as blocks, in order. */
export async function* toBlocks(portions: AsyncIterable<Columns>, sizes: readonly number[]): AsyncIterable<Block> {
  if (!Number.isSafeInteger(cellCount(sizes))) throw new StoreError('The table has more cells than can be numbered');
  const steps = strides(sizes);
  let number = 0;
  let figures: string[] = [];
  let statuses = '';
  for await (const { positions, values, status } of portions) {
    for (let row = 0; row < values.length; row++) {
      let cell = 0;
      for (let index = 0; index < steps.length; index++) cell += (positions[index]?.[row] ?? 0) * (steps[index] ?? 0);
      const block = Math.floor(cell / size);
      if (block !== number) {
        if (figures.length > 0) yield { number, figures: `{${figures.join(',')}}`, statuses };
        [number, figures, statuses] = [block, [], ''];
      }
      while (figures.length < cell % size) {
        figures.push('NULL');
        statuses += noObservation;
      }
      const value = values[row] ?? Number.NaN;
      figures.push(Number.isNaN(value) ? 'NULL' : String(value));
      statuses += status[row] ?? 'A';
    }
  }
  if (figures.length > 0) yield { number, figures: `{${figures.join(',')}}`, statuses };
}

/** The observations of some blocks, in their order. */
export function toColumns(blocks: readonly Block[], sizes: readonly number[]): Columns {
  const cells = blocks.flatMap((block) => {
    const figures = readFigures(block);
    return figures.flatMap((value, place) => {
      const state = block.statuses[place];
      return state === noObservation ? [] : [{ cell: block.number * size + place, value, state }];
    });
  });
  return {
    positions: strides(sizes).map((step, index) =>
      Int32Array.from(cells, ({ cell }) => Math.floor(cell / step) % (sizes[index] ?? 1)),
    ),
    values: Float64Array.from(cells, ({ value }) => value ?? Number.NaN),
    status: cells.map(({ state }) => (state !== 'A' && isStatusCode(state) ? state : null)),
  };
}

/** Numbers of the cells of a selection in the table, in order of the selection. */
export function cellsOf(selection: Selection, sizes: readonly number[]): Float64Array {
  const steps = strides(sizes);
  const cells = new Float64Array(cellCount(selection.map((chosen) => chosen.length)));
  let filled = 1;
  for (const [index, chosen] of selection.entries()) {
    // From the back, so that what is read is not yet overwritten.
    for (let before = filled - 1; before >= 0; before--) {
      const start = cells[before] ?? 0;
      for (let place = chosen.length - 1; place >= 0; place--)
        cells[before * chosen.length + place] = start + (chosen[place] ?? 0) * (steps[index] ?? 0);
    }
    filled *= chosen.length;
  }
  return cells;
}

/** Numbers of the blocks that hold these cells, each once. */
export function blocksOf(cells: Float64Array): readonly number[] {
  const blocks = new Set<number>();
  for (const cell of cells) blocks.add(Math.floor(cell / size));
  return [...blocks];
}

/** Picks cells out of the blocks that hold them; one without an observation is null with status `O`. */
export async function pick(cells: Float64Array, blocks: readonly Block[]): Promise<Cells> {
  const pace = new Pace();
  const found = new Map<number, { readonly figures: readonly (number | null)[]; readonly statuses: string }>();
  for (const [index, block] of blocks.entries()) {
    if (index % 64 === 0) await pace.pause();
    found.set(block.number, { figures: readFigures(block), statuses: block.statuses });
  }
  const values: (number | null)[] = [];
  const status = new Map<number, string>();
  for (const [place, cell] of cells.entries()) {
    if (place % 1024 === 0) await pace.pause();
    const block = found.get(Math.floor(cell / size));
    const state = block?.statuses[cell % size] ?? noObservation;
    values.push(block?.figures[cell % size] ?? null);
    if (state !== 'A') status.set(place, state === noObservation ? 'O' : state);
  }
  return { values, status };
}

function readFigures({ figures }: Block): readonly (number | null)[] {
  const inside = figures.slice(1, -1);
  return inside === '' ? [] : inside.split(',').map((text) => (text === 'NULL' ? null : Number(text)));
}
