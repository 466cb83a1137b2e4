/** Tables that are filled beforehand: at rest as they are alive, and without scripts as texts. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { copyDemoStore } from '../support/demo-store.ts';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { adopted, ready, shown, type Shown } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';

const tables = `<data-context endpoint="/api/v2" region="GM0153">
  <data-table table="bevolking" region="*" indicator="inwoners" period="2019.." sort="2023:desc"></data-table>
  <data-table table="bevolking" indicator="inwoners geboorten" region="GM0153 GM0164" rows="period"
    columns="region indicator" period="2018.." lang="en"></data-table>
  <data-table table="jeugdzorg" region="*" selectable></data-table>
  <data-table table="bevolking" region="GM9999"></data-table>
</data-context>`;
const long = `<data-table endpoint="/api/v2" table="bevolking" region="*" indicator="*" filter="Geslacht:*" period="*"
  rows="region Geslacht indicator" columns="period"></data-table>`;

describe('a prerendered <data-table>', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await openSite((folder) => copyDemoStore(folder, ['bevolking', 'jeugdzorg']));
    browser = await launchChromium();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await site.close();
    }
  });

  it('rests as it will be, asks nothing, and is taken over without a shift', async () => {
    const { filled, live } = await site.fill(tables);
    const alive = await visit(browser, live, { width: 700 });
    await ready(alive.page);
    await painted(alive.page);
    const expected = await cells(alive.page);
    const words = (await shown(alive.page)).map(apart);
    site.asked.length = 0;
    const { page, messages, leave } = await visit(browser, filled, { width: 700 });
    assert.deepEqual(await cells(page), expected);
    assert.deepEqual((await shown(page)).map(apart), words);
    assert.ok(await page.evaluate(() => customElements.get('data-table') === undefined));
    await adopted(page);
    await painted(page);
    assert.deepEqual(await cells(page), expected);
    const seen = await page.evaluate(() => [
      // A page that is painted while it is read may move by a hair.
      window.peilglasSeen.shifts().filter(({ value }) => value > 0.001),
      window.peilglasSeen.violations,
    ]);
    assert.deepEqual([seen, messages, site.asked], [[[], []], [], []]);
    await Promise.all([alive.leave(), leave()]);
  });

  it('sorts by the header that was pressed while it had no script yet', async () => {
    const { filled } = await site.fill(tables);
    const { page, leave } = await visit(browser, filled);
    await page.waitForFunction(() => {
      if (customElements.get('data-table')) return true;
      const table = document.querySelector('data-table')?.shadowRoot;
      table?.querySelector<HTMLElement>('thead th:nth-child(3) button')?.click();
      return false;
    });
    await page.waitForFunction(() => document.querySelector('data-table')?.sort === '2020:desc');
    await leave();
  });

  it('is a table of texts without scripts, that says what its buttons would tell', async () => {
    const { filled, html } = await site.fill(`${tables}${long}`);
    const prepare = (page: Page): Promise<void> => page.setJavaScriptEnabled(false);
    const { page, leave } = await visit(browser, filled, { prepare });
    const found = (await shown(page)).map(({ words }) => words.replace(/ M5 12 9 7H1z/, ''));
    assert.match(found[0] ?? '', /Regio's 2019 2020 2021 2022 2023 Nederland 17\.282\.163/);
    assert.match(found[0] ?? '', /Uitleg over Inwoners/);
    assert.match(found[4] ?? '', /De eerste 333 van 480 rijen\. Alle rijen in een bestand \(CSV\)/);
    const controls = await page.$$eval(
      'data-table',
      (tables) =>
        tables.flatMap(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('button, select') ?? [])].filter((each) =>
            each.checkVisibility({ visibilityProperty: true }),
          ),
        ).length,
    );
    assert.equal(controls, 0);
    const [, file = ''] = /href="([^"]*outputFormat=csv)"/.exec(html) ?? [];
    const answer = await fetch(file.replaceAll('&amp;', '&'));
    assert.equal(answer.headers.get('content-type')?.split(';')[0], 'text/csv');
    await leave();
  });

  it('stands in the page itself as plain markup too, until it is alive', async () => {
    const { filled, html } = await site.fill(tables);
    assert.equal(html.split('<div slot="peil-table" data-peil-embedded><table').length, 4);
    assert.match(html, /<th scope="row" rowspan="1"> ?Enschede gekozen ?<\/th><td>158\.986<\/td>/);
    const { page, leave } = await visit(browser, filled);
    assert.equal(await page.$eval('[slot="peil-table"]', (each) => each.getClientRects().length), 0);
    await adopted(page);
    assert.equal((await page.$$('[slot="peil-table"]')).length, 0);
    await leave();
  });

  it('has a tile, or why it has no figure, in the page itself in the same way, neither seen nor heard twice', async () => {
    const tiles = `<kpi-tile endpoint="/api/v2" table="bevolking" region="GM0153" compare-with="GM0164"></kpi-tile>
      <kpi-tile endpoint="/api/v2" table="bevolking" region="GM9999"></kpi-tile>`;
    const { filled, html } = await site.fill(tiles);
    assert.match(
      html,
      /<p>Enschede telde 161\.235 inwoners op 1\u00a0januari 2023, .*? Hengelo: 82\.311 inwoners<\/p> <table>/,
    );
    assert.match(html, /<th scope="row">2012<\/th> <td>158\.048 inwoners<\/td>/);
    assert.match(html, /<p>Bron: CBS, StatLine 37259eng<\/p><\/div>/);
    assert.match(
      html,
      /<div slot="peil-table" data-peil-embedded><p>Geen cijfers voor deze selectie: GM9999<\/p><\/div>/,
    );
    const prepare = (page: Page): Promise<void> => page.setJavaScriptEnabled(false);
    const { page, leave } = await visit(browser, filled, { prepare });
    const heard = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    assert.match(heard, /"161\.235"/);
    assert.doesNotMatch(heard, /Enschede telde|158\.048 inwoners"/);
    await leave();
  });
});

/** The address of the page stands in citations. */
function apart(each: Shown): Shown {
  return { ...each, words: each.words.replaceAll(/\/pages\/\d+/g, '') };
}

/** Where each cell stands, in CSS pixels. */
async function cells(page: Page): Promise<readonly string[]> {
  return page.$$eval('data-table', (tables) =>
    tables.flatMap(({ shadowRoot }) =>
      Array.from(shadowRoot?.querySelectorAll('th, td') ?? [], (cell) => {
        const { x, y, width, height } = cell.getBoundingClientRect();
        return [x, y, width, height].map((side) => Math.round(side * 10) / 10).join(' ');
      }),
    ),
  );
}
