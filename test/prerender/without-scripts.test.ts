/** The demo's pages, filled beforehand, where scripts are off: to be seen, read, and put on paper. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, painted, visit, type Visit } from '../e2e/support/browser.ts';
import { violations } from '../support/axe-violations.ts';
import { openDemoPages, type DemoPages } from './support/demo-pages.ts';
import { isBlank, makePicturable, otherwise, pictureOf, placesOf, type Place } from './support/look-alike.ts';
import { partsOnPaper, printed } from './support/paper.ts';
import { adopted, fitted, whatStandsIn } from './support/shown.ts';
import { long } from '../support/long.ts';

/**
 * How much of an element may look otherwise than live, 0 to 1. Words stand where they stand, save a note on what was left out
 * for want of room; a drawing keeps more room for its labels where nobody can measure them, so that its lines lie to the side.
 */
const most = { words: 0.02, drawing: 0.2 };

const paths = ['/', ...(long ? ['/vergelijk/', '/inbedden/'] : []), '/statisch/enschede/'];

describe('without scripts', () => {
  let pages: DemoPages;
  let browser: Browser;

  before(async () => {
    pages = await openDemoPages();
    browser = await launchChromium();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await pages.close();
    }
  });

  const open = (path: string): Promise<Visit> =>
    visit(browser, pages.site + path, { width: 1100, prepare: (tab) => tab.setJavaScriptEnabled(false) });

  for (const path of paths) {
    describe(`the demo's page ${path}`, () => {
      let filled: string;
      let visiting: Visit;
      let page: Page;

      before(async () => {
        filled = await pages.fill(path);
        visiting = await open(filled);
        ({ page } = visiting);
      });

      after(() => visiting.leave());

      it('has figures, sentences, tables and pictures', async () => {
        const elements = await whatStandsIn(page);
        assert.ok(elements.length > 0);
        for (const { name, figure, sentence, rows, picture } of elements) {
          const isChart = /chart|map|compare|pyramid/.test(name);
          if (name.startsWith('kpi-tile')) assert.match(figure, /\d/, name);
          // A picker tells what is chosen, if anything is.
          assert.ok(sentence.length > 20 || name.includes('-picker'), name);
          assert.equal(rows > 1 && picture.shapes > 1 && picture.texts > 1 && picture.area > 40_000, isChart, name);
        }
      });

      it('goes on paper whole, and no element over two pages', async () => {
        // As wide as paper is within its margins.
        await page.setViewport({ width: 718, height: 1047 });
        await page.emulateMediaType('print');
        const parts = await partsOnPaper(page);
        const sheets = await printed(page);
        await page.emulateMediaType('screen');
        await page.setViewport({ width: 1100, height: 800 });
        assert.ok(sheets.every((words) => words !== ''));
        const stands = (sheet: string, words: readonly string[]): boolean =>
          words.every((each) => sheet.includes(each));
        const torn = parts.filter(
          ({ words, cells, pictures }) =>
            !stands(sheets.join(''), cells) ||
            !sheets.some(
              (sheet) =>
                stands(sheet, words) && (pictures.length === 0 || pictures.some((picture) => stands(sheet, picture))),
            ),
        );
        assert.ok(parts.length > 0);
        assert.deepEqual(torn, []);
      });

      it('stands and looks as it does when its elements have taken over, which nobody sees or is asked for', async () => {
        pages.asked.length = 0;
        const live = await visit(browser, pages.site + filled, { width: 1100 });
        await adopted(live.page);
        await fitted(live.page);
        for (const width of [1100, 320]) {
          for (const tab of [live.page, page]) await tab.setViewport({ width, height: 800 });
          await fitted(live.page);
          await painted(live.page);
          if (width === 1100) await assertStill(live, pages);
          for (const tab of [live.page, page]) await makePicturable(tab);
          const [expected, found] = [await placesOf(live.page), await placesOf(page)];
          assert.deepEqual(moved(found, expected), [], `at ${width}`);
          const [one, other] = [await pictureOf(live.page), await pictureOf(page)];
          const others = found
            .filter(({ isFilled, isShown }) => isFilled && isShown)
            .map((place) => ({ name: place.name, ...otherwise(one, other, place) }))
            .filter(({ words, drawing }) => words > most.words || drawing > most.drawing);
          assert.deepEqual(others, [], `at ${width}`);
        }
        await live.leave();
      });

      it('is accessible', async () => {
        // Its own scripts were passed over when it was opened; axe is one.
        await page.setJavaScriptEnabled(true);
        assert.deepEqual(await violations(page, ['color-contrast', 'document-title']), []);
      });
    });
  }

  it('has a map where the text begins, on pages from right to left too', async () => {
    const map = '<municipality-map table="bevolking" indicator="dichtheid"></municipality-map>';
    for (const dir of ['ltr', 'rtl'] as const) {
      const { page, leave } = await open(await pages.add(map, { dir }));
      const apart = await page.$eval(
        'municipality-map',
        ({ shadowRoot }, isRightToLeft) => {
          const picture = [...(shadowRoot?.querySelectorAll('.picture') ?? [])].find(
            ({ clientWidth }) => clientWidth > 0,
          );
          const [around, areas] = [picture, picture?.querySelector('svg')].map((each) => each?.getBoundingClientRect());
          if (!around || !areas || areas.width > around.width - 50) throw new Error('The map leaves no room beside it');
          return isRightToLeft ? around.right - areas.right : areas.left - around.left;
        },
        dir === 'rtl',
      );
      assert.ok(Math.abs(apart) < 1, `${apart} in ${dir}`);
      await leave();
    }
  });

  it('has age by sex as a pyramid', async () => {
    const markup =
      '<population-pyramid table="synthetic-parts" region="synthetisch-a" since="2013"></population-pyramid>';
    const filled = await pages.add(markup, { isInvented: true });
    const still = await open(filled);
    const live = await visit(browser, pages.site + filled, { width: 1100 });
    const [pyramid] = await whatStandsIn(still.page);
    assert.match(pyramid?.sentence ?? '', /Voorbeeldgemeente A/);
    await still.page.setViewport({ width: 320, height: 800 });
    assert.match(await textsOf(still.page), /85 jaar of ouder .*20 tot 25 jaar/);
    await still.page.setViewport({ width: 1100, height: 800 });
    assert.ok(pyramid && pyramid.rows >= 19 && pyramid.picture.shapes >= 36);
    await adopted(live.page);
    assert.deepEqual(moved(await placesOf(still.page), await placesOf(live.page)), []);
    await Promise.all([still.leave(), live.leave()]);
  });

  it('shows twelve charts with 20 kB of script at most, no question, and what draws only for who walks by keys', async () => {
    const chart = '<trend-chart table="bevolking" indicator="inwoners" compare-with="GM0164 GM0141"></trend-chart>';
    const filled = await pages.add(chart.repeat(12));
    pages.asked.length = 0;
    const { page, leave } = await visit(browser, pages.site + filled);
    await page.waitForFunction(rests);
    const scripts = await scriptsOf(page);
    assert.deepEqual([...scripts.keys()], ['peilglas.js', 'tag-loader.js', 'rest.js']);
    const bytes = [...scripts.values()].reduce((sum, each) => sum + each);
    assert.ok(bytes > 1000 && bytes <= 20_000, `${bytes} bytes`);
    assert.ok((await whatStandsIn(page)).every(({ picture }) => picture.shapes > 1));
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return ['charts.js', 'trend-chart.js'].every((file) => loaded.some((name) => name.endsWith(`/${file}`)));
    });
    assert.equal(await page.evaluate(() => customElements.get('trend-chart')), undefined);
    assert.deepEqual(pages.asked, []);
    await leave();
  });

  it('stands whole in a picture of the page, also what nobody has come to, at rest and live', async () => {
    const chart = '<trend-chart table="bevolking" indicator="inwoners"></trend-chart>';
    const filled = await pages.add(chart.repeat(12));
    const { page, leave } = await visit(browser, pages.site + filled);
    await page.waitForFunction(rests);
    await untilLaidOut(page);
    assert.deepEqual(await blankDrawings(page), Array(12).fill(false));
    await adopted(page);
    await untilLaidOut(page);
    assert.deepEqual(await blankDrawings(page), Array(12).fill(false));
    await leave();
  });
});

