import type { PublishedVersion, Store } from '../store/store.js';

/** The list is read anew after this many milliseconds, also when the store does not say that it changed. */
const maxAge = 5_000;

/** The current versions of all tables, kept in memory for as long as the store says that nothing was published. */
export class Directory {
  readonly #store: Store;
  #versions: ReadonlyMap<string, PublishedVersion> = new Map();
  #revision: string | null = null;
  #readAt = -Infinity;
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

  #refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #read(): Promise<void> {
    const revision = await this.#store.revision();
    if (revision === this.#revision && performance.now() - this.#readAt < maxAge) return;
    const tables = await this.#store.tables();
    this.#versions = new Map(tables.map((version) => [version.table.id, version]));
    this.#revision = revision;
    this.#readAt = performance.now();
  }
}
