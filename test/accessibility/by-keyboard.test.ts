/** A reader with a keyboard and no mouse: chooses Hengelo and 2019, and reads the figure in four elements. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import { patience, type Visit } from '../e2e/support/browser.ts';
import { inhabitants } from './support/figure.ts';
import { open, openStage, settled, typeAtOnce, type Stage } from './support/stage.ts';

describe('by keyboard alone', () => {
  let stage: Stage | undefined;
  let visit: Visit | undefined;
  const wanted = inhabitants('GM0164', '2019');

  before(async () => {
    stage = await openStage();
    visit = await open(stage, '/reading');
    await visit.page.focus('#before');
  });

  after(async () => {
    await visit?.leave();
    await stage?.close();
  });

  const page = (): Page => {
    assert.ok(visit, 'No page');
    return visit.page;
  };

  const focused = (): Promise<string> =>
    page().evaluate(() => {
      const { focused, name } = window.peilglasReader;
      const element = focused();
      return element ? name(element) : '';
    });

  /** Waits until the focus has moved here: what opens may have to be fetched first. */
  async function focusComesTo(name: RegExp): Promise<void> {
    for (const end = Date.now() + patience; Date.now() < end && !name.test(await focused());) await sleep(20);
    assert.match(await focused(), name);
  }

  /** Presses Tab until this has the focus, forth or back. */
  async function tabTo(name: string, { back = false } = {}): Promise<void> {
    if (back) await page().keyboard.down('Shift');
    for (let stop = 0; stop < 150 && (await focused()) !== name; stop++) await page().keyboard.press('Tab');
    if (back) await page().keyboard.up('Shift');
    assert.equal(await focused(), name);
  }

  async function press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) await page().keyboard.press(key);
    await settled(page());
  }

  /** What the element with the focus shows at the place that the keys have led to. */
  const tooltip = (): Promise<string> =>
    page().evaluate(() => {
      const root = window.peilglasReader.focused()?.getRootNode();
      const found = root instanceof ShadowRoot ? root.querySelector('[part=tooltip]') : null;
      return (found?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    });

  /** Presses a key until the tooltip says this. */
  async function walkTo(words: RegExp, ...keys: readonly KeyInput[]): Promise<string> {
    for (const key of keys) {
      for (let step = 0; step < 16; step++) {
        if (words.test(await tooltip())) return tooltip();
        await press(key);
      }
    }
    throw new Error(`The keys never lead to ${String(words)}, but to: ${await tooltip()}`);
  }

  it('chooses another municipality, and all elements follow while the focus stays', async () => {
    await tabTo('municipality-picker > select.select');
    await typeAtOnce(page(), 'Heng');
    await settled(page());
    assert.equal(await focused(), 'municipality-picker > select.select');
    const summary = await page().$eval('trend-chart', (chart) => chart.summary);
    assert.match(summary, /^Het aantal inwoners in Hengelo/);
  });

  it('opens the definition of a figure, reads it, and is back at its button when it closes', async () => {
    await tabTo('kpi-tile > button.definition-button');
    await press('Enter');
    await focusComesTo(/button.*close/);
    const text = await page().evaluate(() => {
      const root = window.peilglasReader.focused()?.getRootNode();
      return root instanceof ShadowRoot ? root.textContent : '';
    });
    assert.match(text, /op 1 januari van het jaar in de gemeente staat ingeschreven/);
    await press('Escape');
    await focusComesTo(/^kpi-tile > button\.definition-button$/);
  });

  it('reads a year in the development over time', async () => {
    await tabTo('trend-chart > div.drawing');
    const read = await walkTo(/^2019 /, 'ArrowLeft');
    assert.ok(read.startsWith(`2019 Hengelo ${wanted} inwoners`), read);
  });

  it('chooses a year, and reads it among the bars', async () => {
    await tabTo('period-picker > select.select', { back: true });
    await typeAtOnce(page(), '2019');
    await settled(page());
    await tabTo('municipality-compare > div.drawing');
    const read = await walkTo(/^Hengelo/, 'ArrowUp', 'ArrowDown');
    assert.ok(read.includes(`2019 ${wanted} inwoners`), read);
  });

  it('reads it on the map', async () => {
    await tabTo('municipality-map > div.drawing');
    const read = await walkTo(/^Hengelo/, 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown');
    assert.ok(read.includes(`2019 ${wanted} inwoners`), read);
  });

  it('reads it in the table, of which the cell is brought into view by keys', async () => {
    await tabTo('data-table > div.scroller');
    for (let step = 0; step < 20; step++) await page().keyboard.press('ArrowRight');
    const cell = await page().evaluate(async () => {
      const table = document.querySelector('data-table')?.shadowRoot;
      for (let frame = 0; frame < 40; frame++) await new Promise(requestAnimationFrame);
      const headers = [...(table?.querySelectorAll('thead th') ?? [])].map((th) => th.textContent.trim());
      const row = [...(table?.querySelectorAll('tbody tr') ?? [])].find((tr) => tr.textContent.includes('Hengelo'));
      const found = row?.children[headers.findIndex((text) => text.startsWith('2019'))];
      const { left = 0, right = 0 } = found?.getBoundingClientRect() ?? {};
      return { text: found?.textContent.trim(), inView: left >= 0 && right <= innerWidth };
    });
    assert.deepEqual(cell, { text: wanted, inView: true });
  });
});
