import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Prerendered, PrerenderOptions } from '../prerender.js';
import { UsageError } from './usage-error.js';

export interface FileSettings extends PrerenderOptions {
  /** A page, or a folder with pages and all that belongs to them. */
  readonly from: string;
  /** A file for a page, a folder for a folder; may be the same. */
  readonly to: string;
}

export interface FilledFile extends Prerendered {
  /** Where it was read. */
  readonly source: string;
  /** Where it was written. */
  readonly file: string;
}

/**
 * Fills a page, or all pages (`.html`) of a folder; the other files of a folder are copied. Each page takes the place of the
 * one before as a whole: whoever serves `to` meanwhile never has a page without figures, or half of one.
 * @throws UsageError when there is nothing to fill, or no place for it
 */
export async function fillFiles({ from, to, page, ...options }: FileSettings): Promise<readonly FilledFile[]> {
  const isFolder = await isFolderAt(from, to);
  const names = isFolder ? await pagesIn(from) : [''];
  if (names.length === 0)
    throw new UsageError(`${from} has no pages (.html)`, 'Name the folder that the site is built in');
  if (isFolder && resolve(from) !== resolve(to)) {
    const pages = new Set(names.map((name) => join(from, name)));
    // Not links themselves: what is written through one would end up where the site is built, or outside it.
    await cp(from, to, {
      recursive: true,
      dereference: true,
      filter: async (source) => !pages.has(source) && (await found(source)) !== null,
    });
  }
  // All elements and what draws them: not to be waited for by whoever only hears what is wrong.
  const { prerender } = await import('../prerender.js');
  const filled: FilledFile[] = [];
  // One after another: an endpoint has others to answer too.
  for (const name of names.toSorted()) {
    const source = join(from, name);
    const { content, mode } = await readPage(source);
    const address = page === undefined ? {} : { page: addressOf(name, page) };
    const result = typeof content === 'string' ? await prerender(content, { ...options, ...address }) : untouched;
    const file = join(to, name);
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, typeof content === 'string' ? result.html : content, mode);
    filled.push({ ...result, source: relative('.', source), file: relative('.', file) });
  }
  return filled;
}

/**
 * Pages in `to` that were filled before and are in `from` no more: only who made the site knows whether they may go. Pages
 * that never had figures of ours may be somebody else's, and are none of ours.
 */
export async function leftPages({ from, to }: FileSettings): Promise<readonly string[]> {
  if (!(await found(to))?.isDirectory()) return [];
  const left: string[] = [];
  for (const name of await pagesIn(to)) {
    if (await found(join(from, name))) continue;
    const page = join(to, name);
    if ((await readFile(page, 'latin1')).includes(' data-peil-prerendered="')) left.push(relative('.', page));
  }
  // Who builds the site anew may have taken it away meanwhile: what is left of it is known once it is back.
  return (await found(from))?.isDirectory() ? left.toSorted() : [];
}

/** Paths within the folder, also by links; a folder may be called `.html` too. */
async function pagesIn(folder: string): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if (name.endsWith('.html') && (await found(join(folder, name)))?.isFile()) pages.push(name);
  }
  return pages;
}

/** Null for a link that leads nowhere: some editors leave one beside a page that is open in them. */
function found(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

/** Of a page that has nothing to fill. */
const untouched: Prerendered = { html: '', styleHashes: [], elements: [], left: [] };

interface Page {
  /** Its text, or its bytes when it is in another encoding and has nothing to fill: it then stays as it is. */
  readonly content: string | Buffer;
  /** Who may read and write it. */
  readonly mode: number;
}

/** @throws UsageError when it cannot be read, or would lose its letters */
async function readPage(file: string): Promise<Page> {
  const [bytes, { mode }] = await Promise.all([readFile(file), stat(file)]).catch(() => {
    throw new UsageError(`${file} cannot be read`, 'Look at its permissions, or take it out of the folder');
  });
  const isReadable = isUtf8(bytes);
  const text = bytes.toString(isReadable ? 'utf8' : 'latin1');
  // Before all that a page says, browsers go by this mark.
  if (isReadable && text.startsWith('\uFEFF')) return { content: text, mode };
  const { findElements } = await import('../find-elements.js');
  const { elements, encoding } = findElements(text);
  // Letters of a page in another encoding may all be written as `&eacute;`: the figures' own are not.
  if (isReadable && (encoding === null || encoding === 'utf-8')) return { content: text, mode };
  if (elements.length === 0) return { content: bytes, mode };
  throw new UsageError(`${file} is in another encoding than UTF-8`, 'Save it as UTF-8, and let it say so');
}

async function replaceFile(file: string, content: string | Buffer, mode: number): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, content, { mode });
    // What a process may grant to new files is less.
    await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Where a page will stand: that of a folder is asked for by the folder's name. */
function addressOf(name: string, page: string): string {
  const path = name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
  const base = new URL(page);
  // What is named without a dot and has pages is a folder, also when its last slash was left out.
  if (name !== '' && /\/[^/.]+$/.test(base.pathname)) base.pathname += '/';
  return new URL(path, base).href;
}

/**
 * Whether a folder is to be filled, or a page.
 * @throws UsageError when it is not there, or cannot go to `to`
 */
export async function isFolderAt(from: string, to: string): Promise<boolean> {
  const source = await found(from);
  if (!source) throw new UsageError(`${from} is not there`, 'Name a page, or a folder with pages');
  const isFolder = source.isDirectory();
  if (isFolder && resolve(to).startsWith(resolve(from) + sep))
    throw new UsageError(
      `${to} lies within ${from}`,
      'Choose a folder beside it: else filled pages are filled and copied again',
    );
  const target = await found(to);
  if (target && target.isDirectory() !== isFolder)
    throw new UsageError(`${to} is ${isFolder ? 'no' : 'a'} folder`, 'A page goes to a file, and a folder to a folder');
  return isFolder;
}
