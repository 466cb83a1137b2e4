/** The three ways onto a page, through what CMSs and their editors filter; what is left is put on a page in a browser. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { visit } from '../e2e/support/browser.ts';
import { startExampleOrg, type ExampleOrg } from '../docs/support/example-org.ts';
import { assertWritten } from '../docs/support/written.ts';
import { throughEditors } from './support/editors.ts';
import { throughDrupal, throughPlone, throughTypo3 } from './support/published-rules.ts';
import { pagesWithTable, withTables, type Row, type Survival } from './support/route-table.ts';
import { settingsOf } from './support/settings.ts';
import { throughUmbraco } from './support/umbraco.ts';
import { pasted, ways, type Way } from './support/ways.ts';
import { throughKses, withoutWordpress } from './support/wordpress.ts';

/** Texts as each filter leaves them, in the order of the ways. */
interface Filtered {
  readonly plain: readonly string[];
  readonly configured: readonly string[];
}

const scripts = ['peilglas.js', 'peilglas-frame.js']
  .map((file) => `<script type="module" src="https://cijfers.example.org/peilglas/1.4.0/${file}"></script>`)
  .join('');

describe('ways onto a page through filters', () => {
  let org: ExampleOrg;
  const filtered = new Map<string, Filtered>();

  before(async () => {
    org = await startExampleOrg(['bevolking']);
    if (!withoutWordpress) {
      filtered.set('WordPress (kses)', {
        plain: throughKses(pasted, null),
        configured: throughKses(pasted, settingsOf('WordPress')),
      });
    }
    const both = (through: (html: readonly string[], configured: boolean) => readonly string[]): Filtered => ({
      plain: through(pasted, false),
      configured: through(pasted, true),
    });
    filtered.set('Drupal (Basic HTML)', both(throughDrupal));
    filtered.set('TYPO3', both(throughTypo3));
    filtered.set('Plone', both(throughPlone));
    filtered.set('Umbraco', await throughUmbraco(org.browser, pasted));
    const { ckeditor, tinymce } = await throughEditors(org.browser, pasted);
    filtered.set('CKEditor 5', ckeditor);
    filtered.set('TinyMCE', tinymce);
  });
  after(() => org.stop());

  /** By every text that a filter left, the ways whose figure a visitor sees; all on one page, each in a part of its own. */
  async function shown({ plain, configured }: Filtered): Promise<Record<keyof Filtered, Way[]>> {
    const texts = { plain, configured };
    const parts = Object.entries(texts).flatMap(([given, kept]) =>
      kept.map((html, index) => `<section id="${given}-${ways[index] ?? ''}">${html}</section>`),
    );
    org.pages.set('/tekst', { html: `<!doctype html><html lang="nl"><title>x</title>${scripts}${parts.join('')}` });
    const { page, leave } = await visit(org.browser, 'https://www.example.org/tekst');
    const isShown = async (part: string): Promise<boolean> => {
      const kept = await page.$(`${part} :is(kpi-tile[table], [data-peil][data-table], iframe[src]:not([sandbox]))`);
      if (!kept) return false;
      const frame = await (await page.$(`${part} iframe`))?.contentFrame();
      await (frame ?? page).waitForSelector(frame ? 'kpi-tile:state(ready)' : `${part} kpi-tile:state(ready)`);
      return true;
    };
    try {
      const found: Record<keyof Filtered, Way[]> = { plain: [], configured: [] };
      for (const given of ['plain', 'configured'] as const)
        for (const way of ways) if (await isShown(`#${given}-${way}`)) found[given].push(way);
      return found;
    } finally {
      await leave();
    }
  }

  for (const [name, through] of Object.entries({ Drupal: throughDrupal, TYPO3: throughTypo3, Plone: throughPlone })) {
    it(`leave the period and the part that an author chose: ${name}`, () => {
      const texts = [
        '<kpi-tile table="bevolking" period="2015" filter="Leeftijd:65-plus"></kpi-tile>',
        '<div data-peil data-table="bevolking" data-period="2015" data-filter="Leeftijd:65-plus"></div>',
      ];
      for (const text of through(texts, true)) assert.match(text, /period="2015" (data-)?filter="Leeftijd:65-plus"/);
    });
  }

  const rows: Row[] = [];
  const names = ['WordPress (kses)', 'Drupal (Basic HTML)', 'TYPO3', 'Plone', 'Umbraco', 'CKEditor 5', 'TinyMCE'];
  for (const name of names) {
    const skip = name.startsWith('WordPress') && withoutWordpress;
    it(`show a figure after ${name} with the settings that the docs advise, by every way`, { skip }, async () => {
      const texts = filtered.get(name);
      assert.ok(texts);
      const { plain, configured } = await shown(texts);
      assert.deepEqual(configured, ways);
      const survival = (way: Way): Survival => (plain.includes(way) ? 'plain' : 'configured');
      const survives = { element: survival('element'), div: survival('div'), iframe: survival('iframe') };
      rows.push({ name, survives });
    });
  }

  it('are in the table of the docs as they are', { skip: withoutWordpress }, async () => {
    for (const page of pagesWithTable) {
      const file = new URL(`../../${page}`, import.meta.url);
      const text = await readFile(file, 'utf8');
      await assertWritten(file, await withTables(page, text, rows));
    }
  });
});
