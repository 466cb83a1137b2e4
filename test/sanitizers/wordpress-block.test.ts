/** The plugin's block, in WordPress' own editor and on the page that WordPress makes of it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { startExampleOrg, type ExampleOrg } from '../docs/support/example-org.ts';
import { visit } from '../e2e/support/browser.ts';
import { withoutWordpress, withPlugin, wordpress, type Made } from './support/wordpress.ts';

const plugin = new URL('../../packages/wordpress/', import.meta.url);
const editorPage = new URL('support/editor-page.js', import.meta.url);
const site = { PEILGLAS_FIGURES: 'https://cijfers.example.org', PEILGLAS_RELEASE: '1.4.0' };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Where a file of WordPress or of the plugin is. */
function placeOf(file: string): string | URL {
  const ours = file.split('/plugins/wordpress/')[1];
  return ours === undefined ? `${wordpress}${file}` : new URL(ours, plugin);
}

/** A page with WordPress' editor around a text, at the path that comes back. */
async function editorFor(org: ExampleOrg, text: string, made: Made = withPlugin([], site)): Promise<string> {
  const scripts = await Promise.all(
    made.scripts.map(async ({ inline = '', file }) => {
      if (file === undefined) return `<script>${inline}</script>`;
      org.pages.set(new URL(file, 'https://www.example.org').pathname, {
        html: await readFile(placeOf(file), 'utf8'),
        type: 'text/javascript',
      });
      return `<script src="${new URL(file, 'https://www.example.org').pathname}"></script>`;
    }),
  );
  // As WordPress' own editor page does, before the scripts of blocks.
  const defined = `wp.blocks.unstable__bootstrapServerSideBlockDefinitions(${JSON.stringify({ 'peilglas/figure': made.definition })})`;
  scripts.splice(-1, 0, `<script>${defined}</script>`);
  const sheets = await Promise.all(
    ['components', 'block-editor'].map(async (name) => {
      const path = `/wp-includes/css/dist/${name}/style.min.css`;
      org.pages.set(path, { html: await readFile(`${wordpress}${path}`, 'utf8'), type: 'text/css' });
      return `<link rel="stylesheet" href="${path}">`;
    }),
  );
  org.pages.set('/editor-page.js', { html: await readFile(editorPage, 'utf8'), type: 'text/javascript' });
  const path = `/editor-${org.pages.size}`;
  org.pages.set(path, {
    html: `<!doctype html><html lang="nl-NL"><title>x</title>${sheets.join('')}<style>main { padding: 5rem 2rem }</style>
      <body><div id="editor" data-text="${escaped(text)}"></div>${scripts.join('\n')}
      <script src="/editor-page.js"></script>`,
  });
  return `https://www.example.org${path}`;
}

/** Chooses from the list with this label, as soon as it has it. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const found = await page.waitForFunction(
    (labelText, optionText) => {
      const lists = [...document.querySelectorAll<HTMLSelectElement>('aside select')];
      const list = lists.find(({ labels }) => [...labels].some((each) => each.textContent === labelText));
      const value = list && [...list.options].find((each) => each.text === optionText)?.value;
      return list && value !== undefined && { id: list.id, value };
    },
    {},
    label,
    option,
  );
  const chosen = await found.jsonValue();
  if (chosen) await page.select(`[id="${chosen.id}"]`, chosen.value);
}

/** Waits until the list with this label shows this as chosen. */
async function shows(page: Page, label: string, choice: string): Promise<void> {
  const isShown = (text: string, wanted: string): boolean =>
    [...document.querySelectorAll<HTMLSelectElement>('aside select')].some(
      ({ labels, selectedOptions }) =>
        [...labels].some((each) => each.textContent === text) && selectedOptions[0]?.text === wanted,
    );
  await page.waitForFunction(isShown, {}, label, choice);
}

