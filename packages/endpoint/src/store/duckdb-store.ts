import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Selection } from '../selection/resolve-selection.js';
import { moveIntoPlace, replaceFile } from './durable-files.js';
import { ObservationsFile } from './observations-file.js';
import type { Candidate, Cells, PublishedVersion, Store } from './store.js';
import { hasCode, isTableId, VersionFolder } from './version-folder.js';

interface OpenVersion {
  readonly number: number;
  readonly file: ObservationsFile;
}

/** The embedded store: a folder of read-only DuckDB files, one per version. Another process may publish into it at any time. */
export class DuckDbStore implements Store {
  readonly #path: string;
  /** Last version seen per table, so that an unchanged pointer costs one small file read. */
  readonly #current = new Map<string, PublishedVersion>();
  readonly #open = new Map<string, OpenVersion>();

  /** @param path Folder of the store; made at the first publication. */
  constructor(path: string) {
    this.#path = path;
  }

  async tableIds(): Promise<readonly string[]> {
    const ids = (await namesIn(this.#path)).filter(isTableId);
    const published = await Promise.all(ids.map((id) => this.#folder(id).currentNumber()));
    return ids.filter((_, index) => published[index] !== null).sort();
  }

  async tables(): Promise<readonly PublishedVersion[]> {
    const ids = (await namesIn(this.#path)).filter(isTableId).sort();
    const versions = await Promise.all(ids.map((id) => this.current(id)));
    return versions.filter((version) => version !== null);
  }

  async revision(): Promise<string> {
    try {
      return await readFile(this.#revisionFile, 'utf8');
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return '';
      throw error;
    }
  }

  async current(id: string): Promise<PublishedVersion | null> {
    if (!isTableId(id)) return null;
    const number = await this.#folder(id).currentNumber();
    if (number === null) return null;
    const known = this.#current.get(id);
    if (known?.version === number) return known;
    const version = await this.#folder(id).read(number);
    this.#current.set(id, version);
    return version;
  }

  async versions(id: string): Promise<readonly PublishedVersion[]> {
    if (!isTableId(id)) return [];
    const folder = this.#folder(id);
    return Promise.all((await folder.numbers()).map((number) => folder.read(number)));
  }

  async publish({ table, observations, contentHash, checks }: Candidate): Promise<PublishedVersion> {
    const folder = this.#folder(table.id);
    await mkdir(this.#path, { recursive: true });
    const number = await folder.reserve();
    const temporary = `${folder.observations(number)}.tmp`;
    await observations.writeDuckDb(temporary);
    await moveIntoPlace(temporary, folder.observations(number));
    const version: PublishedVersion = {
      table,
      version: number,
      contentHash,
      checks,
      publishedAt: new Date().toISOString(),
      observationCount: observations.count,
    };
    await folder.write(version);
    await folder.makeCurrent(number);
    await replaceFile(this.#revisionFile, randomUUID());
    return version;
  }

  cells(version: PublishedVersion, selection: Selection): Promise<Cells> {
    const sizes = version.table.dimensions.map((dimension) => dimension.codes.length);
    return this.#fileOf(version).cells(selection, sizes);
  }

  async close(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(({ file }) => file.retire()));
  }

  #fileOf({ table, version }: PublishedVersion): ObservationsFile {
    const open = this.#open.get(table.id);
    if (open?.number === version) return open.file;
    const file = new ObservationsFile(this.#folder(table.id).observations(version));
    this.#open.set(table.id, { number: version, file });
    void open?.file.retire();
    return file;
  }

  get #revisionFile(): string {
    return join(this.#path, 'revision.txt');
  }

  #folder(id: string): VersionFolder {
    return new VersionFolder(this.#path, id);
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
