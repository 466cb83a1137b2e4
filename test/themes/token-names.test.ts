import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tokenNames } from '@peilglas/themes/tokens';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}

describe('names of tokens', () => {
  it('are exactly those that the elements read', () => {
    const sources = globSync('packages/{elements,charts}/src/**/*.ts', { cwd: root });
    const names = found(sources.map(read).join('\n'), /var\(\s*(--peil-[a-z0-9-]+)/g);
    assert.deepEqual(names, tokenNames.toSorted());
  });

  it('each have a default in the reference, below a line that says what for', () => {
    const reference = read('packages/themes/tokens.css');
    assert.deepEqual(found(reference, /^ {2}(--peil-[a-z0-9-]+):/gm), tokenNames.toSorted());
    for (const group of reference.slice(reference.indexOf(':root {')).split('\n\n')) {
      assert.match(group, /\/\*[\s\S]+\*\/\n {2}--peil-/, group);
    }
  });

  it('are the same in types and in code', () => {
    assert.deepEqual(found(read('packages/themes/tokens.d.mts'), /'(--peil-[a-z0-9-]+)'/g), tokenNames.toSorted());
  });

  it('that a theme sets are names that somebody reads', () => {
    const names = new Set<string>(tokenNames);
    for (const file of ['stempel', 'nl-design-system', 'amsterdam']) {
      const set = found(read(`packages/themes/${file}.css`), /^ +(--peil-[a-z0-9-]+):/gm);
      assert.deepEqual(
        set.filter((name) => !names.has(name)),
        [],
        file,
      );
    }
  });
});
