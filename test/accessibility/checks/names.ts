/** What assistive technology gets: names, headings and languages. */
import assert from 'node:assert/strict';
import { nothing, type Check, type Room } from '../support/check.ts';
import { tags, type Tag } from '../support/elements.ts';
import { look, settled } from '../support/stage.ts';
import { tree, valueText, visibleText, type TreeNode } from '../support/tree.ts';

const controls = new Set(['button', 'link', 'combobox', 'radio', 'checkbox', 'DisclosureTriangle', 'slider']);
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

async function hasNames({ page }: Room): Promise<void> {
  await look(page, {});
  const found = (await tree(page)).filter(({ role }) => controls.has(role));
  nothing(
    found.filter(({ name }) => name === '').map(({ role }) => role),
    'without a name',
  );
  const sliders = found.filter(({ role }) => role === 'slider');
  const values = await Promise.all(sliders.map((slider) => valueText(page, slider)));
  nothing(
    sliders.flatMap(({ name }, index) => (values[index] === '' ? [name] : [])),
    'without a value in words',
  );
  const connection = await page.createCDPSession();
  await connection.send('DOM.enable');
  const others: string[] = [];
  for (const node of found.filter(({ role }) => role !== 'slider')) {
    const text = letters(await visibleText(connection, node));
    if (!letters(node.name).includes(text)) others.push(`"${text}" is called "${node.name}"`);
  }
  await connection.detach();
  nothing(others, 'seen under another name');
}

const levels = (nodes: readonly TreeNode[]): readonly number[] =>
  nodes.filter(({ role }) => role === 'heading').map(({ properties }) => Number(properties.get('level')));

/** Elements with a heading of their own. */
const headed: readonly Tag[] = tags.filter((tag) => !/picker|session|data-context|embed/.test(tag));

async function fitsHeadings({ page, tag }: Room): Promise<void> {
  await look(page, {});
  for (const level of [4, 3]) {
    await page.$$eval(
      tag,
      (elements, level) => {
        for (const element of elements) element.setAttribute('heading-level', String(level));
      },
      level,
    );
    await settled(page);
    // The page's own two headings come first.
    const found = levels(await tree(page)).slice(2);
    assert.equal(found[0], level, 'its first heading');
    const skips = found.filter((each, index) => each - (found[index - 1] ?? each) > 1 || each < level);
    assert.deepEqual(skips, [], `levels ${found.join()}`);
  }
}

/** The languages in which an element says its own words to be. */
function languagesOf({ page, tag }: Room): Promise<readonly string[]> {
  return page.evaluate((tag) => {
    const langOf = (start: Element): string => {
      for (let node: Node | null = start; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
        if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') ?? '';
      }
      return '';
    };
    const isOurs = (element: Element): boolean => {
      const root = element.getRootNode();
      const hasWords = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && /[a-z]{3}/i.test(textContent ?? ''),
      );
      return root instanceof ShadowRoot && root.host.localName === tag && hasWords;
    };
    return [...new Set(window.peilglasReader.seen().filter(isOurs).map(langOf))];
  }, tag);
}

/** Words of ours in another language than what lies around them must not go without saying so. */
async function saysItsLanguage(room: Room): Promise<void> {
  const { page } = room;
  const told: Record<string, readonly string[]> = {};
  for (const [lang, words] of Object.entries({ en: 'en', fr: 'nl', nl: 'nl' })) {
    await page.evaluate((lang) => {
      document.documentElement.lang = lang;
    }, lang);
    // Texts and figures in another language come by themselves.
    for (let tries = 0; tries < 50 && told[lang]?.join() !== words; tries++) {
      await settled(page);
      told[lang] = await languagesOf(room);
    }
  }
  assert.deepEqual(told, { en: ['en'], fr: ['nl'], nl: ['nl'] });
}

export const names: readonly Check[] = [
  {
    proves: 'gives every control a role and a name that holds the words seen on it',
    criteria: ['4.1.2', '2.5.3', '1.1.1', '3.3.2'],
    run: hasNames,
  },
  {
    proves: 'has headings of the level asked for, and none below that skips a level',
    criteria: ['1.3.1', '2.4.6'],
    tags: headed,
    run: fitsHeadings,
  },
  {
    proves: 'has its words in the language of the page, or says in which they are',
    criteria: ['3.1.2', '3.1.1'],
    tags: tags.filter((tag) => tag !== 'data-context'),
    run: saysItsLanguage,
  },
];
