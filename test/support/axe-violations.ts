/** axe over a whole page. */
import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Off in axe itself, though it is in WCAG 2.2 AA.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'passes'],
};

/** @param looked rules that must have looked at something: a run that looked at nothing finds nothing */
export async function violations(page: Page, looked: readonly string[]): Promise<readonly string[]> {
  // Evaluated by the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  const passed = results.passes.map(({ id }) => id);
  for (const rule of looked) assert.ok(passed.includes(rule), rule);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${String(failureSummary)}`),
  );
}
