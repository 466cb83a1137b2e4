import { randomUUID } from 'node:crypto';
import { statSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import type { Selection } from '../selection/resolve-selection.js';
import { makeFolder, namesIn, removeForgotten, replaceFile } from './durable-files.js';
import { ObservationsFile } from './observations-file.js';
import { OpenFiles } from './open-files.js';
import { QueryFolder } from './query-folder.js';
import { allReadable, orUnreadable, toInventory } from './readable.js';
import {
  StoreUnavailableError,
  toReadError,
  toWriteError,
  UnknownVersionError,
  type UnreadableVersionError,
} from './store-errors.js';
import type { Candidate, Cells, Columns, Inventory, PublishedVersion, SavedQuery, Store } from './store.js';
import { isTableId, VersionFolder } from './version-folder.js';

/** The embedded store: a folder of read-only DuckDB files, one per version. Another process may publish into it at any time. */
export class DuckDbStore implements Store {
  readonly #path: string;
  readonly #queries: QueryFolder;
  /** Last version seen per table, so that it is read from disk once. */
  readonly #current = new Map<string, PublishedVersion>();
  readonly #files = new OpenFiles();
  /** Whether something was published here, as far as this process has seen. */
  #isThere = false;

  /** @param path Folder of the store; made at the first publication. */
  constructor(path: string) {
    this.#path = path;
    this.#queries = new QueryFolder(path);
  }

  async tableIds(): Promise<readonly string[]> {
    const ids = await this.#folders();
    const numbers = await Promise.all(ids.map((id) => this.#folder(id).currentNumber()));
    return ids.filter((_, index) => numbers[index] !== null);
  }

  async tables(): Promise<readonly PublishedVersion[]> {
    return (await this.inventory()).tables;
  }

  async inventory(): Promise<Inventory> {
    const ids = await this.#folders();
    return toInventory(await Promise.all(ids.map((id) => orUnreadable(this.current(id)))));
  }

  /**
   * Which file it is says as much as what is in it, as it is replaced whole: a question of microseconds.
   * @throws StoreUnavailableError when it was there and is no longer: a disk that is away is no store without tables
   */
  revision(): string {
    const file = this.#statRevision();
    if (!file && this.#isThere) throw new StoreUnavailableError('The store is no longer there');
    this.#isThere = file !== undefined;
    return file ? `${file.ino}-${file.mtimeNs}` : '';
  }

  async current(id: string): Promise<PublishedVersion | null> {
    if (!isTableId(id)) return null;
    const number = await this.#folder(id).currentNumber();
    if (number === null) return null;
    const known = this.#current.get(id);
    if (known?.version === number) return known;
    const version = await this.#folder(id).read(number);
    if (version) this.#current.set(id, version);
    return version;
  }

  async version(id: string, number: number): Promise<PublishedVersion | null> {
    return isTableId(id) && Number.isSafeInteger(number) ? this.#folder(id).read(number) : null;
  }

  async versions(id: string): Promise<readonly PublishedVersion[]> {
    return allReadable(await this.history(id));
  }

  async history(id: string): Promise<readonly (PublishedVersion | UnreadableVersionError)[]> {
    if (!isTableId(id)) return [];
    const folder = this.#folder(id);
    const versions = await Promise.all((await folder.numbers()).map((number) => orUnreadable(folder.read(number))));
    return versions.filter((version) => version !== null);
  }

  /** Files of every version are still as they were first made. */
  async prepare(): Promise<void> {}

  async publish(candidate: Candidate): Promise<PublishedVersion> {
    try {
      await makeFolder(this.#path);
      const version = await this.#write(candidate);
      await this.#announce();
      await removeForgotten(this.#path);
      await this.#queries.clearAway();
      return version;
    } catch (error) {
      throw toWriteError(error);
    }
  }

  async retract(id: string, number: number, why: string): Promise<PublishedVersion> {
    const version = await this.version(id, number);
    if (!version) throw new UnknownVersionError(id, number);
    if (version.retracted) return version;
    const retracted = { on: new Date().toISOString(), why };
    try {
      await this.#folder(id).retract(number, retracted);
      await this.#announce();
    } catch (error) {
      throw toWriteError(error);
    }
    return { ...version, retracted };
  }

  cells(version: PublishedVersion, selection: Selection): Promise<Cells> {
    const sizes = version.table.dimensions.map((dimension) => dimension.codes.length);
    return this.#files.at(this.#observations(version), version).cells(selection, sizes);
  }

  async *observations(version: PublishedVersion): AsyncIterable<Columns> {
    const file = new ObservationsFile(this.#observations(version), version);
    try {
      yield* file.observations(version.table.dimensions.length);
    } finally {
      await file.retire();
    }
  }

  async saveQuery(query: SavedQuery, most: number): Promise<string> {
    try {
      return await this.#queries.save(query, most);
    } catch (error) {
      throw toWriteError(error);
    }
  }

  async savedQuery(id: string): Promise<SavedQuery | null> {
    try {
      return await this.#queries.read(id);
    } catch (error) {
      throw toReadError(error);
    }
  }

  close(): Promise<void> {
    return this.#files.close();
  }

  async #write({ table, observations, contentHash, checks, protectedBeside }: Candidate): Promise<PublishedVersion> {
    const folder = this.#folder(table.id);
    const reserved = await folder.reserve();
    try {
      await folder.clearAway();
      await observations.writeDuckDb(folder.observations(reserved.number));
      const version: PublishedVersion = {
        table,
        version: reserved.number,
        contentHash,
        checks,
        publishedAt: new Date().toISOString(),
        observationCount: observations.count,
      };
      await folder.publish(version, reserved.reservation, protectedBeside);
      return version;
    } catch (error) {
      await folder.cancel(reserved).catch(() => undefined);
      throw error;
    }
  }

  /** What was published stays so when this fails; readers then see it a little later, since they look again by themselves. */
  async #announce(): Promise<void> {
    await replaceFile(this.#revisionFile, randomUUID()).catch(() => undefined);
  }

  #observations({ table, version }: PublishedVersion): string {
    return this.#folder(table.id).observations(version);
  }

  async #folders(): Promise<readonly string[]> {
    return (await namesIn(this.#path)).filter(isTableId).sort();
  }

  #statRevision(): BigIntStats | undefined {
    try {
      return statSync(this.#revisionFile, { bigint: true, throwIfNoEntry: false });
    } catch (error) {
      throw toReadError(error);
    }
  }

  get #revisionFile(): string {
    return join(this.#path, 'revision.txt');
  }

  #folder(id: string): VersionFolder {
    return new VersionFolder(this.#path, id);
  }
}
