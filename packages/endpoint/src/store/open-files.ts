import { dirname } from 'node:path';
import { ObservationsFile } from './observations-file.js';
import type { PublishedVersion } from './store.js';

/** Versions whose files are open at once; each takes some megabytes of memory. */
const most = 100;
/** Of one table: the current version, and some that saved queries ask for. Versions that nobody asks for any more are closed. */
const mostPerTable = 3;

/** Files of observations that were asked for lately, by path. */
export class OpenFiles {
  /** Longest unused first. */
  readonly #files = new Map<string, ObservationsFile>();

  at(path: string, version: PublishedVersion): ObservationsFile {
    const last = this.#files.get(path);
    // A file that could not be opened is tried anew.
    const known = last?.failed ? undefined : last;
    const file = known ?? new ObservationsFile(path, version);
    this.#files.delete(path);
    this.#files.set(path, file);
    if (!known) this.#closeUnused(dirname(path));
    return file;
  }

  async close(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    await Promise.all(files.map((file) => file.retire()));
  }

  #closeUnused(table: string): void {
    const versions = [...this.#files.keys()].filter((path) => dirname(path) === table);
    const [oldest] = versions.length > mostPerTable ? versions : this.#files.size > most ? this.#files.keys() : [];
    if (oldest === undefined) return;
    const file = this.#files.get(oldest);
    this.#files.delete(oldest);
    void file?.retire();
  }
}
