/** WCAG 2.2, 4.1.3: what changes is said once, however many elements change (in the page: twenty tiles and a list). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, openStage, settled, typeAtOnce, type Stage } from './support/stage.ts';

/** Keeps every text that a live region gets, in order, as a screen reader would hear it. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard = await page.evaluateHandle(() => {
    const texts: string[] = [];
    const isSpoken = (node: Node | null): boolean =>
      node instanceof Element ? node.closest('[role=status], [aria-live]') !== null : isSpokenParent(node);
    const isSpokenParent = (node: Node | null): boolean => (node ? isSpoken(node.parentElement) : false);
    const observe = (root: Node): void => {
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          for (const node of addedNodes.length > 0 ? addedNodes : [target]) {
            const text = node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
            if (text && isSpoken(node)) texts.push(text);
          }
        }
      }).observe(root, { subtree: true, childList: true, characterData: true });
    };
    for (const element of window.peilglasReader.seen()) if (element.shadowRoot) observe(element.shadowRoot);
    return texts;
  });
  return () => heard.jsonValue();
}

async function choose(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('municipality-picker')?.shadowRoot?.querySelector('select')?.focus();
  });
  await typeAtOnce(page, name);
}

describe('status messages of twenty elements', () => {
  let stage: Stage | undefined;

  before(async () => {
    stage = await openStage();
  });

  after(async () => {
    await stage?.close();
  });

  it('say once that figures are on their way', async () => {
    assert.ok(stage);
    const { page, leave } = await open(stage, '/many');
    const heard = await listen(page);
    stage.site.delay = 800;
    await choose(page, 'Born');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('kpi-tile')].every((tile) => tile.shadowRoot?.textContent.includes('Borne, ')),
    );
    await settled(page);
    stage.site.delay = 0;
    assert.deepEqual(await heard(), ['Dit wordt geladen']);
    await leave();
  });

  it('say once that something went wrong', async () => {
    assert.ok(stage);
    const { page, leave } = await open(stage, '/many');
    const heard = await listen(page);
    await page.$$eval('kpi-tile', (tiles) => {
      for (const tile of tiles) tile.setAttribute('table', 'bestaat-niet');
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('kpi-tile')].every((tile) => tile.loadState === 'not-found'),
    );
    await settled(page);
    // On a slow machine it takes long enough to be told.
    const told = (await heard()).filter((text) => text !== 'Dit wordt geladen');
    assert.deepEqual(told, ['Deze cijfers zijn niet gevonden']);
    await leave();
  });
});
