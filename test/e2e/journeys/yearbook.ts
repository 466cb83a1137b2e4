/** The yearbook: everything that the catalogue has, for whichever municipality, on the screen and on paper. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { painted, readThrough, visit, type Visit } from '../support/browser.ts';
import type { Stage } from '../support/stage.ts';

interface Listed {
  readonly label: string;
  readonly paths: readonly (readonly { readonly label: string }[])[];
}

/** Themes with their tables, as the endpoint lists them. */
async function catalogue(endpoint: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const answer = await fetch(`${endpoint}/api/v2/tables?lang=nl`);
  const { tables } = (await answer.json()) as { readonly tables: readonly Listed[] };
  const themes = new Map<string, string[]>();
  for (const { label, paths } of tables) {
    const theme = paths[0]?.[0]?.label ?? '';
    themes.set(theme, [...(themes.get(theme) ?? []), label]);
  }
  return themes;
}

/** Themes with their chapters, as the book has them. */
async function chapters(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const parts = await page.$$eval('statistical-yearbook >>> .theme', (themes) => {
    const textOf = (element: Element | null): string => element?.textContent.trim() ?? '';
    return themes.map((theme) => ({
      theme: textOf(theme.querySelector('.theme-heading')),
      chapters: [...theme.querySelectorAll('.chapter-heading')].map(textOf),
    }));
  });
  return new Map(parts.map((part) => [part.theme, part.chapters]));
}

interface ShownFigure {
  readonly heading: string;
  readonly state: string;
  readonly summary: string;
}

/** Every figure in the page. */
function shownFigures(page: Page): Promise<readonly ShownFigure[]> {
  return page.$$eval('statistical-yearbook >>> .room > [table]', (elements) =>
    elements.map((element) => ({
      heading: element.querySelector('[slot=heading]')?.textContent ?? '',
      state: element.matches(':state(ready)') ? 'ready' : 'not ready',
      summary: element.shadowRoot?.querySelector('.summary')?.textContent ?? '',
    })),
  );
}

/** Names of the first file that each kind of element offers; nothing is saved. */
function fileNames(page: Page): Promise<readonly string[]> {
  return page.$$eval('statistical-yearbook >>> .room > [table]', async (elements) => {
    const names: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    const kinds = new Map(elements.map((element) => [element.localName, element]));
    for (const { shadowRoot } of kinds.values()) {
      shadowRoot?.querySelector<HTMLElement>('.downloads summary')?.click();
      const offered = (): HTMLElement | null | undefined =>
        shadowRoot?.querySelector<HTMLElement>('.downloads li button');
      while (!offered()) await new Promise(requestAnimationFrame);
      const before = names.length;
      offered()?.click();
      while (names.length === before) await new Promise(requestAnimationFrame);
    }
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    return names;
  });
}

/** Waits until the book has made all figures that are less than a screen away, and all that it has made are of now. */
function figuresSettled(page: Page): Promise<void> {
  return page.$eval('statistical-yearbook', async ({ shadowRoot }) => {
    const find = (selector: string): readonly Element[] => [...(shadowRoot?.querySelectorAll(selector) ?? [])];
    // A heading stands where a figure will be, until the code for it is there.
    const isNear = (heading: Element): boolean => {
      const { top, bottom } = heading.getBoundingClientRect();
      return bottom > -innerHeight && top < 2 * innerHeight;
    };
    const isWaiting = (element: Element): boolean =>
      element.matches(':not(:defined), :state(idle), :state(loading)') ||
      element.shadowRoot?.querySelector('.drawing.waiting, .canvas:not(:has(svg path))') != null;
    while (find('.figure-heading').some(isNear) || find('.room > [table]').some(isWaiting))
      await new Promise(requestAnimationFrame);
  });
}

/** Controls that can be seen; the headers of a table are what they say, and have lost their arrows. */
function controls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walk = (root: ParentNode): readonly string[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches('button:not(.sort), select, input, .arrow') && element.checkVisibility()
          ? [element.outerHTML]
          : []),
        ...(element.shadowRoot ? walk(element.shadowRoot) : []),
      ]);
    return walk(document);
  });
}

async function openBook({ demo, browser }: Stage, path: string): Promise<Visit> {
  const visiting = await visit(browser, `${demo.site}${path}`);
  await visiting.page.evaluate(async () => {
    await customElements.whenDefined('statistical-yearbook');
    await document.querySelector('statistical-yearbook')?.ready;
  });
  return visiting;
}

