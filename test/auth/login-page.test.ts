/** The demo's login page: for everybody, without script, and kind to who comes back too late. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { arrive, openStage, type Stage } from './support/stage.ts';
import { started } from './support/steps.ts';

const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
};

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  assert.ok(results.passes.some(({ id }) => id === 'color-contrast'));
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}

function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

describe('the login page', () => {
  let stage: Stage;

  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  for (const dark of [false, true]) {
    it(`has no barriers at 320 pixels, ${dark ? 'dark' : 'light'}, also when nothing was chosen`, async () => {
      const visitor = await arrive(stage);
      const page = await visitor.open('/cijfers');
      await page.setViewport({ width: 320, height: 640 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await started(page);
      await page.click('#redirect');
      await page.waitForSelector('fieldset');
      assert.deepEqual(await violations(page), []);
      assert.equal(await sticksOut(page), false);
      await page.click('button[value=inloggen]');
      await page.waitForSelector('[role=alert]');
      assert.deepEqual(await violations(page), []);
      await page.goto(`${stage.provider.issuer}/inloggen/voorbij`);
      assert.match(await page.$eval('main', (main) => main.textContent), /verlopen of al gebruikt/);
      assert.deepEqual(await violations(page), []);
      await visitor.leave();
    });
  }

  it('needs no script and lets none in', async () => {
    const { headers } = await fetch(`${stage.provider.issuer}/inloggen/voorbij`);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src;/);
    assert.match(policy, /frame-ancestors 'none'/);
    const visitor = await arrive(stage);
    const page = await visitor.open('/cijfers');
    await started(page);
    await page.click('#redirect');
    await page.waitForSelector('fieldset');
    assert.equal((await page.$$('script')).length, 0);
    assert.deepEqual(visitor.messages, []);
    await visitor.leave();
  });
});
