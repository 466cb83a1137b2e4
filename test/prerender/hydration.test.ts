/** Pages that a framework wrote on a server, filled, and taken over by it in a browser. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchChromium, visit } from '../e2e/support/browser.ts';
import { buildApp, type Framework } from './support/app.ts';
import { openSite, type Site } from './support/site.ts';

describe('a filled page of a framework', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([openSite(), launchChromium()]);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const framework of ['react', 'svelte', 'vue'] as const satisfies readonly Framework[]) {
    it(`is left as it came when ${framework} wakes, and follows it from then on`, async () => {
      const { html, script } = await buildApp(framework);
      site.scripts.set(framework, script);
      const body = `<div id="app">${html}</div><script type="module" src="/scripts/${framework}"></script>`;
      const filled = await site.fill(body);
      const address = site.serve(filled.html, filled, ['svelte-trusted-html', 'vue']);
      const { page, messages, leave } = await visit(browser, address);
      try {
        await page.waitForSelector('body[data-awake]');
        const came = await page.$$eval('[data-peil-prerendered] [data-peil-embedded]', (copies) =>
          copies.map(({ parentElement }) => parentElement?.localName),
        );
        assert.deepEqual(came, ['kpi-tile', 'trend-chart']);

        await page.click('button');
        await page.waitForFunction(() =>
          document.querySelector('kpi-tile')?.shadowRoot?.querySelector('.figure')?.textContent.includes('82.311'),
        );
        assert.equal(await page.$eval('button', ({ textContent }) => textContent), 'GM0164');
        assert.deepEqual(messages, []);
      } finally {
        await leave();
      }
    });
  }
});
