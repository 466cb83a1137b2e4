/** Two suppliers brought this library to one page, or somebody else's library has the same tags. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { tags } from '../../packages/elements/dist/autoload/tags.js';
import { launchChromium, launchFirefox, visit, withoutFirefox, type Visit } from '../e2e/support/browser.ts';
import { figures, figuresPath, shown } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';
import { long } from '../support/long.ts';

const root = join(import.meta.dirname, '../..');
const bundled = mkdtempSync(join(tmpdir(), 'peilglas-bundled-'));

/** Which place the figures are about, the context says. */
const body = `
  <data-context region="B">
    <kpi-tile endpoint="${figuresPath}"></kpi-tile>
    <data-table endpoint="${figuresPath}"></data-table>
    <trend-chart endpoint="${figuresPath}"></trend-chart>
    <div data-peil="kpi-tile" data-endpoint="${figuresPath}"></div>
  </data-context>`;

const page = (script: string, content = body): string => `<!doctype html>
  <html lang="nl">
    <head><title>Proef</title><link rel="icon" href="data:," /></head>
    <body>${content}<script type="module">${script}</script></body>
  </html>`;

/** Somebody else's tile, defined without asking whether the name is free. */
const stranger = `
  class Stranger extends HTMLElement { connectedCallback() { this.textContent = 'Iets anders'; } }
  const defineStranger = () => customElements.define('kpi-tile', Stranger);`;

/** An older version, which had fewer tags, and a newer one; what the first defined must stay. */
const versions = {
  old: "await Promise.all(['data-context', 'kpi-tile', 'trend-chart'].map((tag) => import(`/old/${tag}.js`)));",
  new: "await import('/new/peilglas-all.js');",
};
const inOrder = (first: keyof typeof versions, second: keyof typeof versions): string => `
  ${versions[first]}
  const tile = customElements.get('kpi-tile');
  ${versions[second]}
  document.body.dataset.kept = customElements.get('kpi-tile') === tile;`;

const prefixed = `<pg-data-context region="B">
    <pg-kpi-tile id="tile" endpoint="${figuresPath}"></pg-kpi-tile>
    <pg-embed-code for="tile"></pg-embed-code>
    <kpi-tile></kpi-tile>
  </pg-data-context>`;
const definePrefixed = `definePeilglas({ prefix: 'pg-' });`;
const importPrefixed = `import { definePeilglas } from '/bundled/elements.js'; ${stranger}`;

const pages = {
  '/old-first': page(inOrder('old', 'new')),
  '/new-first': page(inOrder('new', 'old')),
  '/both-fill': page(`import('/old/peilglas.js'); import('/new/peilglas.js');`, body),
  '/stranger-first': page(
    `${stranger} defineStranger(); await import('/new/peilglas-all.js'); await import('/new/peilglas.js');`,
  ),
  '/stranger-before-prefix': page(`${importPrefixed} defineStranger(); ${definePrefixed}`, prefixed),
  '/stranger-after-prefix': page(`${importPrefixed} ${definePrefixed} defineStranger();`, prefixed),
  '/prefix-taken': page(
    `${importPrefixed} customElements.define('pg-kpi-tile', Stranger); ${definePrefixed} ${definePrefixed}`,
    prefixed,
  ),
  '/plain-and-prefix': page(
    `import '/bundled/define.js'; import { definePeilglas } from '/bundled/elements.js'; ${definePrefixed}`,
    `${prefixed}${body}`,
  ),
};

const resolved = (name: string): string => fileURLToPath(import.meta.resolve(name));

/** The package as an application bundles it, into a folder of its own. */
async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      minify: false,
      lib: {
        entry: { elements: resolved('@peilglas/elements'), define: resolved('@peilglas/elements/define') },
        formats: ['es'],
      },
    },
  });
}

const taken = (tag: string): string => `warn: <${tag}> is already defined on this page; Peilglas leaves it alone.`;

