import { ObservationsFile } from './observations-file.js';

/** Versions whose files are open at once; each takes some megabytes of memory. */
const most = 100;

/** Files of observations that were asked for lately, by path. */
export class OpenFiles {
  /** Longest unused first. */
  readonly #files = new Map<string, ObservationsFile>();

  at(path: string): ObservationsFile {
    const file = this.#files.get(path) ?? new ObservationsFile(path);
    this.#files.delete(path);
    // A file that could not be opened is tried anew next time.
    if (file.failed) return new ObservationsFile(path);
    this.#files.set(path, file);
    const [oldest] = this.#files;
    if (oldest && this.#files.size > most) {
      this.#files.delete(oldest[0]);
      void oldest[1].retire();
    }
    return file;
  }

  async close(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    await Promise.all(files.map((file) => file.retire()));
  }
}
