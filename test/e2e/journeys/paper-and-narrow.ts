/** The page on the narrowest screen, and on paper. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { painted } from '../support/browser.ts';
import { openTables } from '../support/page-content.ts';
import { onPage, type Stage } from '../support/stage.ts';

/** Everything that reaches past the right edge, shadow roots included, unless a box of its own scrolls it. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const walk = (root: ParentNode): readonly string[] =>
      [...root.querySelectorAll('*')].flatMap((element) => {
        const box = element.getBoundingClientRect();
        const hidden = !element.checkVisibility() || box.width <= 1 || element.closest('.table, table') !== null;
        const own = !hidden && box.right > width + 0.5 ? [`${element.outerHTML.split('>')[0] ?? ''}>`] : [];
        return [...own, ...(element.shadowRoot ? walk(element.shadowRoot) : [])];
      });
    const { scrollWidth } = document.documentElement;
    return scrollWidth > width ? [`the page is ${scrollWidth} pixels wide`, ...walk(document)] : walk(document);
  });
}

/** Controls that can be seen. */
function controls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walk = (root: ParentNode): readonly string[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches('button, summary, select, input') && element.checkVisibility()
          ? [`${element.localName} ${element.ariaLabel ?? element.textContent.trim()}`]
          : []),
        ...(element.shadowRoot ? walk(element.shadowRoot) : []),
      ]);
    return walk(document);
  });
}

export function paperJourneys(stage: () => Stage): void {
  describe('the page at 320 pixels', () => {
    it('has nothing that sticks out', async () => {
      await onPage(stage(), '/', { width: 320 }, async ({ page }) => {
        await painted(page);
        assert.deepEqual(await sticksOut(page), []);
      });
    });

    it('scrolls wide tables in a box of their own', async () => {
      await onPage(stage(), '/', { width: 320 }, async ({ page }) => {
        await openTables(page);
        await painted(page);
        assert.deepEqual(await sticksOut(page), []);
      });
    });
  });

  describe('the page on paper', () => {
    it('has its figures and no buttons', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        assert.ok((await controls(page)).length > 0);
        await page.emulateMediaType('print');
        await painted(page);
        assert.deepEqual(await controls(page), []);
        const visible = await page.$$eval('kpi-tile >>> .figure', (figures) =>
          figures.every((figure) => figure.checkVisibility()),
        );
        assert.ok(visible);
      });
    });
  });
}
