/** The pages of the intranet, put together of an HTML file and what all of them have. */
import { readdir, readFile } from 'node:fs/promises';
import { fill } from '../fill.mjs';

/** Theme pages by address. */
const themes = {
  '/intranet/': 'Overzicht',
  '/intranet/jeugd': 'Jeugd',
  '/intranet/bevolking': 'Bevolking',
  '/intranet/wonen-en-energie': 'Wonen en energie',
};

/**
 * @param {Readonly<Record<string, string>>} site what every page may name
 * @returns {Promise<(file: string, own?: Readonly<Record<string, string>>) => string>} a page by the name of its file,
 * with what is its own
 */
export async function pageRenderer(site) {
  const names = (await readdir(new URL('.', import.meta.url))).filter((name) => name.endsWith('.html'));
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name.replace(/\.html$/, ''), await textOf(name)])),
  );
  const common = { ...files, ...site, status: '<session-status></session-status>' };
  return (file, own = {}) => fill(files[file], { ...common, themes: themeLinks(own.path), ...own });
}

function textOf(name) {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

function themeLinks(current) {
  const link = ([path, name]) => `<a href="${path}"${path === current ? ' aria-current="page"' : ''}>${name}</a>`;
  return Object.entries(themes).map(link).join('\n    ');
}
