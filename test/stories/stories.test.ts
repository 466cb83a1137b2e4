/** Every story in Storybook as it is published: it runs, plays, breaks nothing, and everybody can read it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchChromium, patience } from '../e2e/support/browser.ts';
import { long } from '../support/long.ts';
import { buildStorybook, type Entry } from './support/built-storybook.ts';
import type { SeenOfTag, Style } from './support/in-page.ts';
import { listen, openStories, type StoryPage } from './support/story-page.ts';

/** Everything is looked at in this one. */
const plain: Style = { houseStyle: 'none', scheme: 'light', looksOnly: false };
/** In these what a style may break: for all states of an element together, and for each other story where there is time. */
const others: readonly Style[] = [
  { houseStyle: 'none', scheme: 'dark', looksOnly: true },
  { houseStyle: 'utrecht', scheme: 'light', looksOnly: true },
  { houseStyle: 'amsterdam', scheme: 'light', looksOnly: true },
];

const ofOneElement = ['landmark-unique', 'landmark-no-duplicate-banner', 'landmark-no-duplicate-contentinfo'];

const storybook = buildStorybook();
interface Declaration {
  readonly tagName: string;
  readonly attributes?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly events?: readonly Named[];
}

interface Named {
  readonly name: string;
  readonly fieldName?: string;
}

const manifest = JSON.parse(readFileSync('packages/elements/dist/custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};

const elements = manifest.modules.flatMap(({ declarations }) => declarations);

let address = '';
let browser: Browser | undefined;
const seen: Readonly<Record<string, SeenOfTag>>[] = [];
const stories = storybook.entries.filter(({ type }) => type === 'story');

before(async () => {
  address = await storybook.serve();
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  storybook.remove();
});

// Two pages: one waits for its figures while the other is looked at.
describe('stories, in which axe-core finds nothing', { concurrency: 2 }, () => {
  const free: StoryPage[] = [];

  before(async () => {
    assert.ok(browser);
    // Another than the one that is asked for first: a story that is there already is not run again.
    const first = stories.at(-1)?.id ?? '';
    free.push(await openStories(browser, address, first), await openStories(browser, address, first));
  });

  after(async () => {
    for (const { page } of free) seen.push(await page.evaluate(() => window.peilglasStories.seen()));
  });

  async function check({ id }: Entry, { page, show, trouble, forceColours }: StoryPage): Promise<void> {
    // The same element many times on a page: a reader would not meet that, and each state is a story of its own.
    const together = id.endsWith('--side-by-side');
    const except = together ? ofOneElement : [];
    const forced = id.endsWith('--forced-colours');
    if (forced) await forceColours(true);
    const found = [...(await show(id)), ...trouble()];
    for (const style of [plain, ...(!forced && (together || long) ? others : [])]) {
      const violations = await page.evaluate((style) => window.peilglasStories.violations(style), { ...style, except });
      found.push(...violations.map((violation) => `${style.houseStyle}, ${style.scheme}: ${violation}`));
    }
    if (forced) await forceColours(false);
    assert.deepEqual([...found, ...trouble()], []);
  }

  it('stand in every style that is looked at', async () => {
    const page = free[0]?.page;
    const known = await page?.$eval('.story-page', (element) => element.getAttribute('data-house-styles'));
    for (const { houseStyle } of others) assert.ok(known?.split(' ').includes(houseStyle), `no ${houseStyle}`);
  });

  for (const story of stories) {
    it(`${story.title.replace('Elements/', '')}: ${story.name}`, async () => {
      const page = free.pop();
      assert.ok(page, 'no page is free');
      try {
        await check(story, page);
      } finally {
        free.push(page);
      }
    });
  }
});

describe('custom-elements.json', () => {
  const namesOf = (items: readonly Named[] = []): readonly string[] => items.map(({ name }) => name).sort();
  const found = (tag: string, what: keyof SeenOfTag): readonly string[] =>
    [...new Set(seen.flatMap((tags) => tags[tag]?.[what] ?? []))].sort();

  for (const { tagName, attributes, cssParts, cssStates, events } of elements) {
    it(`has the attributes that ${tagName} observes`, () => {
      // One without a field is read when it is needed, or kept by the browser itself.
      const observed = attributes?.filter(({ fieldName }) => fieldName !== undefined);
      assert.deepEqual(found(tagName, 'attributes'), namesOf(observed));
    });

    it(`has the parts of ${tagName}, and stories that show each`, () => {
      assert.deepEqual(found(tagName, 'parts'), namesOf(cssParts));
    });

    it(`has the states and events of ${tagName}`, () => {
      const missing = (names: readonly string[], items?: readonly Named[]): readonly string[] =>
        names.filter((name) => !namesOf(items).includes(name));
      assert.deepEqual(missing(found(tagName, 'states'), cssStates), []);
      assert.deepEqual(missing(found(tagName, 'events'), events), []);
    });
  }
});

describe('Storybook', () => {
  it('has every element in its sidebar, a control for every attribute, and asks nothing outside its folder', async () => {
    assert.ok(browser);
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    const trouble = listen(page, address);
    await page.goto(`${address}?path=/docs/elements-kpi-tile--docs`);
    const preview = await (await page.waitForSelector('#storybook-preview-iframe'))?.contentFrame();
    await preview?.waitForSelector('.docblock-argstable');
    const listed = await page.$$eval('[data-item-id^="elements-"]', (items) =>
      items.map(({ textContent }) => textContent),
    );
    const { attributes } = elements.find(({ tagName }) => tagName === 'kpi-tile') ?? {};
    for (const { name } of attributes ?? []) {
      assert.ok(
        await preview?.$(`:is([id^="control-"], [id^="set-"])[id$="--ready-${name}"]`),
        `no control for ${name}`,
      );
    }
    for (const { tagName } of elements) assert.ok(listed.includes(tagName), `${tagName} is not listed`);
    assert.deepEqual(trouble(), []);
    await page.close();
  });
});
