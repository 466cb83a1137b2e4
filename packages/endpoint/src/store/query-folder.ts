import { join } from 'node:path';
import { makeFolder, namesIn, readIfPresent, removeForgotten, replaceFile } from './durable-files.js';
import { isQueryId, queryId, readQuery, writeQuery } from './saved-query.js';
import { QueryLimitError } from './store-errors.js';
import type { SavedQuery } from './store.js';

/** Saved queries of the embedded store, one file each. No table id has an underscore, so the folder is never a table's. */
export class QueryFolder {
  readonly #path: string;

  constructor(store: string) {
    this.#path = join(store, '_queries');
  }

  async save(query: SavedQuery, most: number): Promise<string> {
    const text = writeQuery(query);
    const id = queryId(text);
    if ((await readIfPresent(this.#file(id))) !== null) return id;
    if ((await this.#count()) >= most) throw new QueryLimitError();
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

  /** Counted each time, as other processes save too: milliseconds for tens of thousands. */
  async #count(): Promise<number> {
    return (await namesIn(this.#path)).filter((name) => name.endsWith('.json')).length;
  }

  #file(id: string): string {
    return join(this.#path, `${id}.json`);
  }
}
