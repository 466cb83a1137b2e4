/**
 * A version number that a publisher has taken: the file `<n>.reserved`, which says who took it and is touched every ten
 * seconds. Publishing ends by renaming it, and clearing away what a dead publisher left begins by renaming it: of the two
 * only one can succeed, so a publisher that was wrongly taken for dead cannot publish what was cleared away.
 */
import { open, readFile, rename, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as v from 'valibot';
import { hasCode, moveIntoPlace, remove } from './durable-files.js';
import { StoreError } from './store-errors.js';

const touchedEvery = 10_000;
/** Without a touch for so long the publisher is dead, whatever machine it ran on; in milliseconds. */
const deadAfter = 300_000;

const holderSchema = v.strictObject({ host: v.string(), process: v.number() });

/** Paths that this process holds: its own process number may be that of an earlier process, before a restart. */
const held = new Set<string>();

export class Reservation {
  readonly #path: string;
  readonly #touching: NodeJS.Timeout;

  private constructor(path: string) {
    this.#path = path;
    held.add(path);
    this.#touching = setInterval(() => void touch(path), touchedEvery).unref();
  }

  /** Null when it is taken already. */
  static async take(path: string): Promise<Reservation | null> {
    let file;
    try {
      file = await open(path, 'wx');
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return null;
      throw error;
    }
    // Before the file says whose it is, so that another publisher in this process does not take it for an old one.
    const reservation = new Reservation(path);
    try {
      await file.writeFile(JSON.stringify({ host: hostname(), process: process.pid }));
      return reservation;
    } catch (error) {
      await reservation.cancel();
      throw error;
    } finally {
      await file.close();
    }
  }

  /**
   * Replaces it by a file with another name and content, in one step.
   * @throws StoreError when another publisher took this one for dead.
   */
  async become(path: string, content: string): Promise<void> {
    try {
      const file = await open(this.#path, 'r+');
      try {
        await file.truncate();
        await file.writeFile(content);
      } finally {
        await file.close();
      }
      await moveIntoPlace(this.#path, path);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
      throw new StoreError('Another publisher cleared this version away, since this one had not moved for minutes');
    }
    this.#letGo();
  }

  async cancel(): Promise<void> {
    await remove(this.#path);
    this.#letGo();
  }

  #letGo(): void {
    clearInterval(this.#touching);
    held.delete(this.#path);
  }
}

/** A touch that fails only makes the holder look dead a little sooner. */
async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

/** Renames a reservation whose holder is dead. False when it lives, or someone else was first. */
export async function takeOver(path: string, abandoned: string): Promise<boolean> {
  try {
    if (await isAlive(path)) return false;
    await rename(path, abandoned);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function isAlive(path: string): Promise<boolean> {
  if (held.has(path)) return true;
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > deadAfter) return false;
  const holder = readHolder(await readFile(path, 'utf8'));
  // Being written at this moment, or on a machine whose processes cannot be seen from here: only its age counts.
  if (holder?.host !== hostname()) return true;
  if (holder.process === process.pid) return held.has(path);
  try {
    process.kill(holder.process, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

function readHolder(text: string): v.InferOutput<typeof holderSchema> | null {
  try {
    return v.parse(holderSchema, JSON.parse(text));
  } catch {
    return null;
  }
}
