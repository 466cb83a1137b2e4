import type { StatusCode } from '@peilglas/model';
import type { Selection } from '../selection/resolve-selection.js';
import type { Table } from '../table.js';

/** Observations, column by column; every array has one entry per observation. */
export interface Columns {
  /** Per dimension of the table, the position of the observation's code. */
  readonly positions: readonly Int32Array[];
  /** NaN where there is no figure. */
  readonly values: Float64Array;
  /** Null for a final figure. */
  readonly status: readonly (StatusCode | null)[];
}

/** Checked and protected observations on their way to a store, each once, sorted by position. */
export interface Observations {
  readonly count: number;
  /** In portions, for a store of any kind. */
  portions(): AsyncIterable<Columns>;
  /** The short way to the embedded store: a new DuckDB file with one table `observation(d0, d1, …, value, status)`. */
  writeDuckDb(path: string): Promise<void>;
}

/** What a publisher hands to the store. */
export interface Candidate {
  readonly table: Table;
  readonly observations: Observations;
  /** Hash of manifest and data: the same content is never stored twice in a row. */
  readonly contentHash: string;
  /** Names of the checks it passed. */
  readonly checks: readonly string[];
}

/** One version as it was published; nothing about it changes afterwards. */
export interface PublishedVersion {
  readonly table: Table;
  readonly version: number;
  readonly contentHash: string;
  readonly checks: readonly string[];
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly observationCount: number;
}

/** Cells in row-major order of the selection, the last dimension running fastest. */
export interface Cells {
  readonly values: readonly (number | null)[];
  /** Only cells that are not final. */
  readonly status: ReadonlyMap<number, string>;
}

/** Keeps immutable versions of tables; at each moment at most one version per table is current. */
export interface Store {
  /** Ids of all tables, sorted. */
  tableIds(): Promise<readonly string[]>;
  /** The current version of each table, sorted by id. */
  tables(): Promise<readonly PublishedVersion[]>;
  /** Another text whenever something was published since; cheap, to be asked often. */
  revision(): Promise<string>;
  /** Null for any id that is not in the store, however odd. */
  current(id: string): Promise<PublishedVersion | null>;
  /** Oldest first. */
  versions(id: string): Promise<readonly PublishedVersion[]>;
  /** Writes a next version and makes it current in one step; when it fails the last good version stays current. */
  publish(candidate: Candidate): Promise<PublishedVersion>;
  cells(version: PublishedVersion, selection: Selection): Promise<Cells>;
  close(): Promise<void>;
}
