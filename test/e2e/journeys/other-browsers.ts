/** The same page in the other two engines that residents use; run where they are installed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchFirefox, visit, withoutFirefox } from '../support/browser.ts';
import { expectedTile } from '../support/expected.ts';
import { loadStates, settled, shownTiles } from '../support/page-content.ts';
import type { Stage } from '../support/stage.ts';
import { missingForWebKit } from '../support/webkit.ts';

const missing = missingForWebKit();

const answerOf = 'const answer = arguments[arguments.length - 1];';

/** In the page: waits until every element is ready and every chart drawn, then answers the figures of all tiles. */
const readInWebKit = `${answerOf}
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

/**
 * In the page: opens the definition of a chart with its button at the top, in the middle and at the end of the window, and
 * answers where the panel is low, or partly outside the window or under its scrollbar.
 */
const strayDefinitions = `
  const frame = () => new Promise(requestAnimationFrame);
  const root = document.querySelector('trend-chart').shadowRoot;
  const button = root.querySelector('.definition-button');
  const look = async () => {
    const stray = [];
    for (const part of [0.05, 0.5, 0.9]) {
      scrollBy({ top: button.getBoundingClientRect().top - innerHeight * part, behavior: 'instant' });
      button.click();
      while (!root.querySelector(':popover-open:focus-within')) await frame();
      const panel = root.querySelector(':popover-open');
      const box = () => panel.getBoundingClientRect();
      const spare = () => {
        const { left, top, right, bottom } = box();
        const { clientWidth, clientHeight } = document.documentElement;
        return Math.min(left, top, clientWidth - right, clientHeight - bottom, bottom - top - 200);
      };
      // Its place may take code, which comes after the focus.
      for (const end = performance.now() + 5000; spare() < 0 && performance.now() < end; ) await frame();
      if (spare() < 0) stray.push([part, JSON.stringify(box())].join(' '));
      panel.hidePopover();
      await frame();
    }
    return stray;
  };
  look().then(answer, (error) => answer([String(error)]));`;

export function otherBrowserJourneys(stage: () => Stage): void {
  describe('other browsers', () => {
    it('Firefox shows every figure, and nothing on the console', { skip: withoutFirefox }, async (t) => {
      const firefox = await stage().firefox();
      t.diagnostic(await firefox.version());
      const { page, messages, oddAnswers, leave } = await visit(firefox, stage().demo.site);
      await settled(page);
      assert.deepEqual(
        (await loadStates(page)).filter((state) => !state.endsWith(': ready')),
        [],
      );
      for (const tile of await shownTiles(page)) assert.equal(tile.figure, expectedTile(tile, 'GM0153').figure);
      assert.deepEqual(messages, []);
      assert.deepEqual(oddAnswers, []);
      assert.deepEqual(await page.evaluate(() => window.peilglasSeen.violations), []);
      await leave();
    });

    const withRoom = 'a definition opens with room to read it, wherever its button is';

    it(`Firefox: ${withRoom}`, { skip: withoutFirefox }, async () => {
      const firefox = await stage().firefox();
      for (const width of [320, 500, 1100]) {
        const { page, leave } = await visit(firefox, stage().demo.site, { width, height: 700 });
        await settled(page);
        assert.deepEqual(await page.evaluate(`new Promise((answer) => { ${strayDefinitions} })`), [], `${width} wide`);
        await leave();
      }
    });

    it(
      'Firefox: Tab leads through a definition, on to what comes after its button, and back to it',
      {
        skip: withoutFirefox,
      },
      async () => {
        const firefox = await stage().firefox();
        const { page, leave } = await visit(firefox, stage().demo.site);
        await settled(page);
        const isOpen = (): Promise<boolean> =>
          page.$eval('trend-chart', ({ shadowRoot }) => shadowRoot?.querySelector(':popover-open') !== null);
        const reached = (): Promise<string | undefined> =>
          page.$eval('trend-chart', ({ shadowRoot }) => shadowRoot?.activeElement?.className);
        const open = async (): Promise<void> => {
          await page.$eval('trend-chart', ({ shadowRoot }) => {
            shadowRoot?.querySelector<HTMLElement>('.definition-button')?.focus();
          });
          await page.keyboard.press('Enter');
          while (!(await isOpen())) await page.evaluate(() => new Promise(requestAnimationFrame));
        };
        await open();
        for (let stops = 0; stops < 10 && (await isOpen()); stops++) await page.keyboard.press('Tab');
        assert.equal(await reached(), 'drawing');
        await open();
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
        assert.equal(await isOpen(), false);
        assert.match((await reached()) ?? '', /definition-button/);
        await leave();
      },
    );

    it(
      'Firefox: nothing is written over what comes below, with letters as large as a reader may ask',
      { skip: withoutFirefox },
      async () => {
        const browser = await launchFirefox({ 'font.minimum-size.x-western': 24 });
        try {
          const { page } = await visit(browser, `${stage().demo.site}/vergelijk/`, { width: 320 });
          await settled(page);
          const over = await page.$$eval('.charts > *', (charts) =>
            charts
              .map((chart) => {
                const parts = [...(chart.shadowRoot?.querySelectorAll('.tools, .source') ?? [])];
                const end = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
                return { tag: chart.localName, over: Math.round(end - chart.getBoundingClientRect().bottom) };
              })
              .filter((each) => each.over > 1),
          );
          assert.deepEqual(over, []);
        } finally {
          await browser.close();
        }
      },
    );

    it(`WebKit: ${withRoom}`, { skip: missing ?? false }, async () => {
      const webkit = await stage().webkit();
      await webkit.open(stage().demo.site);
      await webkit.ask(readInWebKit);
      assert.deepEqual(await webkit.ask(`${answerOf} ${strayDefinitions}`), []);
    });

    // WebKitGTK's driver has no console to read; what goes wrong there shows in the elements' states.
    it('WebKit shows every figure', { skip: missing ?? false }, async () => {
      const webkit = await stage().webkit();
      await webkit.open(stage().demo.site);
      const { page, leave } = await visit(stage().browser, stage().demo.site);
      await settled(page);
      const figures = (await shownTiles(page)).map((tile) => tile.figure);
      await leave();
      assert.deepEqual(await webkit.ask(readInWebKit), { states: ['ready'], figures });
    });
  });
}
