import { randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Forces a file onto the disk. */
async function flush(path: string, mode: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, mode);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a written file its final name in one step that survives a power cut: readers see the old one or the whole new one. */
export async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  await flush(temporary, 'r+');
  await rename(temporary, path);
  // The name is kept in the folder; Windows cannot flush one, and writes names in order by itself.
  if (process.platform !== 'win32') await flush(dirname(path), 'r');
}

/** Replaces a small text file as a whole, or not at all. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
  await moveIntoPlace(temporary, path);
}
