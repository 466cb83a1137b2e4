/** A yearbook that is filled beforehand: contents and what there is of all themes, and the figures of the first. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { copyDemoStore } from '../support/demo-store.ts';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { openSite, type FilledPage, type Site } from './support/site.ts';

const tables = ['bevolking', 'leeftijd', 'woningprijzen', 'inkomen'];
const book = '<statistical-yearbook endpoint="/api/v2" region="GM0153"></statistical-yearbook>';

describe('a prerendered <statistical-yearbook>', () => {
  let site: Site;
  let browser: Browser;
  let filled: FilledPage;

  before(async () => {
    site = await openSite((folder) => copyDemoStore(folder, tables));
    browser = await launchChromium();
    filled = await site.fill(book);
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await site.close();
    }
  });

  it('has contents, names and definitions of all themes without scripts, and pictures for the first', async () => {
    const prepare = (page: Page): Promise<void> => page.setJavaScriptEnabled(false);
    const { page, leave } = await visit(browser, filled.filled, { prepare });
    const found = await page.$eval('statistical-yearbook', ({ shadowRoot }) => ({
      contents: Array.from(shadowRoot?.querySelectorAll('.contents a') ?? [], (link) => link.textContent.trim()),
      themes: Array.from(shadowRoot?.querySelectorAll('.theme') ?? [], (theme) => ({
        figures: theme.querySelectorAll('.figure').length,
        pictures: Array.from(theme.querySelectorAll('.room > *')).filter((each) => each.shadowRoot).length,
      })),
      definitions: shadowRoot?.querySelector('.definitions')?.textContent ?? '',
      controls: [...(shadowRoot?.querySelectorAll('button') ?? [])].filter((each) => each.checkVisibility()).length,
    }));
    assert.deepEqual(found.contents.slice(0, 3), ['Bevolking', 'Bevolking', 'Bevolking naar leeftijd']);
    const [first, ...others] = found.themes;
    assert.ok(first && first.pictures === first.figures && first.pictures > 5);
    assert.ok(others.length > 0 && others.every(({ figures, pictures }) => figures > 0 && pictures === 0));
    assert.match(
      found.definitions,
      /Het aantal mensen dat op 1 januari van het jaar in de gemeente staat ingeschreven/,
    );
    assert.equal(found.controls, 0);
    await leave();
  });

  it('leads to its chapters by plain addresses', async () => {
    const prepare = (page: Page): Promise<void> => page.setJavaScriptEnabled(false);
    const { page, leave } = await visit(browser, `${filled.filled}#chapter-leeftijd`, { prepare });
    const top = await page.$eval('statistical-yearbook', ({ shadowRoot }) =>
      Math.round(shadowRoot?.querySelector('[data-chapter="chapter-leeftijd"]')?.getBoundingClientRect().top ?? NaN),
    );
    assert.ok(top > -40 && top < 40, `${top}`);
    await leave();
  });

  it('rests, and is taken over without a shift or a blank where figures were in sight', async () => {
    site.asked.length = 0;
    const { page, messages, leave } = await visit(browser, filled.filled);
    await painted(page);
    assert.ok(await page.evaluate(() => customElements.get('statistical-yearbook') === undefined));
    const before = await figuresOf(page);
    await page.waitForFunction(() => {
      const yearbook = document.querySelector('statistical-yearbook');
      yearbook?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      return yearbook?.shadowRoot?.querySelector('style') === null;
    });
    assert.deepEqual(await figuresOf(page), before);
    await painted(page);
    const seen = await page.evaluate(() => [
      // A page that is painted while it is read may move by a hair.
      window.peilglasSeen.shifts().filter(({ value }) => value > 0.001),
      window.peilglasSeen.violations,
    ]);
    assert.deepEqual([seen, messages], [[[], []], []]);
    await leave();
  });

  it('keeps the figures in sight where they grew old on an open page while the endpoint was away', async () => {
    const { filled: old } = await site.fill(book, { fresh: 3 });
    for (const table of tables) site.instead.set(table, { status: 503, json: {} });
    try {
      const { page, leave } = await visit(browser, old, {
        prepare: async (opened) => {
          // Open for longer than answers are remembered.
          await opened.evaluateOnNewDocument(() => {
            const now = performance.now.bind(performance);
            performance.now = () => now() + 600_000;
          });
        },
      });
      await painted(page);
      const before = await figuresOf(page);
      const states = await page.waitForFunction(() => {
        const figures = document.querySelector('statistical-yearbook')?.shadowRoot?.querySelectorAll('.room > *') ?? [];
        const alive = [...figures].filter(
          (each): each is HTMLElementTagNameMap['kpi-tile'] =>
            'loadState' in each && each.getBoundingClientRect().top < innerHeight,
        );
        const found = alive.map(({ loadState }) => loadState);
        return found.length > 0 && found.every((state) => state === 'stale' || state === 'failed') && found;
      });
      assert.deepEqual(new Set((await states.jsonValue()) || []), new Set(['stale']));
      const sentences = (figures: readonly string[]): readonly string[] =>
        figures.map((figure) => figure.replace(/ [-\d ]+ /, ' '));
      // Elements that take over already when the page is first read stand behind what it came with: twice the same,
      // or without a sentence yet.
      const saying = sentences(before).filter((figure) => !figure.endsWith(' '));
      assert.ok(saying.length > 0);
      assert.deepEqual(sentences(await figuresOf(page)), [...new Set(saying)]);
      await leave();
    } finally {
      site.instead.clear();
    }
  });
});

/** What is in sight of the figures: where it stands, and its sentence. */
async function figuresOf(page: Page): Promise<readonly string[]> {
  return page.$eval('statistical-yearbook', ({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('.room > *') ?? [])].flatMap((figure) => {
      const { top, left, width, height } = figure.getBoundingClientRect();
      // While elements take over, the heading that waits for each is there too, behind what the page came with.
      if (top > innerHeight || !figure.shadowRoot) return [];
      const summary = figure.shadowRoot.querySelector('.summary')?.textContent;
      return `${figure.localName} ${[top, left, width, height].map(Math.round).join(' ')} ${summary ?? ''}`;
    }),
  );
}
