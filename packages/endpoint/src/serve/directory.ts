import type { UnreadableVersionError } from '../store/store-errors.js';
import type { PublishedVersion, Store } from '../store/store.js';

/** The list is read anew after this many milliseconds, also when the store does not say that it changed. */
const maxAge = 5_000;
/** For how long a store is believed that it did not change, in milliseconds: one that says so at once, and one that has to ask. */
const belief = { atOnce: 1, later: 100 } as const;

/** The current versions of all tables, kept in memory for as long as the store says that nothing was published. */
export class Directory {
  readonly #store: Store;
  readonly #onUnreadable: (version: UnreadableVersionError) => void;
  #versions: ReadonlyMap<string, PublishedVersion> = new Map();
  #unreadable: ReadonlyMap<string, UnreadableVersionError> = new Map();
  #revision: string | null = null;
  #generation = 0;
  #readAt = -Infinity;
  #believedUntil = -Infinity;
  #refreshing: Promise<void> | null = null;

  /** @param onUnreadable Told once of each current version that cannot be read; its table is then not served. */
  constructor(store: Store, onUnreadable: (version: UnreadableVersionError) => void) {
    this.#store = store;
    this.#onUnreadable = onUnreadable;
  }

  /** Null for any id that is not there, however odd; takes as long as for one that is. */
  async find(id: string): Promise<PublishedVersion | null> {
    await this.#refresh();
    return this.#versions.get(id) ?? null;
  }

  /** Sorted by id. */
  async all(): Promise<readonly PublishedVersion[]> {
    await this.#refresh();
    return [...this.#versions.values()];
  }

  /** Whether there is such a table, of which nobody knows what its current version says. */
  async isUnreadable(id: string): Promise<boolean> {
    await this.#refresh();
    return this.#unreadable.has(id);
  }

  /** How many tables are not served since their current version cannot be read. */
  get unreadableCount(): number {
    return this.#unreadable.size;
  }

  /** Another, higher number when something else is served than before. */
  get generation(): number {
    return this.#generation;
  }

  /** Sees to it that `generation` is of now, or of a moment ago; null when there is nothing to wait for. */
  confirm(): Promise<void> | null {
    return performance.now() < this.#believedUntil ? null : this.#refresh();
  }

  #refresh(): Promise<void> | null {
    return this.#refreshing ?? this.#refreshTo(this.#askRevision());
  }

  /** A store that knows at once may also fail at once; both are told to who waits. */
  #askRevision(): string | Promise<string> {
    try {
      return this.#store.revision();
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error('The store does not answer'));
    }
  }

  #refreshTo(revision: string | Promise<string>): Promise<void> | null {
    if (revision === this.#revision && this.#isYoung()) {
      this.#believedUntil = performance.now() + belief.atOnce;
      return null;
    }
    this.#refreshing = this.#read(revision).finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #read(revision: string | Promise<string>): Promise<void> {
    const asked = performance.now();
    const known = await revision;
    if (known !== this.#revision || !this.#isYoung()) {
      const { tables, unreadable } = await this.#store.inventory();
      if (known !== this.#revision || !this.#holds(tables)) this.#generation++;
      this.#versions = new Map(tables.map((version) => [version.table.id, version]));
      this.#noteUnreadable(unreadable);
      this.#revision = known;
      this.#readAt = asked;
    }
    this.#believedUntil = asked + (typeof revision === 'string' ? belief.atOnce : belief.later);
  }

  #noteUnreadable(versions: readonly UnreadableVersionError[]): void {
    for (const version of versions)
      if (this.#unreadable.get(version.id)?.message !== version.message) this.#onUnreadable(version);
    this.#unreadable = new Map(versions.map((version) => [version.id, version]));
  }

  #isYoung(): boolean {
    return performance.now() - this.#readAt < maxAge;
  }

  #holds(tables: readonly PublishedVersion[]): boolean {
    const same = ({ table, version }: PublishedVersion): boolean => this.#versions.get(table.id)?.version === version;
    return tables.length === this.#versions.size && tables.every(same);
  }
}
