/**
 * The rich text editor of Umbraco, 15.3 and later: Tiptap, the real one, with the extensions that let any `div` stay. Those are
 * written anew from what `@umbraco-cms/backoffice` does, since that needs all of Umbraco around it.
 */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { settingsOf } from './settings.ts';

declare global {
  var throughUmbraco: (html: readonly string[], configured: boolean) => readonly string[];
}

/** What the docs advise to add, and the part of Umbraco that it imports. */
const ofTheDocs: Plugin = {
  name: 'of-the-docs',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^(virtual:extension-of-the-docs|@umbraco-cms\/backoffice\/tiptap)$/ }, ({ path }) => ({
      path,
      namespace: 'docs',
    }));
    bundle.onLoad({ filter: /./, namespace: 'docs' }, ({ path }) => ({
      resolveDir: import.meta.dirname,
      contents: path.startsWith('@')
        ? "export { Node } from '@tiptap/core'; export class UmbTiptapExtensionApiBase {}"
        : settingsOf('Umbraco'),
    }));
  },
};

export async function throughUmbraco(browser: Browser, html: readonly string[]) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('umbraco-page.js', import.meta.url))],
    bundle: true,
    format: 'iife',
    write: false,
    plugins: [ofTheDocs],
  });
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><html lang="nl"><title>x</title>');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const through = (configured: boolean): Promise<readonly string[]> =>
      page.evaluate((texts, given) => globalThis.throughUmbraco(texts, given), html, configured);
    return { plain: await through(false), configured: await through(true) };
  } finally {
    await page.close();
  }
}
