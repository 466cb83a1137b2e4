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

/** Where each of these texts ends on its sheet of A4: 0 at the left edge, 1 at the right one; NaN where it is not on paper. */
async function endsOnPaper(page: Page, texts: readonly string[]): Promise<readonly number[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const ends = new Map<string, number>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const [, , across = 0] = sheet.view;
    for (const item of (await sheet.getTextContent()).items) {
      if ('str' in item) ends.set(item.str, (Number(item.transform[4]) + item.width) / across);
    }
  }
  return texts.map((text) => ends.get(text) ?? NaN);
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
        const [own = '', beside = ''] = await page.$$eval('trend-chart', (charts) =>
          charts.slice(0, 2).map(({ shadowRoot }) => {
            const texts = [...(shadowRoot?.querySelectorAll('.canvas text') ?? [])];
            return texts
              .map(({ textContent }) => textContent)
              .filter((text) => /\d{3}$/.test(text))
              .at(-1);
          }),
        );
        const [left = NaN, right = NaN] = await endsOnPaper(page, [own, beside]);
        assert.ok(left > 0.3 && left < 0.5, `${own} ends at ${left}`);
        assert.ok(right > 0.8 && right < 1, `${beside} ends at ${right}`);
      });
    });
  });
}
