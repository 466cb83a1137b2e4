/** CKEditor 5 and TinyMCE as they run in the browser of an editor. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { patience } from '../../e2e/support/browser.ts';
import { settingsOf } from './settings.ts';

type Through = (html: readonly string[], settings: unknown) => Promise<readonly string[]>;

declare global {
  var throughCkeditor: Through;
  var throughTinymce: Through;
}

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const scripts = [
  '../../../node_modules/ckeditor5/dist/browser/ckeditor5.umd.js',
  ...['tinymce.min.js', 'themes/silver/theme.min.js', 'models/dom/model.min.js', 'icons/default/icons.min.js'].map(
    (file) => `../../../node_modules/tinymce/${file}`,
  ),
  'editors-page.js',
].map(path);

/** What each editor makes of texts, as it comes and with the settings of `docs/cms.md`. */
export async function throughEditors(browser: Browser, html: readonly string[]) {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  try {
    await page.setContent('<!doctype html><html lang="nl"><title>x</title>');
    for (const script of scripts) await page.addScriptTag({ path: script });
    const ckeditor = (settings: unknown): Promise<readonly string[]> =>
      page.evaluate((texts, given) => globalThis.throughCkeditor(texts, given), html, settings);
    const tinymce = (settings: unknown): Promise<readonly string[]> =>
      page.evaluate((texts, given) => globalThis.throughTinymce(texts, given), html, settings);
    const [ofCkeditor, ofTinymce] = ['CKEditor 5', 'TinyMCE'].map((name) => JSON.parse(settingsOf(name)) as unknown);
    return {
      ckeditor: { plain: await ckeditor(null), configured: await ckeditor(ofCkeditor) },
      tinymce: { plain: await tinymce(null), configured: await tinymce(ofTinymce) },
    };
  } finally {
    await page.close();
  }
}