export function yearbookJourneys(stage: () => Stage): void {
  describe('the yearbook', () => {
    let visiting: Visit;
    let atFirst = 0;

    before(async () => {
      visiting = await openBook(stage(), '/jaarboek/?region=GM0153');
      await figuresSettled(visiting.page);
      atFirst = (await shownFigures(visiting.page)).length;
      await readThrough(visiting.page, () => figuresSettled(visiting.page));
      await figuresSettled(visiting.page);
    });

    after(() => visiting.leave());

    it('has every theme and table of the catalogue, asks each once, and moves nothing while it is read', async () => {
      const { demo } = stage();
      const { page, requests, messages, oddAnswers } = visiting;
      const listed = await catalogue(demo.endpoint);
      assert.deepEqual(await chapters(page), listed);
      const links = await page.$$eval('statistical-yearbook >>> .contents a', (all) => all.map((a) => a.textContent));
      assert.deepEqual(
        links,
        [...listed].flatMap(([theme, tables]) => [theme, ...tables]),
      );
      const shown = await shownFigures(page);
      assert.ok(atFirst < 15 && shown.length > 50, `${atFirst} figures at first, ${shown.length} at last`);
      assert.deepEqual(
        shown.filter(({ state }) => state !== 'ready'),
        [],
      );
      const asked = (part: string): readonly string[] =>
        requests.flatMap((request) => new RegExp(`/tables/([^/]+)/${part}`).exec(request)?.[1] ?? []);
      assert.equal(new Set(asked('metadata')).size, asked('metadata').length);
      // One request for every six figures of a table that come into the page together.
      assert.ok(asked('data').length <= asked('metadata').length + 2, asked('data').join(' '));
      // To two decimals, as it is reported: a drawing may still place its notes by a line.
      const shifts = await page.evaluate(() => window.peilglasSeen.shifts());
      const moved = shifts.reduce((sum, { value }) => sum + value, 0);
      assert.equal(moved.toFixed(2), '0.00', JSON.stringify(shifts));
      assert.deepEqual([messages, oddAnswers], [[], []]);
    });

    it('is about another municipality when that is chosen: titles, sentences, file names and address', async () => {
      const { page, messages } = visiting;
      await page.locator('statistical-yearbook >>> municipality-picker >>> select').fill('GM0183');
      await page.waitForSelector('statistical-yearbook >>> .title::-p-text(Tubbergen in cijfers)');
      await figuresSettled(page);
      assert.match(page.url(), /region=GM0183/);
      for (const { heading, summary } of await shownFigures(page)) {
        // One table goes no further than the province, and says so.
        assert.match(heading, / in (Tubbergen|Overijssel)$/);
        if (summary) assert.match(summary, /Tubbergen|Overijssel/);
      }
      const names = await fileNames(page);
      assert.ok(names.length >= 4, names.join(' '));
      for (const name of names) assert.match(name, /^(?!.*enschede)[\p{L}\d-]*tubbergen[\p{L}\d-]*\.csv$/u);
      assert.deepEqual(messages, []);
    });

    it('goes on paper with its contents first, its definitions open, and nothing to press', async (t) => {
      const { page, messages, leave } = await openBook(stage(), '/jaarboek/');
      await page.$eval('statistical-yearbook', (book) => book.preparePrint());
      await page.emulateMediaType('print');
      await painted(page);
      assert.deepEqual(await controls(page), []);
      const seen = await page.$eval('statistical-yearbook', ({ shadowRoot }) => ({
        names: [...(shadowRoot?.querySelectorAll('.contents a') ?? [])].filter((link) => link.checkVisibility()).length,
        contents: shadowRoot?.querySelector('.contents')?.getBoundingClientRect().bottom ?? NaN,
        first: shadowRoot?.querySelector('.chapter')?.getBoundingClientRect().top ?? NaN,
        definitions: [...(shadowRoot?.querySelectorAll('definition-panel') ?? [])].filter((panel) =>
          panel.checkVisibility(),
        ).length,
        figures: shadowRoot?.querySelectorAll('.room > [table]').length ?? NaN,
      }));
      const listed = await catalogue(stage().demo.endpoint);
      assert.equal(seen.names, [...listed].flat(2).length);
      assert.ok(seen.contents < seen.first);
      assert.equal(seen.definitions, seen.figures);
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
      // A4 in points.
      assert.match(pdf, /\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12]/);
      assert.ok(pages > 30, `${pages} pages`);
      t.diagnostic(`${seen.figures} figures on ${pages} pages, ${Math.round(pdf.length / 1024)} KiB`);
      assert.deepEqual(messages, []);
      await leave();
    });

    it('has every drawing on paper when the browser prints by itself what was here before', async () => {
      const { page, messages, leave } = await openBook(stage(), '/jaarboek/');
      await page.$eval('statistical-yearbook', async (book) => {
        await book.preparePrint();
        // As the print button leaves it: what is far from the reader goes.
        book.print = false;
        await book.updateComplete;
      });
      const before = await page.$$eval('statistical-yearbook >>> .canvas', (drawings) => drawings.length);
      await page.$eval('statistical-yearbook', ({ shadowRoot, dataset }) => {
        const count = (selector: string): number =>
          [...(shadowRoot?.querySelectorAll('.room > [table]') ?? [])].filter((element) =>
            element.shadowRoot?.querySelector(selector),
          ).length;
        const look = (): void => {
          dataset.printed = `${count('.canvas')} ${count('.canvas:not(:has(svg path))')}`;
        };
        // The last moment that a page has before it is on paper.
        matchMedia('print').addEventListener('change', look, { once: true });
      });
      await page.pdf({ preferCSSPageSize: true });
      const printed = await page.$eval('statistical-yearbook', ({ dataset }) => dataset.printed);
      const [drawings = 0, empty] = (printed ?? '').split(' ').map(Number);
      assert.ok(drawings > before + 10, `${before} and ${drawings} drawings`);
      assert.equal(empty, 0);
      assert.deepEqual(messages, []);
      await leave();
    });
  });
}
