/** Attributes and addresses may come from a CMS, a form or a link that somebody sent: nothing in them may run, throw or break for good. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type {} from '@peilglas/elements/define';
import { long } from '../support/long.ts';
import type { Visit } from '../e2e/support/browser.ts';
import { addressOf, elements } from '../faults/support/elements.ts';
import { mount, openPage, openStage, ownWords, settled, type FaultStage } from '../faults/support/stage.ts';
import { payloads } from './support/payloads.ts';

interface Described {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
}

/** Every attribute that a tag says it has. */
async function attributesByTag(): Promise<ReadonlyMap<string, readonly string[]>> {
  const file = new URL('../../packages/elements/dist/custom-elements.json', import.meta.url);
  const { modules } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly modules: readonly { readonly declarations?: readonly Described[] }[];
  };
  return new Map(
    modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ tagName, attributes = [] }) => (tagName ? [[tagName, attributes.map(({ name }) => name)]] : [])),
  );
}

/** The scheme of addresses that are programs. */
const script = 'javascript' + ':';

/** What reads as a selection, a number, a period or a list, and is none that anybody means. */
const oddValues = [
  ...[
    '',
    ' ',
    ',',
    ':',
    ';',
    '*',
    '**',
    '?',
    '[',
    ')',
    '..',
    '2020..',
    '..2020',
    '2020..2010',
    '9999..0001',
    '{}',
    '[]',
  ],
  ...['-1', '0', 'NaN', '1e999', '0x10', '1.5', '-0', '99999999999999999999', 'Infinity'],
  ...['__proto__', 'constructor:x', 'Geslacht:__proto__', 'GM0153,GM0153,GM0153', 'GM0153;GM0164', 'bevolking/../..'],
  ...['../../admin', '//example.org/x', '?lang=en', '#x', '%00', '%', '\u0000', '\uD800', `${script}window.hacked=1`],
  'GM0153,'.repeat(3_000),
  'Geslacht:*;'.repeat(1_000),
  'x'.repeat(100_000),
  '['.repeat(10_000),
];

const values = [...oddValues, ...payloads.filter((_, index) => index % 8 === 0)];

const noAddresses = [`${script}window.hacked=1`, 'data:application/json,{}', 'file:///etc/passwd', 'http://['];

/** Whoever writes a page says where its figures and shapes come from, and that may be elsewhere. */
const addresses = ['endpoint', 'shapes'];

let stage: FaultStage;

before(async () => {
  stage = await openStage();
});

after(async () => {
  await stage.close();
});

/** Sets attributes, by the place of the element in the page; null takes one away. */
async function change({ page }: Visit, all: readonly (readonly [string, string | null])[]): Promise<void> {
  await page.evaluate((all) => {
    const placed = [...document.querySelectorAll('main > *')];
    for (const [index, [name, value]] of all.entries()) {
      if (value === null) placed[index]?.removeAttribute(name);
      else placed[index]?.setAttribute(name, value);
    }
  }, all);
}

/** What became of it. */
async function deedsOf({ page }: Visit): Promise<readonly unknown[]> {
  return page.evaluate(() => {
    const deep = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? deep(element.shadowRoot) : []),
      ]);
    const odd = deep(document.body).filter(
      (element) =>
        element.matches('main script, iframe, object, embed, img, base, meta, foreignObject, form') ||
        element.getAttributeNames().some((name) => name.startsWith('on')) ||
        /^\s*(javascript|vbscript|data):/i.test(element.getAttribute('href') ?? ''),
    );
    return [
      ...('hacked' in window ? ['It ran'] : []),
      ...window.peilglasSeen.violations,
      ...odd.map((element) => element.outerHTML.slice(0, 200)),
    ];
  });
}

