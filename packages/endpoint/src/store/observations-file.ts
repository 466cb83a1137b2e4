/**
 * One version's observations as a DuckDB file with one table `observation(d0, d1, …, value, status)`, where dN is the
 * position of the code in dimension N, sorted by position. All SQL is made of numbers and fixed words.
 */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Selection } from '../selection/resolve-selection.js';
import { cellCount, strides } from '../selection/cells.js';
import { UnreadableVersionError } from './store-errors.js';
import type { Cells, Columns, PublishedVersion } from './store.js';
import { toColumns } from './to-columns.js';

interface Connected {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

/** A version's file, opened for reading only; closes once it is retired and nobody reads from it any more. */
export class ObservationsFile {
  readonly #opened: Promise<Connected>;
  #readers = 0;
  #retired = false;
  #failed = false;

  /** @param version the one whose observations they are, for who must hear that they cannot be read */
  constructor(path: string, { table, version }: PublishedVersion) {
    this.#opened = openReadOnly(path).catch(() => {
      throw new UnreadableVersionError(table.id, version, 'figures');
    });
    // Each reader meets the failure itself; without readers it concerns nobody.
    this.#opened.catch(() => (this.#failed = true));
  }

  /** Whether it could not be opened. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The cells of a selection; a cell without an observation is null with status `O`. */
  async cells(selection: Selection, sizes: readonly number[]): Promise<Cells> {
    this.#readers++;
    try {
      const { connection } = await this.#opened;
      return arrange(await select(connection, selection, sizes), selection);
    } finally {
      this.#readers--;
      if (this.#retired) await this.#closeWhenIdle();
    }
  }

  /** All observations in portions, in the order in which they were written: by position. */
  async *observations(dimensionCount: number): AsyncIterable<Columns> {
    this.#readers++;
    try {
      // A connection of its own: another question on the same one would end the stream.
      const connection = await (await this.#opened).instance.connect();
      try {
        const names = Array.from({ length: dimensionCount }, (_, index) => `d${index}`);
        const result = await connection.stream(`SELECT ${names.join(', ')}, value, status FROM observation`);
        for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
          yield toColumns(chunk.getColumns(), dimensionCount);
      } finally {
        connection.disconnectSync();
      }
    } finally {
      this.#readers--;
      if (this.#retired) await this.#closeWhenIdle();
    }
  }

  async retire(): Promise<void> {
    this.#retired = true;
    await this.#closeWhenIdle();
  }

  async #closeWhenIdle(): Promise<void> {
    if (this.#readers > 0) return;
    const opened = await this.#opened.catch(() => null);
    opened?.connection.disconnectSync();
    opened?.instance.closeSync();
  }
}

async function openReadOnly(path: string): Promise<Connected> {
  // One thread per file: many tables are open at once, and an answer is small.
  const instance = await DuckDBInstance.create(path, {
    access_mode: 'READ_ONLY',
    threads: '1',
    enable_external_access: 'false',
  });
  return { instance, connection: await instance.connect() };
}

async function select(
  connection: DuckDBConnection,
  selection: Selection,
  sizes: readonly number[],
): Promise<readonly (readonly unknown[])[]> {
  // Numbers in the statement, not bound: DuckDB then skips the parts of the file that have none of them.
  const conditions = selection.flatMap((chosen, index) =>
    chosen.length === sizes[index] ? [] : [`d${index} IN (${chosen.map(Number).join(', ')})`],
  );
  const reader = await connection.runAndReadAll(
    `SELECT ${selection.map((_, index) => `d${index}`).join(', ')}, value, status FROM observation` +
      (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''),
  );
  return reader.getColumns();
}

function arrange(columns: readonly (readonly unknown[])[], selection: Selection): Cells {
  const sizes = selection.map((chosen) => chosen.length);
  const steps = strides(sizes);
  const places = selection.map(
    (chosen, index) => new Map(chosen.map((position, place) => [position, place * (steps[index] ?? 0)])),
  );
  const values: (number | null)[] = new Array<number | null>(cellCount(sizes)).fill(null);
  const found = new Uint8Array(values.length);
  const status = new Map<number, string>();
  const [valueColumn = [], statusColumn = []] = columns.slice(selection.length);
  valueColumn.forEach((value, row) => {
    let cell = 0;
    places.forEach((place, index) => (cell += place.get(Number(columns[index]?.[row])) ?? 0));
    const state = statusColumn[row];
    found[cell] = 1;
    if (typeof value === 'number') values[cell] = value;
    if (typeof state === 'string') status.set(cell, state);
  });
  found.forEach((present, cell) => {
    if (!present) status.set(cell, 'O');
  });
  return { values, status };
}