/** @param all also what no engine does in its own way */
function journeys(launch: () => Promise<Browser>, all: boolean): void {
  let browser: Browser | undefined;
  let site: Site | undefined;

  before(async () => {
    const cdn = join(root, 'dist/cdn/');
    const folders = { '/old/': cdn, '/new/': cdn, '/bundled/': bundled };
    site = await openSite({ pages: { ...pages, [figuresPath]: figures }, folders });
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    site?.close();
  });

  async function onPage(path: keyof typeof pages, look: (visit: Visit) => Promise<void>): Promise<void> {
    assert.ok(browser && site);
    const visiting = await visit(browser, `${site.origin}${path}`);
    try {
      await look(visiting);
      assert.deepEqual(
        visiting.messages.filter((message) => !message.startsWith('warn')),
        [],
      );
      assert.deepEqual(visiting.oddAnswers, []);
    } finally {
      await visiting.leave();
    }
  }

  const warnings = ({ messages }: Visit): readonly string[] => messages.filter((each) => each.startsWith('warn'));
  const ours = ['kpi-tile: 6 stuks', 'trend-chart: '];

  for (const order of ['/old-first', '/new-first'] as const) {
    it(`two versions, ${order.slice(1)}: the first keeps its tags, figures and drawings are there, and one line per tag says so`, async () => {
      await onPage(order, async (visiting) => {
        const [tile, , chart] = await shown(visiting.page, 'kpi-tile, data-table, trend-chart');
        assert.equal(tile, ours[0]);
        assert.match(chart ?? '', /^trend-chart: .*Bestad/);
        await visiting.page.waitForSelector('body[data-kept=true]');
        // The table is the newer version's, and about the place that the context of either says.
        const table = await visiting.page.$eval('data-table', ({ shadowRoot }) => shadowRoot?.textContent ?? '');
        assert.match(table, /Bestad/);
        assert.doesNotMatch(table, /Adorp/);
        assert.deepEqual([...warnings(visiting)].sort(), ['data-context', 'kpi-tile', 'trend-chart'].map(taken));
      });
    });
  }

  it('a tile of another library keeps its tag, one warning says so, and a place shows ours all the same', async () => {
    await onPage('/stranger-first', async (visiting) => {
      const [inPlace] = await shown(visiting.page, '[data-peil] > *');
      assert.match(inPlace ?? '', /^peil-unnamed-\S+: 6 stuks$/);
      assert.match((await shown(visiting.page, 'trend-chart')).join(), /Bestad/);
      assert.equal(await visiting.page.$eval('kpi-tile', (tile) => tile.textContent), 'Iets anders');
      assert.deepEqual(warnings(visiting), [taken('kpi-tile')]);
    });
  });

  for (const order of ['/stranger-before-prefix', '/stranger-after-prefix'] as const) {
    it(`with a prefix, ${order.slice(1)}, both have their tile and the console is silent`, async () => {
      await onPage(order, async (visiting) => {
        assert.deepEqual(await shown(visiting.page, 'pg-kpi-tile'), ['pg-kpi-tile: 6 stuks']);
        await visiting.page.waitForFunction(() => document.querySelector('kpi-tile')?.textContent === 'Iets anders');
        assert.deepEqual(warnings(visiting), []);
        // The code to embed a tile has the plain tag, as the scripts of other pages define it.
        await visiting.page.waitForFunction(() =>
          document.querySelector('pg-embed-code')?.shadowRoot?.querySelector('pre')?.textContent.includes('<kpi-tile'),
        );
        const plain = ['data-context', 'trend-chart', 'statistical-yearbook'];
        assert.deepEqual(
          await visiting.page.evaluate((plain) => plain.filter((tag) => customElements.get(tag)), plain),
          [],
        );
      });
    });
  }

  if (all) {
    it('a place is filled once by two versions', async () => {
      await onPage('/both-fill', async ({ page }) => {
        await shown(page, '[data-peil] > *');
        assert.equal(await page.$$eval('[data-peil] > *', (filled) => filled.length), 1);
      });
    });

    it('with a prefix that is taken, one warning names what is left alone, and defining twice adds nothing', async () => {
      await onPage('/prefix-taken', async (visiting) => {
        await visiting.page.waitForFunction(() => customElements.get('pg-trend-chart') !== undefined);
        assert.equal(warnings(visiting).length, 2);
        for (const warning of warnings(visiting)) assert.match(warning, /<pg-kpi-tile>/);
      });
    });

    it('plain tags and tags with a prefix live side by side', async () => {
      await onPage('/plain-and-prefix', async (visiting) => {
        assert.deepEqual(await shown(visiting.page, 'pg-kpi-tile'), ['pg-kpi-tile: 6 stuks']);
        assert.deepEqual(await shown(visiting.page, 'body > data-context > kpi-tile'), ['kpi-tile: 6 stuks']);
        assert.deepEqual(
          await visiting.page.evaluate((tags) => tags.filter((tag) => !customElements.get(`pg-${tag}`)), tags),
          [],
        );
        assert.deepEqual(warnings(visiting), []);
      });
    });
  }
}

describe('two versions on a page', () => {
  before(() => bundle(bundled));

  after(() => {
    rmSync(bundled, { recursive: true, force: true });
  });

  describe('in Chromium', () => journeys(launchChromium, true));

  if (long) describe('in Firefox', { skip: withoutFirefox }, () => journeys(launchFirefox, false));
});
