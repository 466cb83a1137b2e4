import { BIGINT, DOUBLE, DuckDBDataChunk } from '@duckdb/node-api';
import { strides } from '../selection/cells.js';
import type { Columns, PublishedVersion, Store } from '../store/store.js';
import type { Data } from './read-data.js';

/** The version that is served now, for rules that compare with it. */
export interface PreviousVersion {
  readonly version: PublishedVersion;
  observations(): AsyncIterable<Columns>;
}

export async function previousVersion(store: Store | null, id: string): Promise<PreviousVersion | null> {
  const version = await store?.current(id);
  return store && version ? { version, observations: () => store.observations(version) } : null;
}

/** Rows per portion of DuckDB; a chunk holds no more. */
const portion = 2048;

const staged = new WeakMap<PreviousVersion, Promise<boolean>>();

/**
 * Fills table `previous(cell, value)`, once for all rules that compare, with the figures of that version, in cells of the
 * data at hand; codes and dimensions are matched by name. Codes that are gone are left out.
 * @returns false when the two have other dimensions, and cannot be compared.
 */
export function stagePrevious(data: Data, previous: PreviousVersion): Promise<boolean> {
  const staging = staged.get(previous) ?? stage(data, previous);
  staged.set(previous, staging);
  return staging;
}

async function stage(data: Data, previous: PreviousVersion): Promise<boolean> {
  const steps = cellSteps(data, previous.version);
  if (!steps) return false;
  await data.append('CREATE TABLE previous(cell BIGINT, value DOUBLE)', 'previous', chunks(previous, steps));
  return true;
}

async function* chunks(previous: PreviousVersion, steps: readonly Float64Array[]): AsyncIterable<DuckDBDataChunk> {
  let [cells, values]: [bigint[], number[]] = [[], []];
  for await (const columns of previous.observations()) {
    for (let row = 0; row < columns.values.length; row++) {
      const value = columns.values[row] ?? Number.NaN;
      const cell = cellOfRow(columns, row, steps);
      if (Number.isNaN(value) || cell === null) continue;
      cells.push(BigInt(cell));
      values.push(value);
      if (cells.length < portion) continue;
      yield chunkOf(cells, values);
      [cells, values] = [[], []];
    }
  }
  if (cells.length > 0) yield chunkOf(cells, values);
}

function chunkOf(cells: readonly bigint[], values: readonly number[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create([BIGINT, DOUBLE], cells.length);
  chunk.setColumns([cells, values]);
  return chunk;
}

function cellOfRow({ positions }: Columns, row: number, steps: readonly Float64Array[]): number | null {
  let cell = 0;
  for (let dimension = 0; dimension < positions.length; dimension++) {
    cell += steps[dimension]?.[positions[dimension]?.[row] ?? -1] ?? Number.NaN;
  }
  return Number.isNaN(cell) ? null : cell;
}

/** Per dimension of the previous version, what each of its codes adds to the cell; NaN for a code that is gone. */
function cellSteps(data: Data, { table }: PublishedVersion): readonly Float64Array[] | null {
  const own = data.source.manifest.dimensions;
  const size = strides(data.codes.map((codes) => Math.max(1, codes.length)));
  if (own.length !== table.dimensions.length) return null;
  const steps: Float64Array[] = [];
  for (const { id, codes } of table.dimensions) {
    const index = own.findIndex((dimension) => dimension.id === id);
    if (index < 0) return null;
    const positions = new Map((data.codes[index] ?? []).map((code, position) => [code, position]));
    steps.push(Float64Array.from(codes, ({ code }) => (positions.get(code) ?? Number.NaN) * (size[index] ?? 0)));
  }
  return steps;
}
