/** The pages for accessibility statements say what the tests prove, no more and no less. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { checks } from './checks/index.ts';
import { criteria } from './report/criteria.ts';
import { pageOf } from './report/write-report.ts';
import { tags } from './support/elements.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('docs/accessibility', () => {
  for (const tag of tags) {
    it(`is up to date for <${tag}>; npm run report:accessibility writes it`, async () => {
      const file = root(`docs/accessibility/${tag}.md`);
      const options = await resolveConfig(file);
      assert.equal(readFileSync(file, 'utf8'), await format(pageOf(tag), { ...options, parser: 'markdown' }));
    });
  }

  it('has all 55 criteria of level A and AA, and knows those that checks name', () => {
    assert.equal(criteria.length, 55);
    const known = new Set(criteria.map(({ id }) => id));
    assert.deepEqual(
      checks.flatMap((check) => check.criteria.filter((id) => !known.has(id))),
      [],
    );
  });

  it('rests on tests that are there', () => {
    for (const { id, built } of criteria) {
      if (built) assert.ok(readFileSync(root(built.file), 'utf8').includes(built.test), `${id}: ${built.file}`);
    }
  });
});
