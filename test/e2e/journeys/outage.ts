/** The endpoint falls away and comes back; a failure never looks like emptiness, and nobody has to reload the page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import { visit } from '../support/browser.ts';
import { loadStates, settled, shownTiles } from '../support/page-content.ts';
import { onPage, type Stage } from '../support/stage.ts';

/** Cuts a page off from the endpoint, and restores it. */
async function lineTo(
  page: Page,
  endpoint: string,
): Promise<{ cut: () => Promise<void>; restore: () => Promise<void> }> {
  const client: CDPSession = await page.createCDPSession();
  await client.send('Network.enable');
  const block = async (urls: string[]): Promise<void> => {
    await client.send('Network.setBlockedURLs', { urls });
  };
  return { cut: () => block([`${endpoint}/*`]), restore: () => block([]) };
}

/** What the first tile says instead of or beside its figure; empty when all is well. */
function message(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const tile = document.querySelector('kpi-tile');
    await tile?.updateComplete;
    return (tile?.shadowRoot?.querySelector('.message')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
}

export function outageJourneys(stage: () => Stage): void {
  describe('when the endpoint falls away', () => {
    it('the old figure stays and says so; once it is back, the retry button works', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        const line = await lineTo(page, stage().demo.endpoint);
        const [before] = await shownTiles(page);
        await line.cut();
        await page.$eval('kpi-tile', (tile) => tile.refresh());
        const [during] = await shownTiles(page);
        assert.equal(during?.state, 'stale');
        assert.deepEqual({ ...during, state: 'ready' }, before);
        assert.match(
          await message(page),
          /^Bijgewerkt op \d+ \S+ \d{4}, vernieuwen lukt nu niet Opnieuw proberen code: /,
        );

        await line.restore();
        await page.locator('kpi-tile >>> [part=retry]').click();
        await page.evaluate(async () => {
          while (document.querySelector('kpi-tile')?.loadState !== 'ready') await new Promise(requestAnimationFrame);
        });
        const [afterwards] = await shownTiles(page);
        assert.deepEqual(afterwards, before);
        assert.equal(await message(page), '');
      });
    });

    it('a page that opens meanwhile says so in every element, and fills itself when the line is back', async () => {
      const { demo, browser } = stage();
      let restore = (): Promise<void> => Promise.resolve();
      const open = await visit(browser, demo.site, {
        prepare: async (page) => {
          const line = await lineTo(page, demo.endpoint);
          restore = line.restore;
          await line.cut();
        },
      });
      await settled(open.page);
      const states = await loadStates(open.page);
      assert.deepEqual(
        states.filter((state) => !state.endsWith(': failed')),
        [],
      );
      assert.match(await message(open.page), /^De cijfers zijn niet te bereiken\. .* Opnieuw proberen code: network$/);

      await restore();
      await open.page.setOfflineMode(true);
      await open.page.setOfflineMode(false);
      await open.page.evaluate(async () => {
        const tiles = [...document.querySelectorAll('kpi-tile')];
        while (!tiles.every(({ loadState }) => loadState === 'ready')) await new Promise(requestAnimationFrame);
      });
      await settled(open.page);
      assert.deepEqual(
        (await loadStates(open.page)).filter((state) => !state.endsWith(': ready')),
        [],
      );
      assert.deepEqual(
        open.messages.filter((each) => each.startsWith('uncaught')),
        [],
      );
      await open.leave();
    });
  });
}
