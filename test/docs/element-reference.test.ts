/** The reference of elements is what the classes say of themselves. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { elementIndex, elementPage } from './support/element-page.ts';
import { elements } from './support/manifest.ts';
import { assertWritten } from './support/written.ts';

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
