/** A page that is filled beforehand, against the same page as the elements fill it themselves. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { adopted, compared, drawn, ready, shown, type Shown } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';

/** Tiles and definitions in contexts, in several states and languages. */
const body = `<data-context endpoint="/api/v2" region="GM0153">
  <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
  <data-context region="GM0164" period="2020">
    <kpi-tile table="bevolking" indicator="geboorten" compare-with="GM0153 NL01"></kpi-tile>
    <kpi-tile table="bevolking" indicator="inwoners" target="90000:2030" peers="GM0141 GM0147" lang="en"></kpi-tile>
  </data-context>
  <kpi-tile table="bevolking" indicator="inwoners" region="GM9999"></kpi-tile>
  <kpi-tile table="jeugdzorg" lang="de" heading="Hilfe &amp; <b>mehr"></kpi-tile>
  <definition-panel table="bevolking" indicator="inwoners"></definition-panel>
</data-context>`;

/** A chart of each kind, two of which share code. */
const charts = `<data-context endpoint="/api/v2" region="GM0153">
  <trend-chart table="bevolking" indicator="inwoners" compare-with="GM0141 GM0164">
    <chart-note period="2021">Grens gewijzigd</chart-note>
  </trend-chart>
  <trend-chart table="bevolking" indicator="geboorten" shape="bar" lang="en"></trend-chart>
  <municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
  <share-chart table="leeftijd" parts="Leeftijd" compare-with="NL01"></share-chart>
  <municipality-map table="bevolking" indicator="inwoners"></municipality-map>
</data-context>`;

/** A tile or definition as an editor may write it, of figures that are there and of some that are not. */
const anyElement = fc
  .record({
    tag: fc.constantFrom('kpi-tile', 'kpi-tile', 'definition-panel'),
    table: fc.constantFrom('table="bevolking"', 'table="jeugdzorg"', 'table="besloten"', 'table="bestaat-niet"'),
    indicator: fc.constantFrom('', 'indicator="inwoners"', 'indicator="groeicijfer"', 'indicator="jeugdbescherming"'),
    region: fc.constantFrom('', 'region="GM0141"', 'region="PV23 GM0153"', 'region="NL01"', 'region="GM9999"'),
    period: fc.constantFrom('', 'period="2019"', 'period="first"', 'period="2015..2018"', 'period="1900"'),
    since: fc.constantFrom('', 'since="first"', 'since="2014"'),
    filter: fc.constantFrom('', 'filter="Geslacht:V"', 'filter="Leeftijd:0-17"'),
    more: fc.constantFrom(
      '',
      'without-source',
      'without-sparkline',
      'compare-with="NL01"',
      'target="12:2030"',
      'peers="PV23"',
    ),
    lang: fc.constantFrom('', 'lang="en"', 'lang="de"', 'lang="fy"', 'lang="fr"'),
  })
  .map(({ tag, ...attributes }) => `<${tag} ${Object.values(attributes).join(' ')}></${tag}>`);

/** What sites do to all of their text, or to a part of a page. */
const pages = [
  ['counts its letters from 10 px', { root: { fontSize: '62.5%' }, text: { fontSize: '1.6rem' } }],
  [
    'centres, indents, slants and capitalizes its text, and breaks it anywhere',
    {
      root: {},
      text: {
        fontStyle: 'italic',
        textAlign: 'center',
        textIndent: '3em',
        textTransform: 'uppercase',
        wordBreak: 'break-all',
      },
    },
  ],
] as const;

/** Where each line of text in an element begins and how wide it is, in CSS pixels. */
async function linesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lines: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      if (node instanceof Text && node.getRootNode() instanceof ShadowRoot) {
        const range = document.createRange();
        range.selectNode(node);
        for (const { x, y, width } of range.getClientRects())
          lines.push(`${node.data.trim()}: ${[x, y, width].map(Math.round).join(' ')}`);
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(document.body);
    return lines;
  });
}

