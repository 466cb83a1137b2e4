import { join } from 'node:path';
import { makeFolder, readIfPresent, removeForgotten, replaceFile } from './durable-files.js';
import { isQueryId, queryId, readQuery, writeQuery } from './saved-query.js';
import type { SavedQuery } from './store.js';

/** Saved queries of the embedded store, one file each. No table id has an underscore, so the folder is never a table's. */
export class QueryFolder {
  readonly #path: string;

  constructor(store: string) {
    this.#path = join(store, '_queries');
  }

  async save(query: SavedQuery): Promise<string> {
    const text = writeQuery(query);
    const id = queryId(text);
    if ((await readIfPresent(this.#file(id))) !== null) return id;
    await makeFolder(this.#path);
    await replaceFile(this.#file(id), text);
    return id;
  }

  async read(id: string): Promise<SavedQuery | null> {
    const text = isQueryId(id) ? await readIfPresent(this.#file(id)) : null;
    return text === null ? null : readQuery(text);
  }

  clearAway(): Promise<void> {
    return removeForgotten(this.#path);
  }

  #file(id: string): string {
    return join(this.#path, `${id}.json`);
  }
}
