/** axe over the whole page, as it opens and with all that can be opened on it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionIs, openTables } from '../support/page-content.ts';
import { violations } from '../../support/axe-violations.ts';
import { long } from '../../support/long.ts';
import { onPage, type Stage } from '../support/stage.ts';

/** What is on the page to be looked at. */
const looked = ['color-contrast', 'target-size', 'button-name'];

export function accessibilityJourneys(stage: () => Stage): void {
  describe('axe finds nothing', () => {
    // Storybook shows every element light and dark; here it is about what the page around them adds.
    for (const width of long ? [360, 1280] : [360]) {
      for (const dark of long ? [false, true] : [true]) {
        it(`at ${width} pixels, ${dark ? 'dark' : 'light'}, closed and opened`, async () => {
          await onPage(stage(), '/', { width, dark }, async ({ page }) => {
            assert.deepEqual(await violations(page, looked), []);
            await openTables(page);
            for (const summary of await page.$$('trend-chart >>> summary')) await summary.click();
            assert.deepEqual(await violations(page, looked), [], 'with tables and downloads open');
            await page.locator('kpi-tile >>> .definition-button').click();
            await definitionIs(page, true);
            assert.deepEqual(await violations(page, looked), [], 'with a definition open');
          });
        });
      }
    }
  });
}
