/** A filled page while it comes, as over a slow line: the browser shows what there is of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, launchFirefox, painted, visit, withoutFirefox } from '../e2e/support/browser.ts';
import { launchWebKit, missingForWebKit } from '../e2e/support/webkit.ts';
import { openSite, type Site } from './support/site.ts';

declare global {
  interface Window {
    /** Whether the first chart could be seen, as that changed. */
    seenOfChart: string[];
  }
}

const figures = {
  charts: `<trend-chart table="bevolking" indicator="inwoners" compare-with="GM0141 GM0164">
      <chart-note period="2021">Grens gewijzigd</chart-note>
    </trend-chart>
    <municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
    <share-chart table="leeftijd" parts="Leeftijd" compare-with="NL01"></share-chart>
    <municipality-map table="bevolking" indicator="inwoners"></municipality-map>`,
  'tiles and a definition': `<kpi-tile table="bevolking" indicator="inwoners" compare-with="GM0141 NL01"></kpi-tile>
    <kpi-tile table="bevolking" indicator="inwoners" target="90000:2030" peers="GM0141 GM0147" lang="en"></kpi-tile>
    <kpi-tile table="bevolking" indicator="inwoners" region="GM9999"></kpi-tile>
    <definition-panel table="bevolking" indicator="inwoners"></definition-panel>`,
  'pickers and a table': `<municipality-picker table="bevolking"></municipality-picker>
    <period-picker table="bevolking"></period-picker>
    <data-table table="bevolking" region="*" indicator="inwoners geboorten"></data-table>`,
  'a yearbook': '<statistical-yearbook></statistical-yearbook>',
};

/** Asks for the next piece once the one before was seen; runs in the page before anything of its own. */
async function askInTurn(): Promise<void> {
  let answer: Response;
  do {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    answer = await fetch('more');
  } while (answer.status !== 204);
}

/** Waits, once the sentence of the first chart has come, as long as anybody would, before it asks the rest; runs as the other does. */
async function waitForMore(): Promise<void> {
  const more = async (): Promise<boolean> => (await fetch('more')).status !== 204;
  const chart = (): ShadowRoot | null | undefined => document.querySelector('trend-chart')?.shadowRoot;
  const look = (): void => {
    const sentence = chart()?.querySelector('.summary');
    window.seenOfChart.push(sentence ? getComputedStyle(sentence).visibility : '');
  };
  while (!chart()?.querySelector('.summary') && (await more())) await new Promise(requestAnimationFrame);
  window.seenOfChart = [];
  look();
  for (const wait of chart()?.querySelector('[part=frame]')?.getAnimations() ?? []) wait.finish();
  look();
  while (await more());
}

/** With the clock of animations stopped: how long an element waits for the rest of it is no matter of how fast a machine is. */
async function outOfTime(page: Page, script: () => Promise<void>): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Animation.enable');
  await client.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await page.evaluateOnNewDocument(script);
}

describe('a prerendered page that comes in pieces', () => {
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

  for (const [name, elements] of Object.entries(figures)) {
    it(`moves nothing of ${name} while it comes, and shows all of it then`, async () => {
      const address = await slowly(elements);
      // Charts have another picture where they are wide.
      for (const width of name === 'charts' ? [320, 900] : [320]) {
        const { page, leave } = await visit(browser, address, {
          ...{ width, height: 6000 },
          prepare: (opened) => outOfTime(opened, askInTurn),
        });
        await painted(page);
        assert.deepEqual(await page.evaluate(() => window.peilglasSeen.shifts()), [], `${width}`);
        assert.deepEqual([...new Set(await page.evaluate(visibilities))], ['visible'], `${width}`);
        await leave();
      }
    });
  }

  it('shows what there is to who waits for more of it', async () => {
    const address = await slowly(figures.charts);
    const { page, leave } = await visit(browser, address, { prepare: (opened) => outOfTime(opened, waitForMore) });
    assert.deepEqual(await page.evaluate(() => window.seenOfChart), ['hidden', 'visible']);
    await leave();
  });

  it('shows all of it in Firefox as well', { skip: withoutFirefox }, async () => {
    const address = await slowly(figures.charts);
    const firefox = await launchFirefox();
    try {
      const { page } = await visit(firefox, address, {
        prepare: (opened) => opened.evaluateOnNewDocument(askInTurn).then(() => undefined),
      });
      assert.deepEqual([...new Set(await page.evaluate(visibilities))], ['visible']);
    } finally {
      await firefox.close();
    }
  });

  it('shows all of it in WebKit as well', { skip: missingForWebKit() ?? false }, async () => {
    const address = await slowly(figures['a yearbook']);
    const webkit = await launchWebKit();
    try {
      const opening = webkit.open(address);
      const more = async (): Promise<number> => (await fetch(`${address}more`)).status;
      while ((await more()) === 404) await setTimeout(50);
      while ((await more()) !== 204) await setTimeout(20);
      await opening;
      const seen = await webkit.ask(`arguments[0]((${String(visibilities)})())`);
      assert.deepEqual([...new Set(seen as string[])], ['visible']);
    } finally {
      await webkit.close();
    }
  });

  /** @returns where that is, filled */
  async function slowly(elements: string): Promise<string> {
    const { filled } = await site.fill(`<data-context endpoint="/api/v2" region="GM0153">${elements}</data-context>`);
    return site.inPieces(filled);
  }
});

/** Of each element that has come, or a part of it, whether it can be seen; runs in the page. */
function visibilities(): readonly string[] {
  const roots = (from: ParentNode): ShadowRoot[] =>
    [...from.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : []));
  return roots(document)
    .flatMap((root) => [...root.children].filter((each) => !each.matches('style, slot, [hidden]')))
    .map((each) => getComputedStyle(each).visibility);
}
