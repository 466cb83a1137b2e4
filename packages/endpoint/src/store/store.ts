import type { StatusCode } from '@peilglas/model';
import type { Selection, VariableSelection } from '../selection/resolve-selection.js';
import type { Table } from '../table.js';
import type { UnreadableVersionError } from './store-errors.js';

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
  /**
   * The newest version, 0 for none, beside which its figures are protected. Null where that does not matter: they are as
   * they were given.
   */
  readonly protectedBeside: number | null;
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
  /** Only when it was retracted: it stays stored, and is never current again. */
  readonly retracted?: Retraction;
}

/** When and why a version was taken back. */
export interface Retraction {
  /** ISO 8601, UTC. */
  readonly on: string;
  readonly why: string;
}

/** A question with a permanent address: what was asked, of the version that was current then. */
export interface SavedQuery {
  readonly tableId: string;
  readonly version: number;
  readonly language: string;
  readonly outputFormat: string;
  readonly outputFormatParams: readonly string[];
  readonly selection: readonly VariableSelection[];
  readonly placement?: { readonly heading?: readonly string[]; readonly stub?: readonly string[] };
}

/** Cells in row-major order of the selection, the last dimension running fastest. */
export interface Cells {
  readonly values: readonly (number | null)[];
  /** Only cells that are not final. */
  readonly status: ReadonlyMap<number, string>;
}

/** What is current of every table. */
export interface Inventory {
  readonly tables: readonly PublishedVersion[];
  /** Current versions that cannot be read: their tables are not served, also not from an earlier version. */
  readonly unreadable: readonly UnreadableVersionError[];
}

/**
 * Keeps immutable versions of tables. Current is the newest version that was not retracted; a version shows up as a whole
 * or not at all, also when its publisher is killed.
 * @throws StoreError from every method, when the store cannot do its work; its message holds no path, host or account.
 */
export interface Store {
  /** Ids of the tables that have a current version, sorted. */
  tableIds(): Promise<readonly string[]>;
  /** The current version of each table, sorted by id; without tables of which it cannot be read. */
  tables(): Promise<readonly PublishedVersion[]>;
  /** The same, and the tables that it leaves out. */
  inventory(): Promise<Inventory>;
  /** Another text whenever something was published or retracted since; cheap, to be asked often: at once where the store can. */
  revision(): string | Promise<string>;
  /**
   * Null for any id that is not in the store, however odd.
   * @throws UnreadableVersionError like every method that must know a version which cannot be read.
   */
  current(id: string): Promise<PublishedVersion | null>;
  /** One version, also when it was retracted; null when there is none. */
  version(id: string, number: number): Promise<PublishedVersion | null>;
  /** Oldest first, retracted ones among them. */
  versions(id: string): Promise<readonly PublishedVersion[]>;
  /** The same, with the versions that cannot be read among them. */
  history(id: string): Promise<readonly (PublishedVersion | UnreadableVersionError)[]>;
  /**
   * Brings what an older program made up to date. For who is about to publish, before the first look at what is there; who
   * only reads changes nothing.
   */
  prepare(): Promise<void>;
  /**
   * Writes a next version and makes it current in one step; when it fails the last good version stays current.
   * @throws PublishedMeanwhileError when there is a version that the protection of these figures did not know.
   */
  publish(candidate: Candidate): Promise<PublishedVersion>;
  /**
   * Takes a version back. Retracting it once more changes nothing, not even the reason.
   * @throws UnknownVersionError when there is no such version.
   */
  retract(id: string, number: number, why: string): Promise<PublishedVersion>;
  cells(version: PublishedVersion, selection: Selection): Promise<Cells>;
  /** All observations of a version in portions, sorted by position; those that the table lacks are left out. */
  observations(version: PublishedVersion): AsyncIterable<Columns>;
  /**
   * Keeps a query under an id made of its content, 43 letters, digits, `-` and `_`. One that is kept already is no more
   * than looked up.
   * @param most Queries that the store may hold; some more when several are saved at the same moment.
   * @throws QueryLimitError when it holds so many; StoreReadOnlyError when the store can only be read.
   */
  saveQuery(query: SavedQuery, most: number): Promise<string>;
  /** Null for any id that is not in the store, however odd. */
  savedQuery(id: string): Promise<SavedQuery | null>;
  close(): Promise<void>;
}
