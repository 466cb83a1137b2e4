/** Everything on the page with a keyboard alone, and what a screen reader gets to say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { expectedSpeech } from '../support/expected.ts';
import { definitionIs } from '../support/page-content.ts';
import { onPage, type Stage } from '../support/stage.ts';

/** What has the focus, from the document inwards: `kpi-tile[bevolking] > button.definition-button`. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const steps: string[] = [];
    for (let element = document.activeElement; element; element = element.shadowRoot?.activeElement ?? null) {
      const table = element.getAttribute('table');
      const name = element.getAttribute('part') ?? element.classList[0];
      // A panel that an element opens has a tag of its own making.
      const tag = element.localName.startsWith('peil-') ? '' : element.localName;
      steps.push(tag + (table ? `[${table}]` : name ? `.${name}` : ''));
    }
    return steps.join(' > ');
  });
}

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 200; stop++) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here === wanted) return;
    passed.push(here);
  }
  assert.fail(`Tab never leads to ${wanted}, but past:\n${passed.join('\n')}`);
}

/** Text of a part of the first element of a tag, once its update is done. */
function textOf(page: Page, tag: 'kpi-tile' | 'trend-chart', selector: string): Promise<string | null> {
  return page.evaluate(
    async (name, inner) => {
      const element = document.querySelector<HTMLElementTagNameMap['kpi-tile' | 'trend-chart']>(name);
      await element?.updateComplete;
      const found = element?.shadowRoot?.querySelector(inner);
      return found ? found.textContent.replaceAll(/\s+/g, ' ').trim() : null;
    },
    tag,
    selector,
  );
}

export function keyboardJourneys(stage: () => Stage): void {
  describe('by keyboard alone', () => {
    it('the first stop is the link to the content', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        await page.keyboard.press('Tab');
        assert.equal(await focused(page), 'a.skip');
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => location.hash), '#inhoud');
      });
    });

    it('a definition opens with Enter, closes with Esc, and the focus goes back to its button', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        const button = 'kpi-tile[bevolking] > button.definition-button';
        await tabTo(page, button);
        await page.keyboard.press('Enter');
        await definitionIs(page, true);
        assert.equal(await focused(page), 'kpi-tile[bevolking] > .definition-popover > button.close');
        const words = await page.$eval(
          'kpi-tile >>> .definition-popover',
          (panel) => panel.shadowRoot?.textContent ?? '',
        );
        assert.match(words, /op 1 januari van het jaar in de gemeente staat ingeschreven/);
        assert.match(words, /CBS, StatLine 37259eng/);
        await page.keyboard.press('Escape');
        await definitionIs(page, false);
        assert.equal(await focused(page), button);

        await page.keyboard.press('Enter');
        await definitionIs(page, true);
        // Its close button has the focus.
        await page.keyboard.press('Enter');
        await definitionIs(page, false);
        assert.equal(await focused(page), button);
      });
    });

    it('arrows walk a chart and each figure is spoken as the source has it', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        const asked = { table: 'bevolking', indicator: 'inwoners', filter: '', compareWith: '' };
        const drawing = 'trend-chart[bevolking] > div.drawing';
        await tabTo(page, drawing);
        const heard = (): Promise<string | null> =>
          page.$eval('trend-chart >>> [part=drawing]', ({ ariaValueText }) => ariaValueText);
        const tooltip = (): Promise<string | null> => textOf(page, 'trend-chart', '[part=tooltip]');
        assert.equal(await heard(), expectedSpeech(asked, 'GM0153', '2023'));
        for (const [key, period] of [
          ['ArrowLeft', '2022'],
          ['ArrowLeft', '2021'],
          ['ArrowRight', '2022'],
          ['Home', '2012'],
          ['ArrowLeft', '2012'],
          ['End', '2023'],
        ] as const) {
          await page.keyboard.press(key);
          assert.equal(await heard(), expectedSpeech(asked, 'GM0153', period), key);
          assert.match((await tooltip()) ?? '', new RegExp(`^${period} `));
        }
        await page.keyboard.press('Escape');
        assert.equal(await tooltip(), null);
        assert.equal(await focused(page), drawing);
      });
    });

    it('the table of a chart opens and closes with Enter', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        const button = 'trend-chart[bevolking] > button.table-button';
        await tabTo(page, button);
        assert.equal(await textOf(page, 'trend-chart', '[part=table-button]'), 'Toon tabel');
        await page.keyboard.press('Enter');
        assert.match((await textOf(page, 'trend-chart', 'caption')) ?? '', /^Inwoners/);
        assert.equal(await textOf(page, 'trend-chart', '[part=table-button][aria-expanded=true]'), 'Verberg tabel');
        await tabTo(page, 'trend-chart[bevolking] > div.table');
        await page.keyboard.down('Shift');
        for (let stop = 0; (await focused(page)) !== button && stop < 10; stop++) await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
        assert.equal(await focused(page), button);
        await page.keyboard.press('Enter');
        assert.equal(await textOf(page, 'trend-chart', 'table'), null);
      });
    });
  });
}