describe('hostile attributes', () => {
  it('run nothing, throw nothing, ask nobody else, and are forgotten when they are gone', async () => {
    const known = await attributesByTag();
    const names = elements.map(({ tag }) => (known.get(tag) ?? []).filter((name) => !addresses.includes(name)));
    const visit = await openPage(stage, '/zonder-beleid');
    const room = stage.proxy.room();
    await mount(visit, room);
    await settled(visit);
    let count = 0;
    const used = new Set<string>();
    for (let round = 0; round < Math.max(...names.map(({ length }) => length), values.length / 5); round++) {
      const meant = names.map((all) => all[round % all.length] ?? '');
      await change(
        visit,
        meant.map((name) => {
          const value = values[count++ % values.length] ?? '';
          used.add(value);
          return [name, value];
        }),
      );
      await settled(visit);
      assert.deepEqual(await deedsOf(visit), [], `round ${round}`);
      await change(
        visit,
        meant.map((name, index) => [name, elements[index]?.attributes[name] ?? null]),
      );
      await settled(visit);
    }
    assert.equal(used.size, new Set(values).size);
    for (const { tag, state } of await settled(visit)) assert.equal(state, 'ready', tag);
    assert.deepEqual(ownWords(visit), []);
    const origins = visit.requests.map((request) => new URL(request.split(' ')[1] ?? '').origin);
    assert.deepEqual([...new Set(origins)], [stage.proxy.origin]);
    await visit.leave();
  });

  it('name no endpoint and no shapes that are none', async () => {
    const visit = await openPage(stage, '/zonder-beleid');
    await mount(visit, stage.proxy.room());
    await settled(visit);
    for (const name of addresses) {
      for (const address of noAddresses) {
        await change(
          visit,
          elements.map(() => [name, address]),
        );
        // Figures need an endpoint; without its shapes a map still has a table.
        for (const { tag, state } of await settled(visit))
          assert.equal(state === 'ready', name === 'shapes', `${tag} ${name} ${address}`);
        assert.deepEqual(await deedsOf(visit), [], address);
      }
      await mount(visit, stage.proxy.room());
      await settled(visit);
    }
    // That such a scheme is not asked is the browser's to say.
    const words = ownWords(visit).filter((message) => !/scheme .* is not supported|load local resource/.test(message));
    assert.deepEqual(words, []);
    await visit.leave();
  });
});

describe('a hostile address', () => {
  it('of a page in a frame shows words, runs nothing and asks nobody else', async () => {
    const room = stage.proxy.room();
    const own = `${stage.proxy.origin}/${room.name}/api/v2`;
    const good = { element: 'kpi-tile', table: 'bevolking', indicator: 'inwoners', region: 'GM0153', endpoint: own };
    const queries = values.flatMap((value, index) => {
      const names = ['element', 'lang', 'theme', 'scheme', 'table', 'region', 'heading', 'issuer', 'onclick', 'style'];
      return value.length > 2_000 || (!long && index % 4 !== 0)
        ? []
        : [{ ...good, [names[Math.trunc(index / 4) % names.length] ?? '']: value }];
    });
    const visit = await openPage(stage, '/peilglas/embed.html');
    for (const query of queries) {
      await visit.page.goto(`${stage.proxy.origin}/peilglas/embed.html?${new URLSearchParams(query).toString()}`);
      await visit.page.waitForFunction(() => {
        const shown = document.querySelector('data-context')?.firstElementChild;
        return shown ? !shown.matches(':state(idle), :state(loading)') : /\S/.test(document.body.innerText);
      });
      assert.deepEqual(await deedsOf(visit), [], JSON.stringify(query));
    }
    assert.deepEqual(ownWords(visit), []);
    const origins = visit.requests.map((request) => new URL(request.split(' ')[1] ?? '').origin);
    assert.deepEqual([...new Set(origins)], [stage.proxy.origin]);
    await visit.leave();
  });

  it('that a context keeps its choice in leaves the figures, or says that there are none', async () => {
    const room = stage.proxy.room();
    const visit = await openPage(stage, '/zonder-beleid');
    for (const value of values.filter(({ length }, index) => length <= 2_000 && (long || index % 3 === 0))) {
      const query = new URLSearchParams({ region: value, period: value, filter: value }).toString();
      await visit.page.goto(`${stage.proxy.origin}/zonder-beleid?${query}`);
      const [tile] = elements;
      assert.ok(tile);
      const state = await visit.page.evaluate(
        async (endpoint) => {
          const context = document.createElement('data-context');
          for (const [name, given] of Object.entries({ endpoint, 'sync-url': '', region: 'GM0164' }))
            context.setAttribute(name, given);
          const tile = document.createElement('kpi-tile');
          tile.setAttribute('table', 'bevolking');
          tile.setAttribute('indicator', 'inwoners');
          context.append(tile);
          document.querySelector('main')?.replaceChildren(context);
          while (tile.matches(':not(:defined)') || ['idle', 'loading'].includes(tile.loadState))
            await new Promise(requestAnimationFrame);
          return tile.loadState;
        },
        addressOf(tile, room.name),
      );
      assert.ok(['ready', 'empty', 'failed', 'not-found'].includes(state), `${state}: ${value}`);
      assert.deepEqual(await deedsOf(visit), [], value);
    }
    assert.deepEqual(ownWords(visit), []);
    await visit.leave();
  });
});
