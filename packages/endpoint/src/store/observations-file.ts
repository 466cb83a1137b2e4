/**
 * One version's observations as a DuckDB file with one table `observation(d0, d1, …, value, status)`, where dN is the
 * position of the code in dimension N, sorted by position. All SQL is made of numbers and fixed words.
 */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { Pace } from '../pace.js';
import type { Selection } from '../selection/resolve-selection.js';
import { cellCount, strides } from '../selection/cells.js';
import { UnreadableVersionError } from './store-errors.js';
import type { Cells, Columns, PublishedVersion } from './store.js';
import { toColumns } from './to-columns.js';

/** Cells from which rows are read in portions. */
const manyCells = 10_000;

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
    const arrangement = new Arrangement(selection);
    const question = questionOf(selection, sizes);
    this.#readers++;
    try {
      const { connection } = await this.#opened;
      if (arrangement.count < manyCells) {
        arrangement.add((await connection.runAndReadAll(question)).getColumns());
      } else {
        // Not all at once: rows of many cells take far more memory than the cells, and time in which nobody else is answered.
        for await (const columns of this.#portions(question)) arrangement.add(columns);
      }
      return await arrangement.finish();
    } finally {
      this.#readers--;
      if (this.#retired) await this.#closeWhenIdle();
    }
  }

  /** All observations in portions, in the order in which they were written: by position. */
  async *observations(dimensionCount: number): AsyncIterable<Columns> {
    this.#readers++;
    try {
      const names = Array.from({ length: dimensionCount }, (_, index) => `d${index}`);
      const question = `SELECT ${names.join(', ')}, value, status FROM observation`;
      for await (const columns of this.#portions(question)) yield toColumns(columns, dimensionCount);
    } finally {
      this.#readers--;
      if (this.#retired) await this.#closeWhenIdle();
    }
  }

  async *#portions(question: string): AsyncIterable<readonly (readonly unknown[])[]> {
    // A connection of its own: another question on the same one would end the stream.
    const connection = await (await this.#opened).instance.connect();
    try {
      const result = await connection.stream(question);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
        yield chunk.getColumns();
    } finally {
      connection.disconnectSync();
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

function questionOf(selection: Selection, sizes: readonly number[]): string {
  // Numbers in the statement, not bound: DuckDB then skips the parts of the file that have none of them.
  const conditions = selection.flatMap((chosen, index) =>
    chosen.length === sizes[index] ? [] : [`d${index} IN (${chosen.map(Number).join(', ')})`],
  );
  return (
    `SELECT ${selection.map((_, index) => `d${index}`).join(', ')}, value, status FROM observation` +
    (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '')
  );
}

/** Rows on their way to the cells of a selection. */
class Arrangement {
  readonly count: number;
  readonly #values: (number | null)[];
  readonly #found: Uint8Array;
  readonly #status = new Map<number, string>();
  /** Per dimension, what a position adds to the number of the cell. */
  readonly #places: readonly ReadonlyMap<number, number>[];

  constructor(selection: Selection) {
    const sizes = selection.map((chosen) => chosen.length);
    const steps = strides(sizes);
    this.count = cellCount(sizes);
    this.#values = new Array<number | null>(this.count).fill(null);
    this.#found = new Uint8Array(this.count);
    this.#places = selection.map(
      (chosen, index) => new Map(chosen.map((position, place) => [position, place * (steps[index] ?? 0)])),
    );
  }

  /** @param columns `d0, d1, …, value, status` */
  add(columns: readonly (readonly unknown[])[]): void {
    const [values = [], states = []] = columns.slice(this.#places.length);
    values.forEach((value, row) => {
      let cell = 0;
      this.#places.forEach((place, index) => (cell += place.get(Number(columns[index]?.[row])) ?? 0));
      const state = states[row];
      this.#found[cell] = 1;
      if (typeof value === 'number') this.#values[cell] = value;
      if (typeof state === 'string') this.#status.set(cell, state);
    });
  }

  async finish(): Promise<Cells> {
    const pace = new Pace();
    for (let cell = 0; cell < this.count; cell++) {
      if (cell % 4096 === 0) await pace.pause();
      if (this.#found[cell] === 0) this.#status.set(cell, 'O');
    }
    return { values: this.#values, status: this.#status };
  }
}
