/** What a reader reads is what the source files say, to the last digit, for whichever municipality. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { dice } from '../support/dice.ts';
import { expectedChartTable, expectedTile } from '../support/expected.ts';
import { everyMunicipality } from '../support/municipalities.ts';
import { loadStates, openTables, shownCharts, shownTiles, type ShownTile } from '../support/page-content.ts';
import { onPage, type Stage } from '../support/stage.ts';

/** One figure on the page beside what it should be. */
interface Compared {
  readonly where: string;
  readonly shown: string;
  readonly expected: string;
}

function compareTile(tile: ShownTile, region: string): readonly Compared[] {
  const expected = expectedTile(tile, region);
  const where = `${region}, tile ${tile.table} ${tile.heading}`;
  const comparisons = expected.comparison.map((text, index) => ({
    where: `${where}, comparison`,
    shown: tile.comparison[index] ?? '',
    expected: text,
  }));
  return [
    { where: `${where}, state`, shown: tile.state, expected: expected.state },
    { where, shown: tile.figure, expected: expected.figure },
    ...comparisons,
  ];
}

/** Every figure in tiles and in the tables behind the charts' buttons. */
async function compareAll(page: Page, region: string): Promise<readonly Compared[]> {
  await openTables(page);
  const tiles = (await shownTiles(page)).flatMap((tile) => compareTile(tile, region));
  const cells = (await shownCharts(page)).flatMap((chart) => {
    const [header = [], ...rows] = expectedChartTable(chart, region);
    // Header and first column too: a right figure in the wrong place is a wrong figure.
    assert.deepEqual(chart.cells[0], header, chart.heading);
    assert.deepEqual(
      chart.cells.slice(1).map(([period]) => period),
      rows.map(([period]) => period),
      chart.heading,
    );
    return rows.flatMap((row, line) =>
      row.slice(1).map((expected, column) => ({
        where: `${region}, chart ${chart.table} ${chart.heading}, ${row[0] ?? ''}, ${header[column + 1] ?? ''}`,
        shown: chart.cells[line + 1]?.[column + 1] ?? '',
        expected,
      })),
    );
  });
  return [...tiles, ...cells];
}

export function figureJourneys(stage: () => Stage): void {
  describe('figures', () => {
    const seed = Number(process.env.PEILGLAS_SEED ?? Date.now() % 1_000_000);
    const roll = dice(seed);
    const all = everyMunicipality();
    const drawn = all[roll(all.length)];

    it('are there in every tile, with region, period and status in the source line', async () => {
      await onPage(stage(), '/', {}, async ({ page }) => {
        const odd = (await loadStates(page)).filter((state) => !state.endsWith(': ready'));
        assert.deepEqual(odd, []);
        const tiles = await shownTiles(page);
        assert.ok(tiles.length >= 10);
        for (const tile of tiles) {
          const { region, period } = expectedTile(tile, 'GM0153');
          assert.match(tile.figure, /\d/, tile.heading);
          const year = /\d{4}/.exec(period)?.[0] ?? '';
          for (const part of [region, year, 'Bron: ']) assert.ok(tile.source.includes(part), tile.source);
          assert.equal(tile.source.includes('voorlopig'), tile.figure.includes('*'), tile.source);
        }
      });
    });

    for (const { code, name } of [{ code: 'GM0153', name: 'Enschede' }, ...(drawn ? [drawn] : [])]) {
      it(`of ${name} equal the source files, in every tile and every cell`, async (t) => {
        await onPage(stage(), `/?region=${code}`, {}, async ({ page }) => {
          const compared = await compareAll(page, code);
          t.diagnostic(`${compared.length} figures; ten of them, picked with PEILGLAS_SEED=${seed}:`);
          for (let pick = 0; pick < 10; pick++) {
            const figure = compared[roll(compared.length)];
            if (figure) t.diagnostic(`${figure.where}: ${figure.shown} (source: ${figure.expected})`);
          }
          assert.ok(compared.length > 300, `only ${compared.length} figures`);
          assert.deepEqual(
            compared.filter(({ shown, expected }) => shown !== expected),
            [],
          );
        });
      });
    }
  });

  describe('?region=GM0164', () => {
    it('turns the whole page into Hengelo', async () => {
      const read = async ({ page }: { readonly page: Page }) => ({
        title: await page.title(),
        heading: await page.$eval('h1', (h1) => h1.textContent),
        tiles: await shownTiles(page),
        charts: await shownCharts(page),
        compared: await compareAll(page, new URL(page.url()).searchParams.get('region') ?? 'GM0153'),
        words: await page.evaluate(() => {
          const textOf = (root: ParentNode): string =>
            [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? textOf(shadowRoot) : '')).join(' ') +
            (root.textContent ?? '');
          return textOf(document.querySelector('main') ?? document.body);
        }),
      });
      const enschede = await onPage(stage(), '/', {}, read);
      const hengelo = await onPage(stage(), '/?region=GM0164', {}, read);
      assert.equal(hengelo.title, 'Hengelo in cijfers');
      assert.equal(hengelo.heading, 'Hengelo in cijfers');
      assert.deepEqual(
        hengelo.compared.filter(({ shown, expected }) => shown !== expected),
        [],
      );
      hengelo.tiles.forEach((tile, index) => {
        assert.match(tile.source, /^Hengelo, /, tile.heading);
        assert.notEqual(tile.figure, enschede.tiles[index]?.figure, tile.heading);
      });
      for (const { summary, heading } of hengelo.charts) assert.match(summary, /Hengelo/, heading);
      // It may stand in the list of other municipalities, and nowhere else.
      assert.deepEqual(hengelo.words.match(/Enschede/g), ['Enschede']);
    });
  });
}
