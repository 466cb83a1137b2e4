import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { moveIntoPlace } from '../store/durable-files.js';
import { ImportError } from './import-error.js';

/**
 * Writes files beside their final names and gives them these names at the end, all together: nothing half-written
 * is left behind, whatever goes wrong on the way.
 */
export class NewFiles {
  readonly #folder: string;
  readonly #replace: boolean;
  readonly #written: { readonly temporary: string; readonly path: string; readonly handle: FileHandle }[] = [];

  /** @param replace whether files of these names may be there already. */
  constructor(folder: string, replace: boolean) {
    this.#folder = folder;
    this.#replace = replace;
  }

  /** @throws ImportError when a file is there that may not be replaced. */
  async refuseExisting(names: readonly string[]): Promise<void> {
    if (this.#replace) return;
    for (const name of names) {
      const path = join(this.#folder, name);
      const exists = await access(path).then(
        () => true,
        () => false,
      );
      if (exists) {
        const remedy = 'Give another folder with --output, another name with --id, or --force to replace it';
        throw new ImportError(`${path} exists already`, remedy);
      }
    }
  }

  async create(name: string): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `.${name}.${randomUUID()}.tmp`);
    const handle = await open(temporary, 'wx');
    this.#written.push({ temporary, path: join(this.#folder, name), handle });
    return handle;
  }

  /** @returns the paths, in the order of `create`. */
  async keep(): Promise<readonly string[]> {
    for (const { handle } of this.#written) await handle.close();
    for (const { temporary, path } of this.#written) await moveIntoPlace(temporary, path);
    return this.#written.splice(0).map(({ path }) => path);
  }

  /** Removes what was not kept. */
  async discard(): Promise<void> {
    for (const { handle, temporary } of this.#written.splice(0)) {
      await handle.close();
      await rm(temporary, { force: true });
    }
  }
}