/** What the editor would save, once that has this in it: it says so after what it shows. */
async function saved(page: Page, part = 'wp:peilglas/figure'): Promise<string> {
  const text = await page.waitForFunction(
    (wanted) => {
      const said: unknown = Reflect.get(window, 'savedText');
      return typeof said === 'string' && said.includes(wanted) && said;
    },
    {},
    part,
  );
  return String(await text.jsonValue());
}

/** Selects the block, as soon as the editor listens: what it would save it says after that. */
async function selectBlock(page: Page): Promise<void> {
  await page.waitForFunction(() => Reflect.has(window, 'savedText'));
  await page.locator('main [data-type="peilglas/figure"]').click();
  await page.waitForSelector('main [data-type="peilglas/figure"].is-selected');
}

const chosen = '<!-- wp:peilglas/figure {"table":"bevolking","region":"GM0153"} /-->';

describe('the block for WordPress', { skip: withoutWordpress }, () => {
  let org: ExampleOrg;

  before(async () => {
    org = await startExampleOrg(['bevolking', 'huishoudens', 'leeftijd', 'misdrijven']);
  });

  after(() => org.stop());

  it('is chosen from lists of what the endpoint has, seen as readers will, and stands on the page so', async () => {
    const { page, messages } = await visit(org.browser, await editorFor(org, '<!-- wp:peilglas/figure /-->'));
    await selectBlock(page);
    await choose(page, 'Tabel', 'Bevolking');
    await page.waitForSelector('main kpi-tile[region="GM0141"]:state(ready)');
    await choose(page, 'Gebied', 'Hengelo');
    await choose(page, 'Soort', 'Grafiek door de jaren');
    await page.waitForSelector('main trend-chart[region="GM0164"]:state(ready)');
    assert.deepEqual(messages, []);

    const { texts, head } = withPlugin([await saved(page, 'trend-chart')], site);
    org.pages.set('/pagina', {
      html: `<!doctype html><html lang="nl"><title>x</title>${head}<main>${texts.join('')}</main>`,
    });
    const shown = await visit(org.browser, 'https://www.example.org/pagina');
    const chart = await shown.page.waitForSelector('main .wp-block-peilglas-figure > trend-chart:state(ready)');
    assert.match(
      (await chart?.evaluate((element) => (element as unknown as { summary: string }).summary)) ?? '',
      /Hengelo/,
    );
    assert.deepEqual(shown.messages, []);
  });

  it('compares with areas by their names, where a kind can, and keeps what the table does not have', async () => {
    const text =
      '<!-- wp:peilglas/figure {"table":"bevolking","region":"GM0153","compareWith":"GM9999","align":"wide"} /-->';
    const { page, messages } = await visit(org.browser, await editorFor(org, text));
    await selectBlock(page);
    const field = await page.waitForSelector('aside .components-form-token-field__input');
    assert.equal(
      await field?.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent),
      'Vergelijk met',
    );
    await field?.type('Hengelo');
    await page.keyboard.press('Enter');
    await field?.type('Niemandsland');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main kpi-tile[compare-with="GM9999 GM0164"]:state(ready)');
    assert.equal(await page.$('main kpi-tile[align]'), null, 'how the block lies is no attribute of the element');
    const compared = await saved(page, 'GM0164');
    assert.equal(compared, text.replace('GM9999', 'GM9999 GM0164'));
    assert.match(
      withPlugin([compared], site).texts[0] ?? '',
      /^<div [^>]+><kpi-tile [^>]* compare-with="GM9999 GM0164"/,
    );
    await choose(page, 'Soort', 'Kaart');
    await page.waitForSelector('main municipality-map:not([compare-with]):state(ready)');
    await page.waitForSelector('aside .components-form-token-field', { hidden: true });
    assert.doesNotMatch(withPlugin([await saved(page, 'municipality-map')], site).texts[0] ?? '', /compare-with/);
    assert.deepEqual(messages, []);
  });

  it('narrows what else a table is divided by: to one where a kind shows one and there is no total', async () => {
    const text = '<!-- wp:peilglas/figure {"table":"misdrijven","region":"GM0153"} /-->';
    const { page, messages } = await visit(org.browser, await editorFor(org, text));
    await selectBlock(page);
    await page.waitForSelector('main kpi-tile[filter="SoortMisdrijf:woninginbraak"]:state(ready)');
    await choose(page, 'Soort misdrijf', 'Vernieling en beschadiging');
    await page.waitForSelector('main kpi-tile[filter="SoortMisdrijf:vernieling"]:state(ready)');
    await choose(page, 'Soort', 'Tabel');
    await page.waitForSelector('main data-table[filter="SoortMisdrijf:vernieling"]:state(ready)');
    await choose(page, 'Soort misdrijf', 'Alle');
    await page.waitForSelector('main data-table:not([filter]):state(ready)');
    // What nobody chose is no choice of a kind that needs none.
    await choose(page, 'Soort', 'Eén cijfer');
    await page.waitForSelector('main kpi-tile[filter="SoortMisdrijf:woninginbraak"]:state(ready)');
    await choose(page, 'Soort', 'Tabel');
    await page.waitForSelector('main data-table:not([filter]):state(ready)');

    await choose(page, 'Tabel', 'Bevolking naar leeftijd');
    await choose(page, 'Soort', 'Eén cijfer');
    await page.waitForSelector('main kpi-tile[table=leeftijd]:not([filter]):state(ready)');
    await shows(page, 'Leeftijd', 'Alle leeftijden');
    await choose(page, 'Leeftijd', '65 jaar of ouder');
    await page.waitForSelector('main kpi-tile[filter="Leeftijd:65-plus"]:state(ready)');
    assert.match(withPlugin([await saved(page, '65-plus')], site).texts[0] ?? '', / filter="Leeftijd:65-plus"/);
    assert.deepEqual(messages, []);
  });

  it('keeps codes of a filter that was written by hand, but for the dimension that is chosen', async () => {
    const text =
      '<!-- wp:peilglas/figure {"element":"data-table","table":"leeftijd","filter":"Oud:x Leeftijd:0-14 Leeftijd:15-24"} /-->';
    const { page } = await visit(org.browser, await editorFor(org, text));
    await selectBlock(page);
    await choose(page, 'Leeftijd', '45 tot 65 jaar');
    await page.waitForSelector('main data-table[filter="Oud:x Leeftijd:45-64"]');
  });

  it('leaves out codes that a filter cannot have, and still needs no choice where one of them is the total', async () => {
    const text = '<!-- wp:peilglas/figure {"table":"leeftijd","region":"GM0153"} /-->';
    const answer = {
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify({
        id: ['Leeftijd'],
        dimension: {
          Leeftijd: {
            label: 'Leeftijd',
            category: {
              index: ['alle leeftijden', '0-14', '65 plus'],
              label: { 'alle leeftijden': 'Alle leeftijden' },
            },
            extension: { eliminationValueCode: 'alle leeftijden' },
          },
        },
      }),
    };
    const { page } = await visit(org.browser, await editorFor(org, text), {
      prepare: async (tab) => {
        await tab.setRequestInterception(true);
        tab.on(
          'request',
          (request) => void (request.url().includes('/metadata?') ? request.respond(answer) : request.continue()),
        );
      },
    });
    await selectBlock(page);
    await shows(page, 'Leeftijd', 'Alle leeftijden');
    assert.deepEqual(
      await page.$$eval('aside select', (lists) =>
        [...(lists.find(({ labels }) => labels[0]?.textContent === 'Leeftijd')?.options ?? [])].map(({ text }) => text),
      ),
      ['Alle leeftijden', '0-14'],
    );
    assert.equal(await saved(page), text);
  });

  it('undoes what nobody chose with the choice that it came from', async () => {
    const { page, messages } = await visit(org.browser, await editorFor(org, '<!-- wp:peilglas/figure /-->'));
    await selectBlock(page);
    await choose(page, 'Tabel', 'Geregistreerde misdrijven');
    await page.waitForSelector('main kpi-tile[region="GM0141"][filter="SoortMisdrijf:woninginbraak"]:state(ready)');
    await saved(page, 'woninginbraak');
    assert.equal(await page.evaluate(() => Reflect.get(window, 'undoLevels') as unknown), 1);
    assert.deepEqual(messages, []);
  });

  it('shows what an author wrote as the page does, though a filter keeps it otherwise', async () => {
    const written = String.raw`<!-- wp:peilglas/figure {"table":"bevolking","region":"GM0153","heading":"Wonen \u0026 werken \u003c 5"} /-->`;
    const { kept, texts } = withPlugin([written], site);
    assert.match(texts[0] ?? '', / heading="Wonen &amp; werken &lt; 5"/);
    assert.match(kept[0] ?? '', /amp;/);
    const { page, messages } = await visit(org.browser, await editorFor(org, kept[0] ?? ''));
    await selectBlock(page);
    await page.waitForSelector('main kpi-tile[heading="Wonen & werken < 5"]:state(ready)');
    const fields = await page.$$eval('aside input[type="text"]', (inputs) => inputs.map(({ value }) => value));
    assert.ok(fields.includes('Wonen & werken < 5'), String(fields));
    assert.deepEqual(messages, []);
  });

  it('is seen in the language of the site, whatever that of the editor is', async () => {
    const { page } = await visit(org.browser, await editorFor(org, chosen, withPlugin([], site, 'en_US')));
    const tile = await page.waitForSelector('main [lang="en-US"] > kpi-tile:state(ready)');
    assert.match((await tile?.evaluate(({ shadowRoot }) => shadowRoot?.textContent)) ?? '', /Inhabitants/);
  });

  it('has a target where a kind shows one', async () => {
    const { page, messages } = await visit(org.browser, await editorFor(org, chosen));
    await selectBlock(page);
    const label = await page.waitForSelector('aside label::-p-text(Doel)');
    await label?.click();
    await page.keyboard.type('170000:2030');
    await page.waitForSelector('main kpi-tile[target="170000:2030"]:state(ready)');
    assert.match(
      withPlugin([await saved(page, '170000:2030')], site).texts[0] ?? '',
      /<kpi-tile [^>]* target="170000:2030"/,
    );
    await choose(page, 'Soort', 'Kaart');
    await page.waitForSelector('main municipality-map:not([target]):state(ready)');
    assert.doesNotMatch(withPlugin([await saved(page, 'municipality-map')], site).texts[0] ?? '', /target/);
    // What is aimed at is not what another figure should become.
    await choose(page, 'Soort', 'Eén cijfer');
    await page.waitForSelector('main kpi-tile[target="170000:2030"]:state(ready)');
    await choose(page, 'Tabel', 'Huishoudens');
    await page.waitForSelector('main kpi-tile[table=huishoudens]:not([target]):state(ready)');
    assert.deepEqual(messages, []);
  });

  it('says that there is no answer and tries again, and keeps what the text had', async () => {
    const text = '<!-- wp:peilglas/figure {"table":"bevolking","indicator":"oud","region":"GM0153"} /-->';
    let isAway = true;
    const { page } = await visit(org.browser, await editorFor(org, text), {
      prepare: async (tab) => {
        await tab.setRequestInterception(true);
        tab.on(
          'request',
          (request) => void (isAway && request.url().includes('/api/v2/') ? request.abort() : request.continue()),
        );
      },
    });
    await selectBlock(page);
    const again = await page.waitForSelector('aside ::-p-text(Opnieuw proberen)');
    await shows(page, 'Onderwerp', 'oud');
    isAway = false;
    await again?.click();
    await choose(page, 'Tabel', 'Huishoudens');
    assert.equal(await saved(page, 'huishoudens'), text.replace('bevolking","indicator":"oud', 'huishoudens'));
  });

  it('shows an editor what the site lacks, and readers nothing, where it does not say who has the figures', async () => {
    const made = withPlugin([chosen], {});
    assert.deepEqual([made.texts, made.head], [[''], '']);
    const { page, messages } = await visit(org.browser, await editorFor(org, chosen, made));
    const shown = await page.waitForSelector('main [data-type="peilglas/figure"]');
    assert.match((await shown?.evaluate((block) => block.textContent)) ?? '', /PEILGLAS_FIGURES/);
    assert.equal(await saved(page), chosen);
    assert.deepEqual(messages, []);
  });

  it('offers no table that is announced only, and is for others', async () => {
    const tables = [
      { id: 'open', label: 'Open', category: 'public' },
      { id: 'besloten', label: 'Besloten', category: 'private' },
    ];
    const answer = {
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify({ tables, page: { totalPages: 1 } }),
    };
    const { page } = await visit(org.browser, await editorFor(org, '<!-- wp:peilglas/figure /-->'), {
      prepare: async (tab) => {
        await tab.setRequestInterception(true);
        tab.on(
          'request',
          (request) => void (request.url().includes('/tables?') ? request.respond(answer) : request.continue()),
        );
      },
    });
    await page.waitForSelector('main option[value=open]');
    const offered = await page.$$eval('main option', (options) => options.map(({ text }) => text));
    assert.deepEqual(offered, ['Kies een tabel', 'Open']);
  });

  it('makes in the editor no element that its list does not have', async () => {
    const text = '<!-- wp:peilglas/figure {"element":"script","table":"bevolking","region":"GM0153"} /-->';
    const { page, messages } = await visit(org.browser, await editorFor(org, text));
    await selectBlock(page);
    await shows(page, 'Soort', 'script');
    assert.deepEqual(await page.$$('main script, main [table]'), []);
    assert.equal(await saved(page), text);
    await choose(page, 'Soort', 'Eén cijfer');
    await page.waitForSelector('main kpi-tile:state(ready)');
    assert.deepEqual(messages, []);
  });

  it('takes from a text nobody else to ask, no script and no markup', () => {
    const { texts } = withPlugin(
      [
        '<!-- wp:peilglas/figure {"table":"x","endpoint":"https://elsewhere.example","onclick":"x()"} /-->',
        String.raw`<!-- wp:peilglas/figure {"table":"\u0022\u003e\u003cb\u003e","heading":["x"]} /-->`,
        '<!-- wp:peilglas/figure {"element":"script","table":"x"} /-->',
        '<!-- wp:peilglas/figure {"element":"data-context","table":"x"} /-->',
        '<!-- wp:peilglas/figure {"region":"GM0153"} /-->',
      ],
      site,
    );
    const tile = (attributes: string): string =>
      `<div class="wp-block-peilglas-figure"><kpi-tile endpoint="https://cijfers.example.org/api/v2" ${attributes}></kpi-tile></div>`;
    assert.deepEqual(texts, [tile('table="x"'), tile('table="&quot;&gt;&lt;b&gt;"'), '', '', '']);
  });
});

it('the block speaks Dutch on sites in formal Dutch and in that of Belgium', { skip: withoutWordpress }, () => {
  for (const locale of ['nl_NL', 'nl_NL_formal', 'nl_BE'])
    assert.match(JSON.stringify(withPlugin([], site, locale).scripts), /Kies een tabel/, locale);
});

it('all texts of the block are there in Dutch, and no others', async () => {
  const source = await readFile(new URL('block/editor.js', plugin), 'utf8');
  const used = [...source.matchAll(/__\(\s*'(.*?)',?\s*\)/g)].map(([, text = '']) => text);
  const file = new URL('languages/peilglas-nl_NL-peilglas-figure-editor-script.json', plugin);
  const { locale_data: data } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly locale_data: { readonly peilglas: Readonly<Record<string, unknown>> };
  };
  assert.deepEqual(Object.keys(data.peilglas), ['', ...[...new Set(used)].sort()]);
});
