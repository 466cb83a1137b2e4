import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { prerender, type Prerendered, type PrerenderOptions } from './prerender.js';

export interface FileSettings extends PrerenderOptions {
  /** A page, or a folder with pages and all that belongs to them. */
  readonly from: string;
  /** A file for a page, a folder for a folder; may be the same. */
  readonly to: string;
}

export interface FilledFile extends Prerendered {
  /** Where it was written. */
  readonly file: string;
}

/**
 * Fills a page, or all pages (`.html`) of a folder; the other files of a folder are copied.
 * @throws Error of the file system
 */
export async function fillFiles({ from, to, page, ...options }: FileSettings): Promise<readonly FilledFile[]> {
  const isFolder = (await stat(from)).isDirectory();
  if (isFolder && resolve(from) !== resolve(to)) await cp(from, to, { recursive: true });
  const names = isFolder ? (await readdir(from, { recursive: true })).filter((name) => name.endsWith('.html')) : [''];
  const filled: FilledFile[] = [];
  // One after another: an endpoint has others to answer too.
  for (const name of names.toSorted()) {
    const html = await readFile(join(from, name), 'utf8');
    const address = page === undefined ? {} : { page: new URL(name.replaceAll('\\', '/'), page).href };
    const result = await prerender(html, { ...options, ...address });
    const file = join(to, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, result.html);
    filled.push({ ...result, file: relative('.', file) });
  }
  return filled;
}
