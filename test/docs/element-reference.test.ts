/** The reference of elements is what the classes say of themselves. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { elementIndex, elementPage } from './support/element-page.ts';
import { elements } from './support/manifest.ts';
import { assertWritten } from './support/written.ts';

interface Settings {
  readonly plugins: readonly {
    readonly name: string;
    readonly packageLinkPhase: (phase: {
      readonly customElementsManifest: { modules: readonly { readonly path: string }[] };
    }) => void;
  }[];
}

const settings = new URL('../../packages/elements/custom-elements-manifest.config.mjs', import.meta.url);
const folder = new URL('../../docs/elements/', import.meta.url);

describe('the reference of elements', () => {
  for (const element of elements) {
    it(`has <${element.tagName}> as it is`, async () => {
      await assertWritten(new URL(`${element.tagName}.md`, folder), await elementPage(element));
    });
  }

  it('has a list of all, and nothing about elements that are no more', async () => {
    await assertWritten(new URL('README.md', folder), await elementIndex(elements));
    const pages = elements.map(({ tagName }) => `${tagName}.md`);
    assert.deepEqual((await readdir(folder)).toSorted(), ['README.md', ...pages].toSorted());
  });

  it('is made of tags in one order, in whatever order the disk gives their files', async () => {
    const { default: config } = (await import(settings.href)) as { readonly default: Settings };
    const [plugin] = config.plugins.filter(({ name }) => name === 'public-tags');
    const orders = [
      ['b', 'a', 'c'],
      ['c', 'b', 'a'],
    ].map((names) => {
      const modules = names.map((name) => ({ path: `${name}.ts`, declarations: [{ name, tagName: name }] }));
      const customElementsManifest = { modules };
      plugin?.packageLinkPhase({ customElementsManifest });
      return customElementsManifest.modules.map(({ path }) => path);
    });
    assert.deepEqual(orders, [
      ['a.js', 'b.js', 'c.js'],
      ['a.js', 'b.js', 'c.js'],
    ]);
  });

  it('has the slots for messages of every element that has a load state', () => {
    for (const { tagName, slots = [], events = [] } of elements) {
      if (!events.some(({ name }) => name === 'peil-state')) continue;
      const names = slots.map(({ name }) => name);
      for (const slot of ['empty', 'signed-out', 'no-access', 'error'])
        assert.ok(names.includes(slot), `${tagName} ${slot}`);
    }
  });

  it('says what each attribute, slot, event and part is for', () => {
    const silent = elements.flatMap(({ tagName, attributes = [], slots = [], events = [], cssParts = [] }) =>
      [attributes, slots, events, cssParts]
        .flat()
        .filter(({ description }) => !description)
        .map(({ name }) => `${tagName} ${name}`),
    );
    assert.deepEqual(silent, []);
  });
});
