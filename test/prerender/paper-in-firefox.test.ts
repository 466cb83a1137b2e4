/**
 * Paper as Firefox has it. It lays paper out before it knows how wide a place is, and leaves out what its width would then display
 * in another way.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchFirefox, visit, withoutFirefox } from '../e2e/support/browser.ts';
import { openDemoPages, type DemoPages } from './support/demo-pages.ts';
import { partsOnPaper, printed } from './support/paper.ts';

describe('on paper in Firefox', { skip: withoutFirefox }, () => {
  let pages: DemoPages;
  let browser: Browser;

  before(async () => {
    pages = await openDemoPages();
    browser = await launchFirefox();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await pages.close();
    }
  });

  it('a filled page as wide as the sheet has its definition in full, and a picture in each chart', async () => {
    const about = 'table="bevolking" indicator="inwoners" region="GM0153"';
    const tags = ['definition-panel', 'trend-chart', 'municipality-compare'];
    const path = await pages.add(tags.map((tag) => `<${tag} ${about}></${tag}>`).join(''));
    const { page, leave } = await visit(browser, pages.site + path, { width: 1100 });
    const parts = await partsOnPaper(page);
    const paper = (await printed(page)).join('');
    const isOnPaper = (words: readonly string[]): boolean => words.every((word) => paper.includes(word));
    assert.deepEqual(
      parts.map(({ name }) => name.split(' ')[0]),
      tags,
    );
    assert.ok(parts.some(({ words }) => words.length > 8));
    for (const { name, words, pictures } of parts) {
      assert.ok(isOnPaper(words), name);
      assert.equal(
        pictures.some((each) => each.length > 0 && isOnPaper(each)),
        pictures.length > 0,
        name,
      );
    }
    await leave();
  });
});
