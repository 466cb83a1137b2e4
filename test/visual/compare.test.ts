/** What counts as another picture: a change that somebody made, not the way a machine paints letters. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../e2e/support/browser.ts';
import { compare, decode, encode, halved, type Picture } from './compare.mjs';
import { testFont } from './test-font.mjs';

const page = (label = '', bar = '#00558f'): string => `<style>${testFont}
  body { margin: 0; background: #fff; } .story-page { padding: 16px; } svg { display: block; }</style>
  <div class="story-page"><h3>Gemiddelde verkoopprijs</h3>
  <p>In Enschede steeg dit van € 74.311 in 1995 naar € 345.393 in 2024; ter vergelijking: Nederland € 450.985.</p>
  <svg width="560" height="120"><rect y="20" width="300" height="16" fill="${bar}"></rect>
  <text x="310" y="33" font-size="14" ${label}>Enschede 345.393</text>
  <line x2="560" y1="100" y2="100" stroke="#66727e"></line><text y="116" font-size="12">1995</text></svg></div>`;

describe('the comparison of pictures', () => {
  let browser: Browser | undefined;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser?.close());

  async function picture(content: string): Promise<Picture> {
    assert.ok(browser);
    const tab = await browser.newPage();
    await tab.setViewport({ width: 600, height: 260 });
    await tab.setContent(content);
    await tab.evaluate(() => document.fonts.ready);
    const png = await tab.screenshot({ fullPage: true });
    await tab.close();
    return halved(decode(png));
  }

  it('takes letters that another machine paints otherwise for the same', async () => {
    const here = await picture(page());
    // Between the pixels instead of on them, and a little bolder: as with other hinting and other smoothing.
    const styles = ['transform: translate(0.3px, 0.2px)', '-webkit-text-stroke: 0.1px'];
    for (const style of styles) {
      const there = await picture(`${page()}<style>.story-page > * { ${style}; }</style>`);
      assert.notDeepEqual(encode(here), encode(there));
      assert.deepEqual(compare(here, there).alike, true, compare(here, there).why);
    }
  });

  const changes = {
    'a label that moved by two pixels': page('transform="translate(2 0)"'),
    'a label that became bold': page('font-weight="600"'),
    'a colour that changed a little': page('', '#2474ab'),
    'a page that became higher': page().replace('</div>', '</div><div style="height: 300px"></div>'),
  };

  for (const [change, changed] of Object.entries(changes)) {
    it(`sees ${change}`, async () => {
      const { alike, why } = compare(await picture(page()), await picture(changed));
      assert.equal(alike, false, why);
    });
  }
});