describe('a prerendered page', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await openSite();
    browser = await launchChromium();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await site.close();
    }
  });

  it('says and measures without scripts what the elements themselves do with them', async () => {
    const drawn = fc.sample(anyElement, 40).join('\n');
    const { filled, live } = await site.fill(
      `${body}<data-context endpoint="/api/v2" region="GM0153">${drawn}</data-context>`,
    );
    const withoutScripts = await visit(browser, filled, { prepare: (page) => page.setJavaScriptEnabled(false) });
    const withScripts = await visit(browser, live);
    await ready(withScripts.page);
    await compared(withScripts.page);
    await painted(withScripts.page);
    const [expected, found] = [await shown(withScripts.page), await shown(withoutScripts.page)];
    assert.equal(found.length, 46);
    assert.ok(found.every(({ words }) => words !== ''));
    // The one thing that differs is the address of the page, which a citation names.
    const apart = (each: Shown): Shown => ({ ...each, words: each.words.replaceAll(/\/pages\/\d+/g, '') });
    assert.deepEqual(found.map(apart), expected.map(apart), drawn);
    await Promise.all([withoutScripts.leave(), withScripts.leave()]);
  });

  for (const [when, withScripts] of [
    ['without', false],
    ['with', true],
  ] as const) {
    for (const [kind, ofPage] of pages) {
      it(`looks the same on a page that ${kind}, ${when} scripts`, async () => {
        const others = `<data-context endpoint="/api/v2" region="GM0153">
          <municipality-picker table="bevolking"></municipality-picker>
          <data-table table="bevolking" region="*" indicator="inwoners"></data-table>
        </data-context>`;
        const { filled, live } = await site.fill(body + charts + others);
        for (const address of withScripts ? [live] : [live, filled]) {
          const { page, leave } = await visit(browser, address, {
            prepare: (page) => page.setJavaScriptEnabled(withScripts),
          });
          if (withScripts) await drawn(page).then(() => compared(page));
          const look = async (): Promise<object> => ({ elements: await shown(page), lines: await linesOf(page) });
          const before = await look();
          await page.evaluate(({ root, text }) => {
            Object.assign(document.documentElement.style, root);
            Object.assign(document.body.style, text);
          }, ofPage);
          if (withScripts) await painted(page);
          assert.deepEqual(await look(), before);
          await leave();
        }
      });
    }
  }

  it('is taken over by its elements without a question, a shift, or a breach of the strictest policy', async () => {
    const { filled } = await site.fill(body);
    site.asked.length = 0;
    const { page, messages, leave } = await visit(browser, filled);
    const before = await shown(page);
    await adopted(page);
    await painted(page);
    assert.deepEqual(await shown(page), before);
    assert.deepEqual(
      { ...(await seen(page)), messages, asked: site.asked },
      { shifts: [], violations: [], messages: [], asked: [] },
    );
    await leave();
  });

  it('asks behind its figures when they are old, and says so where they have changed', async () => {
    const { html, ...page } = await site.fill(body, { fresh: 0 });
    const old = html.replaceAll('161.235', '161.007').replaceAll('161235', '161007');
    const { page: opened, leave } = await visit(browser, site.serve(old, { html, ...page }));
    const told = await opened.waitForFunction(() => {
      const tiles = [...document.querySelectorAll('kpi-tile')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '');
      return tiles.some((words) => words.includes('Bijgewerkt')) && tiles;
    });
    const [tile = '', other = ''] = (await told.jsonValue()) || [];
    assert.match(tile, /161\.235/);
    assert.doesNotMatch(other, /Bijgewerkt/);
    assert.deepEqual(await seen(opened), { shifts: [], violations: [] });
    await leave();
  });

  it('shows a visitor who has signed in the chapters that are theirs, also in a book that was filled for anybody', async () => {
    const { filled } = await site.fill(
      '<data-context endpoint="/api/v2"><statistical-yearbook region="GM0153"></statistical-yearbook></data-context>',
    );
    const token = await site.tokenFor('GM0153');
    const { page, leave } = await visit(browser, filled);
    // A pointer that comes before the page watches for it is not seen: it moves until it is.
    await page.waitForFunction(() => {
      const book = document.querySelector('statistical-yearbook');
      book?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      return customElements.get('data-context') !== undefined;
    });
    await page.evaluate((given) => {
      const context = document.querySelector('data-context');
      if (context) context.tokenProvider = { getToken: async () => given };
    }, token);
    await page.waitForFunction(() => {
      const book = document.querySelector('statistical-yearbook')?.shadowRoot;
      return book?.querySelector('style') === null && book.querySelector('.private');
    });
    await leave();
  });

  it('keeps the target and the average of a tile while the code for these is on its way', async () => {
    const { filled } = await site.fill(`<data-context endpoint="/api/v2" region="GM0164">
      <kpi-tile table="bevolking" indicator="inwoners" target="90000:2030" peers="GM0141 GM0147"></kpi-tile></data-context>`);
    const { page, leave } = await visit(browser, filled, {
      prepare: async (opened) => {
        await opened.setRequestInterception(true);
        // Longer than what has changed is waited for.
        opened.on('request', (request) => {
          setTimeout(() => void request.continue(), request.url().includes('tile-more') ? 2000 : 0);
        });
      },
    });
    const found = await page.evaluate(async () => {
      const tile = document.querySelector('kpi-tile');
      const root = tile?.shadowRoot;
      const count = (): number => root?.querySelectorAll(':is([part~=target], [part~=peers])').length ?? 0;
      const frames = [count()];
      while (root?.querySelector('style')) {
        tile?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        await new Promise(requestAnimationFrame);
        frames.push(count());
      }
      return { first: frames[0], least: Math.min(...frames) };
    });
    assert.deepEqual(found, { first: 2, least: 2 });
    await leave();
  });

  it('keeps its figures, and says so, where they grew old on an open page while the endpoint was away', async () => {
    const figures = `<data-context endpoint="/api/v2" region="GM0153">
      <kpi-tile table="bevolking"></kpi-tile><trend-chart table="bevolking"></trend-chart></data-context>`;
    const { filled } = await site.fill(figures, { fresh: 3 });
    site.instead.set('bevolking', { status: 503, json: {} });
    try {
      const { page, leave } = await visit(browser, filled, {
        prepare: async (opened) => {
          // Open for longer than answers are remembered.
          await opened.evaluateOnNewDocument(() => {
            const now = performance.now.bind(performance);
            performance.now = () => now() + 600_000;
          });
        },
      });
      const states = await page.waitForFunction(() => {
        const elements = [...document.querySelectorAll<HTMLElementTagNameMap['kpi-tile']>('kpi-tile, trend-chart')];
        const found = elements.map(({ loadState, shadowRoot }) => [
          loadState,
          shadowRoot?.textContent.includes('161.235') === true,
        ]);
        return found.every(([state]) => state === 'stale' || state === 'failed') && found;
      });
      assert.deepEqual(await states.jsonValue(), [
        ['stale', true],
        ['stale', true],
      ]);
      await leave();
    } finally {
      site.instead.clear();
    }
  });

  it('shows pictures of charts where the drawings will be, and loads no code to draw before somebody needs it', async () => {
    const { filled, live, elements } = await site.fill(charts);
    assert.deepEqual(new Set(elements.map(({ state }) => state)), new Set(['ready']));
    for (const width of [320, 900]) {
      const wide = (page: Page): Promise<void> => page.setViewport({ width, height: 900 });
      const withScripts = await visit(browser, live, { prepare: wide });
      await drawn(withScripts.page);
      await painted(withScripts.page);
      site.asked.length = 0;
      const resting = await visit(browser, filled, { prepare: wide });
      const apart = (each: Shown): Shown => ({ ...each, words: each.words.replaceAll(/\/pages\/\d+/g, '') });
      const [expected, found] = [await shown(withScripts.page), await shown(resting.page)];
      assert.deepEqual(found.map(apart), expected.map(apart));
      await resting.page.waitForFunction(isAtRest);
      assert.deepEqual(await scriptsOf(resting.page), ['peilglas.js', 'tag-loader.js', 'rest.js']);
      assert.deepEqual(site.asked, []);
      await adopted(resting.page);
      await painted(resting.page);
      assert.deepEqual(await shown(resting.page), found);
      assert.deepEqual(
        { ...(await seen(resting.page)), messages: resting.messages, asked: site.asked },
        { shifts: [], violations: [], messages: [], asked: ['/api/v2/shapes/gemeenten'] },
      );
      await Promise.all([withScripts.leave(), resting.leave()]);
    }
  });

  it('draws a chart at its first key, with the focus where it was, and leaves others at rest', async () => {
    const { filled } = await site.fill(charts);
    const { page, leave } = await visit(browser, filled);
    // What the page came with takes the focus once a script is there to do something with it.
    await page.waitForFunction(() => {
      const drawings = document.querySelector('trend-chart')?.shadowRoot?.querySelectorAll<HTMLElement>('.drawing');
      const drawing = [...(drawings ?? [])].find(({ clientWidth }) => clientWidth > 0);
      drawing?.focus();
      return drawing?.tabIndex === 0;
    });
    await page.waitForFunction(() => document.querySelector('trend-chart')?.shadowRoot?.querySelector('.tooltip'));
    const [one, other] = await page.$$eval('trend-chart', (charts) =>
      charts.map(({ shadowRoot }) => ({
        role: shadowRoot?.activeElement?.role ?? null,
        rests: shadowRoot?.querySelector('.picture') !== null,
      })),
    );
    assert.deepEqual(one, { role: 'slider', rests: false });
    assert.deepEqual(other, { role: null, rests: true });
    // A script that asks something of an element wakes it too.
    const summary = await page.$$eval('trend-chart', async (charts) => {
      const resting = charts.at(-1);
      await resting?.refresh();
      await resting?.ready;
      return resting?.summary;
    });
    assert.match(summary ?? '', /^Births: in Enschede/);
    await leave();
  });

  for (const [where, slow] of [
    ['processor', (page: Page) => page.emulateCPUThrottling(4)],
    ['network', (page: Page) => page.emulateNetworkConditions({ download: 184_000, upload: 84_000, latency: 560 })],
  ] as const) {
    it(`has a picture or a drawing in every frame, however many charts wake at once on a slow ${where}`, async () => {
      const more = '<trend-chart table="bevolking" compare-with="GM0141 GM0164 GM0147"></trend-chart>'.repeat(8);
      const { filled } = await site.fill(
        `${charts}<data-context endpoint="/api/v2" region="GM0153">${more}</data-context>`,
      );
      const { page, leave } = await visit(browser, filled, { height: 1600 });
      await slow(page);
      const empty = await page.evaluate(async () => {
        const kinds = 'trend-chart, municipality-compare, share-chart, municipality-map';
        const charts = [...document.querySelectorAll(kinds)];
        const seen = (chart: Element, selector: string): Element | undefined =>
          [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])].find((each) =>
            each.checkVisibility({ visibilityProperty: true }),
          );
        const isEmpty = (chart: Element): boolean =>
          !seen(chart, '.picture') && !seen(chart, '.canvas')?.querySelector('path');
        const frames: string[] = [];
        while (charts.some((chart) => seen(chart, '.picture'))) {
          // Until a script is there that hears it.
          for (const chart of charts)
            chart.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
          await new Promise(requestAnimationFrame);
          frames.push(...charts.filter(isEmpty).map(({ localName }) => localName));
        }
        return frames;
      });
      assert.deepEqual(empty, []);
      await leave();
    });
  }

  it('has the figures of charts as tables that need neither scripts nor styles, until an element has its own', async () => {
    const { filled, html } = await site.fill(
      charts + '<p><trend-chart endpoint="/api/v2" table="bevolking"></trend-chart>',
    );
    assert.equal(html.split('<table').length, 6, 'none in a paragraph, which it would end');
    assert.match(html, /<caption lang="nl"> Inwoners \(inwoners\) <\/caption>/);
    assert.match(html, /<th scope="row">2012<\/th> <td class="number"> 158\.048 <\/td>/);
    const { page, leave } = await visit(browser, filled, { prepare: (page) => page.setJavaScriptEnabled(false) });
    await press(page);
    const table = await page.$('trend-chart table');
    assert.ok(await table?.isVisible());
    await leave();
    const { page: live, leave: leaveLive } = await visit(browser, filled);
    await live.waitForFunction(isAtRest);
    await press(live);
    await live.waitForFunction(() => document.querySelector('trend-chart')?.shadowRoot?.querySelector('.table table'));
    assert.ok(await live.$eval('trend-chart', (chart) => chart.querySelector('table') === null));
    await leaveLive();
  });

  it('draws anew what a change of the page is about', async () => {
    const { filled } = await site.fill(charts);
    const { page, leave } = await visit(browser, filled);
    await page.$eval('data-context', (context) => {
      context.setAttribute('region', 'GM0147');
    });
    await page.waitForFunction(() => document.querySelector('trend-chart')?.shadowRoot?.textContent.includes('Borne'));
    await leave();
  });

  it('still follows a choice after it was taken over', async () => {
    const { filled } = await site.fill(body);
    const { page, leave } = await visit(browser, filled);
    await adopted(page);
    await page.$eval('data-context', (context) => {
      context.setAttribute('region', 'GM0147');
    });
    await page.waitForFunction(() => document.querySelector('kpi-tile')?.shadowRoot?.textContent.includes('Borne'));
    await leave();
  });
});

/** Whether the first chart takes the focus: what keeps it at rest is there then, and listens. Runs in the page. */
function isAtRest(): boolean {
  return document.querySelector('trend-chart')?.shadowRoot?.querySelector<HTMLElement>('.drawing')?.tabIndex === 0;
}

/** Opens the table of the first chart, as a browser does by itself. */
async function press(page: Page): Promise<void> {
  await page.$eval('trend-chart', ({ shadowRoot }) => {
    shadowRoot?.querySelector('summary')?.click();
  });
}

/** File names of the scripts that were loaded. */
async function scriptsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('/').at(-1) ?? '')
      .filter((name) => name.endsWith('.js')),
  );
}

async function seen(page: Page): Promise<{ readonly shifts: unknown; readonly violations: unknown }> {
  return page.evaluate(() => ({
    shifts: window.peilglasSeen.shifts(),
    violations: window.peilglasSeen.violations,
  }));
}
