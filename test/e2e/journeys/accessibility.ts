/** axe over the whole page, as it opens and with all that can be opened on it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { definitionIs, openTables } from '../support/page-content.ts';
import { long } from '../../support/long.ts';
import { onPage, type Stage } from '../support/stage.ts';

const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Off in axe itself, though it is in WCAG 2.2 AA.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'passes'],
};

async function violations(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  // A run that looked at nothing finds nothing.
  const passed = results.passes.map(({ id }) => id);
  for (const rule of ['color-contrast', 'target-size', 'button-name']) assert.ok(passed.includes(rule), rule);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${String(failureSummary)}`),
  );
}

export function accessibilityJourneys(stage: () => Stage): void {
  describe('axe finds nothing', () => {
    for (const width of [360, 1280]) {
      // Each width and each scheme once; all pairs when there is time.
      for (const dark of long ? [false, true] : [width === 360]) {
        it(`at ${width} pixels, ${dark ? 'dark' : 'light'}, closed and opened`, async () => {
          await onPage(stage(), '/', { width, dark }, async ({ page }) => {
            assert.deepEqual(await violations(page), []);
            await openTables(page);
            for (const summary of await page.$$('trend-chart >>> summary')) await summary.click();
            assert.deepEqual(await violations(page), [], 'with tables and downloads open');
            await page.locator('kpi-tile >>> .definition-button').click();
            await definitionIs(page, true);
            assert.deepEqual(await violations(page), [], 'with a definition open');
          });
        });
      }
    }
  });
}
