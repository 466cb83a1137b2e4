/** The same page in the other two engines that residents use; run where they are installed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchFirefox, visit, withoutFirefox } from '../support/browser.ts';
import { expectedTile } from '../support/expected.ts';
import { loadStates, settled, shownTiles } from '../support/page-content.ts';
import type { Stage } from '../support/stage.ts';
import { launchWebKit, missingForWebKit } from '../support/webkit.ts';

const missing = missingForWebKit();

/** In the page: waits until every element is ready and every chart drawn, then answers the figures of all tiles. */
const readInWebKit = `
  const answer = arguments[arguments.length - 1];
  const all = [...document.querySelectorAll('kpi-tile, trend-chart, definition-panel')];
  const settled = (element) => {
    if (!element.shadowRoot || ['idle', 'loading'].includes(element.loadState)) return false;
    return element.localName !== 'trend-chart' || element.shadowRoot.querySelector('.canvas svg path') !== null;
  };
  const plain = (text) => text.replaceAll(/\\s+/g, ' ').trim();
  const look = () => {
    if (!all.every(settled)) return setTimeout(look, 50);
    answer({
      states: [...new Set(all.map(({ loadState }) => loadState))],
      figures: [...document.querySelectorAll('kpi-tile')].map(
        (tile) => plain(tile.shadowRoot.querySelector('.figure').textContent)),
    });
  };
  look();`;

export function otherBrowserJourneys(stage: () => Stage): void {
  describe('other browsers', () => {
    it('Firefox shows every figure, and nothing on the console', { skip: withoutFirefox }, async (t) => {
      const browser = await launchFirefox();
      try {
        t.diagnostic(await browser.version());
        const { page, messages, oddAnswers } = await visit(browser, stage().demo.site);
        await settled(page);
        assert.deepEqual(
          (await loadStates(page)).filter((state) => !state.endsWith(': ready')),
          [],
        );
        for (const tile of await shownTiles(page)) assert.equal(tile.figure, expectedTile(tile, 'GM0153').figure);
        assert.deepEqual(messages, []);
        assert.deepEqual(oddAnswers, []);
        assert.deepEqual(await page.evaluate(() => window.peilglasSeen.violations), []);
      } finally {
        await browser.close();
      }
    });

    // WebKitGTK's driver has no console to read; what goes wrong there shows in the elements' states.
    it('WebKit shows every figure', { skip: missing ?? false }, async () => {
      const webkit = await launchWebKit();
      try {
        await webkit.open(stage().demo.site);
        const { page, leave } = await visit(stage().browser, stage().demo.site);
        await settled(page);
        const figures = (await shownTiles(page)).map((tile) => tile.figure);
        await leave();
        assert.deepEqual(await webkit.ask(readInWebKit), { states: ['ready'], figures });
      } finally {
        await webkit.close();
      }
    });
  });
}
