import type { PublishedVersion, Store } from '../store/store.js';

/** The list is read anew after this many milliseconds, also when the store does not say that it changed. */
const maxAge = 5_000;
/** A store that needs a moment to say whether it changed is believed for this many milliseconds. */
const maxDoubt = 100;

/** The current versions of all tables, kept in memory for as long as the store says that nothing was published. */
export class Directory {
  readonly #store: Store;
  #versions: ReadonlyMap<string, PublishedVersion> = new Map();
  #revision: string | null = null;
  #generation = 0;
  #readAt = -Infinity;
  #confirmedAt = -Infinity;
  #refreshing: Promise<void> | null = null;

  constructor(store: Store) {
    this.#store = store;
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

  /** Another, higher number when something else is served than before. */
  get generation(): number {
    return this.#generation;
  }

  /** Sees to it that `generation` is of now, or of a moment ago; null when there is nothing to wait for. */
  confirm(): Promise<void> | null {
    return performance.now() - this.#confirmedAt < maxDoubt ? null : this.#refresh();
  }

  #refresh(): Promise<void> | null {
    return this.#refreshing ?? this.#refreshTo(this.#store.revision());
  }

  #refreshTo(revision: string | Promise<string>): Promise<void> | null {
    if (revision === this.#revision && this.#isYoung()) return null;
    this.#refreshing = this.#read(revision).finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #read(revision: string | Promise<string>): Promise<void> {
    const asked = performance.now();
    const known = await revision;
    if (known !== this.#revision || !this.#isYoung()) {
      const tables = await this.#store.tables();
      if (known !== this.#revision || !this.#holds(tables)) this.#generation++;
      this.#versions = new Map(tables.map((version) => [version.table.id, version]));
      this.#revision = known;
      this.#readAt = asked;
    }
    // A store that answers at once is asked every time.
    if (typeof revision !== 'string') this.#confirmedAt = asked;
  }

  #isYoung(): boolean {
    return performance.now() - this.#readAt < maxAge;
  }

  #holds(tables: readonly PublishedVersion[]): boolean {
    const same = ({ table, version }: PublishedVersion): boolean => this.#versions.get(table.id)?.version === version;
    return tables.length === this.#versions.size && tables.every(same);
  }
}
