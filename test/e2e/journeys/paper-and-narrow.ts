/** The page on the narrowest screen, and on paper. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { getDocumentProxy } from 'unpdf';
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

/** Where this text ends on sheets of A4, each time it is there: 0 at the left edge, 1 at the right one. */
async function endsOnPaper(page: Page, text: string): Promise<readonly number[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const ends: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const [, , across = 0] = sheet.view;
    for (const item of (await sheet.getTextContent()).items) {
      if ('str' in item && item.str === text) ends.push((Number(item.transform[4]) + item.width) / across);
    }
  }
  return ends;
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

    it('has drawings as a whole, also what was drawn for a wider screen', async () => {
      await onPage(stage(), '/', { width: 1280 }, async ({ page }) => {
        await painted(page);
        // The last year of the first two charts, which stand beside each other.
        const ends = await endsOnPaper(page, '2023');
        assert.equal(ends.filter((end) => end > 0.35 && end < 0.5).length, 1, ends.join());
        assert.equal(ends.filter((end) => end > 0.75 && end < 1).length, 1, ends.join());
      });
    });
  });
}
