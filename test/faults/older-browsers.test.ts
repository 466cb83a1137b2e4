/** Browsers that residents have not renewed: each element shows in the oldest that we name what it shows in the newest. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { visit, type Visit } from '../e2e/support/browser.ts';
import { missingFeatures, oldest, takeAway } from './support/browser-features.ts';
import { openOldChromium, withoutOldChromium } from './support/old-chromium.ts';
import {
  install,
  mount,
  openPage,
  openStage,
  ownWords,
  ready,
  settled,
  type FaultStage,
  type Shown,
  type Somewhere,
} from './support/stage.ts';
import { long } from '../support/long.ts';

let stage: FaultStage;
let sound: readonly Shown[];

before(async () => {
  stage = await openStage();
  const newest = await openPage(stage);
  await mount(newest, stage.proxy.room());
  sound = await settled(newest);
  await newest.leave();
});

after(async () => {
  await stage.close();
});

async function opened(engine: keyof typeof oldest): Promise<Visit> {
  const prepare = async (page: Page): Promise<void> => {
    await page.evaluateOnNewDocument(install);
    await page.evaluateOnNewDocument(takeAway, missingFeatures(engine));
  };
  const old = await visit(stage.browser, `${stage.proxy.origin}/pagina`, { prepare });
  await mount(old, stage.proxy.room());
  await ready(old);
  return old;
}

/** What a definition says once the button of the first tile is pressed, and once that of the definition is; null where none is seen. */
async function openAndClose({ page }: Somewhere): Promise<readonly (string | null)[]> {
  return page.evaluate(async () => {
    const root = document.querySelector('kpi-tile')?.shadowRoot;
    const panel = (): Element | null | undefined => root?.querySelector('.definition-popover');
    const said = (): string | null => {
      const seen = panel();
      if (!seen?.getClientRects().length) return null;
      const term = seen.shadowRoot?.querySelector('dt')?.textContent.trim();
      return [seen.getAttribute('role'), seen.getAttribute('aria-label'), term].join(' · ');
    };
    const press = async (button: Element | null | undefined): Promise<string | null> => {
      const before = said();
      if (button instanceof HTMLElement) button.click();
      while (said() === before) await new Promise(requestAnimationFrame);
      return said();
    };
    return [
      await press(root?.querySelector('.definition-button')),
      await press(panel()?.shadowRoot?.querySelector('.close')),
    ];
  });
}

/** Types of the files that the first chart saves as pictures, and what it said of them. */
async function savePictures({ page }: Somewhere): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const files: string[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) files.push(file.type);
      return make(file);
    };
    const root = document.querySelector('trend-chart')?.shadowRoot;
    root?.querySelector<HTMLElement>('.downloads > summary')?.click();
    const buttons = () => [...(root?.querySelectorAll<HTMLElement>('.menu button') ?? [])];
    while (buttons().length === 0) await new Promise(requestAnimationFrame);
    for (const button of buttons()) if (/PNG|SVG/.test(button.textContent)) button.click();
    const told = (): string => root?.querySelector('.told')?.textContent.trim() ?? '';
    while (told() === '' && !files.includes('image/png')) await new Promise(requestAnimationFrame);
    return [...new Set(files), told()].sort();
  });
}

/** Presses each button and heading that folds, also those that a press brings; answers how many there were. */
async function pressAll({ page }: Somewhere): Promise<number> {
  return page.evaluate(async () => {
    const within = (root: ParentNode): readonly HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
        ...(element.matches('button, summary, [tabindex="0"]') ? [element] : []),
        ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ]);
    const pressed = new Set<HTMLElement>();
    for (const main = document.querySelector('main'); main;) {
      const next = within(main).find(
        (each) => !pressed.has(each) && (!('checkVisibility' in each) || each.checkVisibility()),
      );
      if (!next) break;
      pressed.add(next);
      next.focus();
      for (const key of ['ArrowRight', 'ArrowDown', 'End'])
        next.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      next.click();
      await new Promise(requestAnimationFrame);
    }
    return pressed.size;
  });
}

/** How many colours areas of the map have. */
async function coloursOfMap({ page }: Somewhere): Promise<number> {
  return page.evaluate(() => {
    const areas = document.querySelector('municipality-map')?.shadowRoot?.querySelectorAll('.drawing svg path') ?? [];
    return new Set([...areas].map((area) => getComputedStyle(area).fill)).size;
  });
}

/** Colours of the bars of the comparison, on a page that has this style sheet. */
async function coloursOfBars({ page }: Somewhere, sheet: string): Promise<readonly string[]> {
  return page.evaluate((text: string) => {
    const style = new CSSStyleSheet();
    style.replaceSync(text);
    document.adoptedStyleSheets = [style];
    const bars =
      document.querySelector('municipality-compare')?.shadowRoot?.querySelectorAll('.drawing svg path') ?? [];
    const colours = new Set([...bars].map((bar) => getComputedStyle(bar).stroke));
    document.adoptedStyleSheets = [];
    return [...colours];
  }, sheet);
}

const definition = 'dialog · Inwoners · Eenheid';

// Where the oldest Chromium itself can be had, one without what it lacks tells nothing new.
const imitated =
  long || withoutOldChromium ? (['chrome', 'firefox', 'safari'] as const) : (['firefox', 'safari'] as const);

for (const engine of imitated) {
  describe(`without what ${engine} ${oldest[engine]} lacks`, () => {
    // One page for all, as its reader has: what is tested later finds it as it was left.
    let old: Visit;

    before(async () => {
      old = await opened(engine);
    });

    afterEach(() => {
      assert.deepEqual(ownWords(old), []);
    });

    after(() => old.leave());

    it('every element shows its figures', async () => {
      assert.deepEqual(await settled(old), sound);
    });

    it('a definition is shown, and put away again', async () => {
      assert.equal(await old.page.evaluate(() => 'popover' in HTMLElement.prototype), false);
      assert.deepEqual(await openAndClose(old), [definition, null]);
    });

    it('a chart is saved as a picture', async () => {
      assert.deepEqual(await savePictures(old), ['', 'image/png', 'image/svg+xml']);
    });

    it('nothing goes wrong whatever is pressed', async () => {
      assert.ok((await pressAll(old)) > 50);
    });
  });
}

describe(`Chromium ${oldest.chrome} itself`, { skip: withoutOldChromium }, () => {
  it('shows all figures, a definition and saved pictures', async () => {
    const old = await openOldChromium(`${stage.proxy.origin}/pagina`, install);
    try {
      await mount(old, stage.proxy.room());
      await ready(old);
      assert.deepEqual(await settled(old), sound);
      assert.ok((await coloursOfMap(old)) >= 5);
      const stempel = await readFile(new URL('../../packages/themes/stempel.css', import.meta.url), 'utf8');
      const colours = await coloursOfBars(old, stempel);
      for (const each of ['rgb(140, 28, 59)', 'rgb(123, 108, 88)']) assert.ok(colours.includes(each), colours.join());
      assert.deepEqual(await openAndClose(old), [definition, null]);
      assert.deepEqual(await savePictures(old), ['', 'image/png', 'image/svg+xml']);
      assert.ok((await pressAll(old)) > 50);
      assert.deepEqual(ownWords(old), []);
    } finally {
      await old.leave();
    }
  });
});