/** Until all is drawn, and no drawing waits for being in view. */
async function untilLaidOut(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('trend-chart')].every(({ shadowRoot }) => {
      const drawings = [...(shadowRoot?.querySelectorAll('.canvas') ?? [])];
      const isLaidOut = (each: Element): boolean => getComputedStyle(each).contentVisibility === 'visible';
      return drawings.length > 0 && drawings.every((each) => each.hasChildNodes() && isLaidOut(each));
    }),
  );
}

/** Of each chart, whether its drawing is not to be seen. */
async function blankDrawings(page: Page): Promise<readonly boolean[]> {
  const picture = await pictureOf(page);
  return (await placesOf(page)).map(({ drawing }) => drawing === null || isBlank(picture, drawing));
}

/** All that is written in the picture that is shown. */
async function textsOf(page: Page): Promise<string> {
  return page.$eval('[data-peil-prerendered]:not(data-context)', ({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('.picture text') ?? [])]
      .filter((text) => text.checkVisibility())
      .map(({ textContent }) => textContent)
      .join(' '),
  );
}

/** Whether the first chart takes the focus, which a script has to have said. */
function rests(): boolean {
  const drawings = document.querySelector('trend-chart')?.shadowRoot?.querySelectorAll<HTMLElement>('.drawing');
  return [...(drawings ?? [])].some(({ tabIndex }) => tabIndex === 0);
}

/** Bytes on the line by the names of files. */
async function scriptsOf(page: Page): Promise<ReadonlyMap<string, number>> {
  const scripts = await page.evaluate(() => {
    const loaded = performance.getEntriesByType('resource').filter((each) => each instanceof PerformanceResourceTiming);
    return loaded.map(({ name, encodedBodySize }) => [name.split('/').at(-1) ?? '', encodedBodySize] as const);
  });
  return new Map(scripts.filter(([name]) => name.endsWith('.js')));
}

/** What is not filled yet may ask, and become another size: only pages that are filled whole can be held to nothing. */
async function assertStill(live: Visit, { asked }: DemoPages): Promise<void> {
  assert.deepEqual(live.messages, []);
  if ((await placesOf(live.page)).some(({ isFilled }) => !isFilled)) return;
  const shifts = await live.page.evaluate(() => window.peilglasSeen.shifts());
  assert.deepEqual({ shifts, asked: asked.filter((each) => !each.includes('/shapes/')) }, { shifts: [], asked: [] });
}

/** Filled elements that are not within a pixel of where they stand live. */
function moved(found: readonly Place[], expected: readonly Place[]): readonly unknown[] {
  assert.equal(found.length, expected.length);
  return found.flatMap(({ name, isFilled, box }, index) => {
    const there = expected[index]?.box;
    const isOff =
      !there || (['top', 'left', 'width', 'height'] as const).some((side) => Math.abs(box[side] - there[side]) > 1);
    return isFilled && isOff ? [{ name, box, there }] : [];
  });
}
