import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toReadError } from './store-errors.js';

/** Forces a file onto the disk. */
export async function flush(path: string): Promise<void> {
  await flushOpened(path, 'r+');
}

/** Forces the names in a folder onto the disk. Windows cannot flush one, and writes names in order by itself. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await flushOpened(path, 'r');
}

async function flushOpened(path: string, mode: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, mode);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a written file its final name in one step that survives a power cut: readers see the old one or the whole new one. */
export async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  await flush(temporary);
  await rename(temporary, path);
  await flushFolder(dirname(path));
}

/** Replaces a small text file as a whole, or not at all. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    await moveIntoPlace(temporary, path);
  } catch (error) {
    await remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Makes a folder where there is none, to last. */
export async function makeFolder(path: string): Promise<void> {
  if ((await mkdir(path, { recursive: true })) !== undefined) await flushFolder(dirname(path));
}

/** A small file is written in far less; a name of `replaceFile` that is older was left by a process that died. */
const forgottenAfter = 3_600_000;

/** Removes temporary files that nobody will finish. */
export async function removeForgotten(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await ifPresent(stat(path)))?.mtimeMs ?? Infinity);
    if (age > forgottenAfter) await remove(path);
  }
}

/** Removes a file, also when another process is doing so at this moment. */
export async function remove(path: string): Promise<void> {
  await ifPresent(unlink(path));
}

/**
 * Names of files in a folder; none when it is not there.
 * @throws StoreError
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await ifPresent(readdir(folder))) ?? [];
  } catch (error) {
    throw toReadError(error);
  }
}

/** Null when the file is not there. */
export function readIfPresent(path: string): Promise<string | null> {
  return ifPresent(readFile(path, 'utf8'));
}

async function ifPresent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
