/** One dashboard, made as plain HTML and in four frameworks: a choice anywhere changes all of it, and the address. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { expectedTile } from '../support/expected.ts';
import { everyMunicipality } from '../support/municipalities.ts';
import { settled, shownTiles } from '../support/page-content.ts';
import { onPage, type Stage } from '../support/stage.ts';

const pages = {
  'plain HTML': '/vergelijk/',
  React: '/vergelijk/react/',
  Vue: '/vergelijk/vue/',
  Svelte: '/vergelijk/svelte/',
  Angular: '/vergelijk/angular/',
};

/** Tiles of the page beside what the source files say of a municipality. */
async function tilesEqual(page: Page, region: string): Promise<void> {
  const tiles = await shownTiles(page);
  assert.equal(tiles.length, 4);
  for (const tile of tiles) {
    // Which indicator is meant, where the tile leaves that to the page: the first of its table.
    const { figure, comparison, region: name } = expectedTile(tile, region);
    assert.equal(tile.figure, figure, `${tile.heading} of ${region}`);
    assert.deepEqual(tile.comparison, comparison, tile.heading);
    assert.ok(tile.source.startsWith(`${name}, `), tile.source);
  }
}

/** Waits until the page is about another municipality and has all its figures. */
async function turned(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('trend-chart, municipality-compare, municipality-map')].every((chart) =>
        (chart as HTMLElement & { summary: string }).summary.includes(name),
      ),
    {},
    name,
  );
  await settled(page);
}

function choose(page: Page, code: string): Promise<void> {
  return page.evaluate((code) => {
    const select = document.querySelector('municipality-picker')?.shadowRoot?.querySelector('select');
    if (!select) throw new Error('No picker');
    select.focus();
    select.value = code;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, code);
}

/** Names of what can be saved: what the menus would call their files. */
function savedNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    for (const element of document.querySelectorAll('trend-chart, municipality-compare, data-table')) {
      const root = element.shadowRoot;
      root?.querySelector<HTMLElement>('.downloads summary')?.click();
      while (!root?.querySelector('.menu button')) await new Promise(requestAnimationFrame);
      root.querySelector<HTMLElement>('.menu button')?.click();
    }
    while (names.length < 3) await new Promise(requestAnimationFrame);
    return names;
  });
}

const regionOf = (page: Page): string | null => new URL(page.url()).searchParams.get('region');

export function dashboardJourneys(stage: () => Stage): void {
  describe('a dashboard', () => {
    for (const [name, path] of Object.entries(pages)) {
      it(`of ${name} follows a choice, keeps it in the address, and the back button undoes it`, async () => {
        await onPage(stage(), path, {}, async ({ page }) => {
          await tilesEqual(page, 'GM0153');
          await choose(page, 'GM0183');
          await turned(page, 'Tubbergen');
          await tilesEqual(page, 'GM0183');
          assert.equal(regionOf(page), 'GM0183');
          assert.equal(await page.evaluate(() => document.activeElement?.localName), 'municipality-picker');
          assert.deepEqual(
            (await savedNames(page)).map((file) => file.includes('tubbergen')),
            [true, true, true],
          );
          // A framework hears of it; it need not do anything.
          const told = await page.evaluate(() => document.querySelector('#gekozen')?.textContent ?? null);
          if (told !== null) assert.equal(told, 'GM0183');
          await page.goBack();
          await turned(page, 'Enschede');
          await tilesEqual(page, 'GM0153');
        });
      });
    }

    it('becomes that of any of the fourteen municipalities by one attribute', async () => {
      await onPage(stage(), '/vergelijk/', {}, async ({ page }) => {
        const all = everyMunicipality();
        assert.equal(all.length, 14);
        for (const { code, name } of all) {
          await page.$eval('data-context', (context, code) => context.setAttribute('region', code), code);
          await turned(page, name);
          await tilesEqual(page, code);
        }
      });
    });
  });
}
