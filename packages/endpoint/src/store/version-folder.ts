/**
 * Files of one table in the store:
 *
 *   <id>/current.json      which version is served; replaced as a whole, so a crash leaves the last good version
 *   <id>/3.json            what version 3 says (table, hash, checks); never changed
 *   <id>/3.duckdb          its observations; never changed
 *   <id>/4.reserved        a publisher is writing version 4, or died doing so; the number is not used again
 */
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { tableIdSchema, tableSchema } from '../table.js';
import { replaceFile } from './durable-files.js';
import type { PublishedVersion } from './store.js';

const pointerSchema = v.strictObject({ version: v.number() });

const versionSchema = v.strictObject({
  table: tableSchema,
  version: v.number(),
  contentHash: v.string(),
  checks: v.array(v.string()),
  publishedAt: v.string(),
  observationCount: v.number(),
});

/** Whether the text can be the name of a table's folder; keeps `..` and separators out of paths. */
export function isTableId(id: string): boolean {
  return v.is(tableIdSchema, id);
}

export class VersionFolder {
  readonly #path: string;

  constructor(store: string, id: string) {
    if (!isTableId(id)) throw new RangeError(`Not a table id: ${id}`);
    this.#path = join(store, id);
  }

  observations(version: number): string {
    return join(this.#path, `${version}.duckdb`);
  }

  /** The current version's number, or null when nothing was published. */
  async currentNumber(): Promise<number | null> {
    const text = await readIfPresent(join(this.#path, 'current.json'));
    return text === null ? null : v.parse(pointerSchema, JSON.parse(text)).version;
  }

  async read(version: number): Promise<PublishedVersion> {
    return v.parse(versionSchema, JSON.parse(await readFile(join(this.#path, `${version}.json`), 'utf8')));
  }

  async numbers(): Promise<readonly number[]> {
    return (await this.#names())
      .filter((name) => /^\d+\.json$/.test(name))
      .map((name) => Number.parseInt(name, 10))
      .sort((a, b) => a - b);
  }

  /** Takes the next free number; two publishers at once never get the same. */
  async reserve(): Promise<number> {
    await mkdir(this.#path, { recursive: true });
    const taken = (await this.#names()).map((name) => Number.parseInt(name, 10)).filter(Number.isInteger);
    for (let next = Math.max(0, ...taken) + 1; ; next++) {
      try {
        await (await open(this.#reservation(next), 'wx')).close();
        return next;
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
    }
  }

  async write(version: PublishedVersion): Promise<void> {
    await replaceFile(join(this.#path, `${version.version}.json`), `${JSON.stringify(version, null, 1)}\n`);
  }

  async makeCurrent(version: number): Promise<void> {
    await replaceFile(join(this.#path, 'current.json'), `${JSON.stringify({ version })}\n`);
    await rm(this.#reservation(version), { force: true });
  }

  #reservation(version: number): string {
    return join(this.#path, `${version}.reserved`);
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await readdir(this.#path);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  }
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
