/** Several callers ask the same addresses in turns; each gets their own answer, as if nobody else had asked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marks } from '../access/tables.ts';
import { openStage, ours, publicUrl, signIn, site } from './stage.ts';
import type { Visitor } from './visitor.ts';

const stage = await openStage();
const [enschede, hengelo, anonymous] = [stage.arrive(), stage.arrive(), stage.arrive()];
await signIn(enschede);
await signIn(hengelo, 'beleid-hengelo');
const paths = [
  'tables',
  'tables/eigen',
  'tables/eigen/metadata',
  'tables/eigen/data',
  'tables/open/data',
  'tables/jeugd/data',
];

interface Heard {
  readonly status: number;
  readonly text: string;
  readonly vary: string;
  readonly caching: string;
}

async function ask(visitor: Visitor, path: string): Promise<Heard> {
  const headers = { origin: site, ...(visitor === anonymous ? {} : ours) };
  const { status, text, headers: got } = await visitor.ask(`${publicUrl}/api/v2/${path}`, { headers });
  return { status, text, vary: got.get('vary') ?? '', caching: got.get('cache-control') ?? '' };
}

describe('callers who ask the same', () => {
  it('never get the answer of another, in whatever order they ask', async () => {
    for (const path of paths) {
      const own = { enschede: await ask(enschede, path), hengelo: await ask(hengelo, path) };
      const open = await ask(anonymous, path);
      for (let turn = 0; turn < 6; turn++) {
        const callers: readonly (readonly [Visitor, Heard])[] = [
          [anonymous, open],
          [enschede, own.enschede],
          [hengelo, own.hengelo],
        ];
        for (const [visitor, first] of turn % 2 === 0 ? callers : [...callers].reverse())
          assert.deepEqual(await ask(visitor, path), first, path);
      }
      if (path.includes('eigen')) {
        assert.ok(!marks.hengelo.some((mark) => own.enschede.text.includes(mark)), path);
        assert.ok(!marks.enschede.some((mark) => own.hengelo.text.includes(mark)), path);
      }
      for (const heard of [own.enschede, own.hengelo, open]) assert.match(heard.vary, /(^|, )Cookie(,|$)/);
      if (path === 'tables/open/data') continue;
      assert.equal(own.enschede.caching, 'private, no-store', path);
      assert.notEqual(own.enschede.text, open.text, path);
    }
  });

  it('also at the same moment', async () => {
    const path = 'tables/eigen/data';
    const expected = new Map<Visitor, string>();
    for (const visitor of [anonymous, enschede, hengelo]) expected.set(visitor, (await ask(visitor, path)).text);
    const visitors = Array.from({ length: 60 }, (_, index) => [anonymous, enschede, hengelo][index % 3] ?? anonymous);
    const heard = await Promise.all(
      visitors.map(async (visitor) => [visitor, (await ask(visitor, path)).text] as const),
    );
    for (const [visitor, text] of heard) assert.equal(text, expected.get(visitor));
    assert.equal(new Set(expected.values()).size, 3);
  });
});
