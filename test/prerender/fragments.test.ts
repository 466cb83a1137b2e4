/** A page into which a server put several parts, each filled by itself, as `/embed/{element}` gives them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { prerender, type Prerendered, type PrerenderOptions } from '@peilglas/prerender';
import type { Browser, Page } from 'puppeteer-core';
import { copyDemoStore } from '../support/demo-store.ts';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { adopted, ready, shown, type Shown } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';

const tile = '<kpi-tile endpoint="/api/v2" table="bevolking" region="GM0153"></kpi-tile>';
const table = '<data-table endpoint="/api/v2" table="misdrijven" region="GM0153"></data-table>';
const definition = '<definition-panel endpoint="/api/v2" table="leeftijd"></definition-panel>';

/** What an element waits for until it gives up has to come by itself. */
async function withoutGivingUp(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const wait = window.setTimeout.bind(window);
    const waitBriefly = (done: () => void, milliseconds = 0): number =>
      milliseconds < 15_000 ? wait(done, milliseconds) : 0;
    Object.assign(window, { setTimeout: waitBriefly });
  });
}

describe('several filled parts in one page', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await openSite((folder) => copyDemoStore(folder, ['bevolking', 'misdrijven', 'leeftijd']));
    browser = await launchChromium();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await site.close();
    }
  });

  /** The path of a page with these elements, of which each was filled by itself. */
  async function together(
    ...parts: readonly (readonly [html: string, options: Partial<PrerenderOptions>])[]
  ): Promise<string> {
    const filled: Prerendered[] = [];
    // One after the other: each has a moment of its own.
    for (const [html, options] of parts) {
      filled.push(await prerender(html, { endpoint: `${site.origin}/api/v2`, ...options }));
    }
    const page = await site.fill('<!-- parts -->');
    const html = page.html.replace('<!-- parts -->', filled.map(({ html }) => html).join('\n'));
    return site.serve(html, { ...page, styleHashes: filled.flatMap(({ styleHashes }) => styleHashes) });
  }

  it('are all taken over without a question', async () => {
    const address = await together([tile, {}], [table, {}], [definition, {}]);
    site.asked.length = 0;
    const { page, messages, leave } = await visit(browser, address);
    await adopted(page);
    await painted(page);
    assert.deepEqual([site.asked, messages], [[], []]);
    await leave();
  });

  it('are each as fresh as they are themselves', async () => {
    const address = await together([tile, { fresh: 600 }], [table, { fresh: 0 }], [definition, { fresh: 600 }]);
    site.asked.length = 0;
    const { page, leave } = await visit(browser, address, { prepare: withoutGivingUp });
    // The old one wakes by itself, shows what it came with, and asks behind that.
    await page.waitForFunction(() => !document.querySelector('data-table')?.shadowRoot?.querySelector('style'));
    while (!site.asked.some((path) => path.includes('/misdrijven/data'))) await painted(page);
    assert.ok(site.asked.every((path) => path.includes('/misdrijven/')));
    assert.ok(await page.evaluate(() => customElements.get('definition-panel') === undefined));
    await leave();
  });

  it('have their figures also where a script of the page puts copies in their place, which have no shadow root', async () => {
    const address = await together([tile, {}], [table, {}], [definition, {}]);
    const { page, messages, leave } = await visit(browser, address);
    const before = await shown(page);
    await page.$$eval('[data-peil-prerendered]', (elements) => {
      for (const element of elements) element.replaceWith(element.cloneNode(true));
    });
    await ready(page);
    // How to cite it tells the address of the page, which those who filled a part of it did not know.
    const wordsOf = (elements: readonly Shown[]): readonly string[] =>
      elements.map(({ words }) => words.replace(/http:\S+/, ''));
    assert.deepEqual([wordsOf(await shown(page)), messages], [wordsOf(before), []]);
    await leave();
  });
});
