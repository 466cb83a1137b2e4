/** Lists to choose from that are filled beforehand: texts without scripts, and alive at once with them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { copyDemoStore } from '../support/demo-store.ts';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { openSite, type Site } from './support/site.ts';

const pickers = `<data-context endpoint="/api/v2" region="GM0153">
  <municipality-picker table="bevolking"></municipality-picker>
  <period-picker table="bevolking" with-latest lang="en"></period-picker>
  <indicator-picker table="bevolking"></indicator-picker>
  <municipality-picker table="bevolking" value="GM9999"></municipality-picker>
  <data-table table="bevolking"></data-table>
</data-context>`;

describe('prerendered pickers', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await openSite((folder) => copyDemoStore(folder, ['bevolking']));
    browser = await launchChromium();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await site.close();
    }
  });

  it('tell without scripts what is chosen, and offer nothing that cannot be chosen', async () => {
    const { filled } = await site.fill(pickers);
    const { page, leave } = await visit(browser, filled, { prepare: (page) => page.setJavaScriptEnabled(false) });
    const words = await page.$$eval('municipality-picker, period-picker, indicator-picker', (pickers) =>
      pickers.map(({ shadowRoot }) =>
        (shadowRoot?.querySelector<HTMLElement>('.picker')?.innerText ?? '').replaceAll(/\s+/g, ' ').trim(),
      ),
    );
    assert.deepEqual(words, ['Gemeente Enschede', 'Period Latest figures', 'Onderwerp Inwoners', '']);
    const visible = await page.$$eval(
      'data-context > *',
      (elements) =>
        elements.flatMap(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('select, button') ?? [])].filter((each) =>
            each.checkVisibility({ visibilityProperty: true }),
          ),
        ).length,
    );
    assert.equal(visible, 0);
    await leave();
  });

  it('are alive at once, without a shift or a question, and what is chosen holds for elements at rest', async () => {
    const { filled } = await site.fill(pickers);
    site.asked.length = 0;
    const { page, messages, leave } = await visit(browser, filled);
    await taken(page);
    await painted(page);
    const seen = await page.evaluate(() => [
      // A page that is painted while it is read may move by a hair.
      window.peilglasSeen.shifts().filter(({ value }) => value > 0.001),
      window.peilglasSeen.violations,
    ]);
    assert.deepEqual([seen, messages, site.asked], [[[], []], [], []]);
    assert.ok(await page.evaluate(() => customElements.get('data-table') === undefined));
    await choose(page, 'GM0164');
    await page.waitForFunction(() => document.querySelector('data-table')?.shadowRoot?.textContent.includes('Hengelo'));
    await leave();
  });

  it('keep what was chosen before their script was there', async () => {
    const { filled } = await site.fill(pickers);
    let arrive: () => void = () => undefined;
    const isChosen = new Promise<void>((resolve) => (arrive = resolve));
    const { page, leave } = await visit(browser, filled, {
      prepare: async (page) => {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          const waits = request.url().endsWith('/municipality-picker.js') ? isChosen : Promise.resolve();
          void waits.then(() => request.continue());
        });
      },
    });
    await choose(page, 'GM0164');
    arrive();
    await taken(page);
    await page.waitForFunction(() => document.querySelector('data-table')?.shadowRoot?.textContent.includes('Hengelo'));
    assert.equal(await page.$eval('municipality-picker', ({ value }) => value), 'GM0164');
    await leave();
  });
});

/** Waits until nothing of what the page came with is left in the pickers. */
async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('municipality-picker, period-picker, indicator-picker')].every(
      ({ shadowRoot }) => !shadowRoot?.querySelector('style'),
    ),
  );
}

async function choose(page: Page, code: string): Promise<void> {
  const list = await page.$('municipality-picker >>> select');
  await list?.select(code);
}
