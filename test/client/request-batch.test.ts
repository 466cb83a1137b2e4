import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { covers, RequestBatch, type Codes } from '../../packages/client/dist/request-batch.js';

const from = (start: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, step) => String(start + step));

/** For each ask the number of codes per dimension of the request that answers it. */
async function sizes(...asks: readonly Codes[]): Promise<readonly string[]> {
  const batch = new RequestBatch();
  const answers = await Promise.all(asks.map((codes) => batch.join('table', codes)));
  return answers.map((codes) => codes.map(({ length }) => length).join('×'));
}

describe('what is asked in one tick', () => {
  it('is one request while that is small, whatever it has too much', async () => {
    const [first, second] = [
      [from(0, 20), from(0, 20)],
      [from(50, 30), from(50, 80)],
    ];
    assert.deepEqual(await sizes(first, second), ['50×100', '50×100']);
  });

  it('is one larger request when at most a third of it is too much', async () => {
    const first = [from(0, 50), from(0, 50)];
    assert.deepEqual(await sizes(first, [from(25, 50), from(50, 50)]), ['75×100', '75×100']);
    assert.deepEqual(await sizes(first, [from(26, 50), from(50, 50)]), ['50×50', '50×50']);
  });

  it('goes along with a larger one that has it, in whatever order they are asked', async () => {
    const [large, part] = [
      [from(0, 100), from(0, 100)],
      [['7'], ['9']],
    ];
    assert.deepEqual(await sizes(part, large), ['100×100', '100×100']);
    assert.deepEqual(await sizes(large, part), ['100×100', '100×100']);
  });

  it('goes along with one that has several of them, though these would not go together', async () => {
    const [part, other, whole] = [
      [from(0, 60), from(0, 60)],
      [from(60, 60), from(60, 60)],
      [from(0, 120), from(0, 120)],
    ];
    assert.deepEqual(await sizes(part, other), ['60×60', '60×60']);
    assert.deepEqual(await sizes(part, other, whole), ['120×120', '120×120', '120×120']);
  });

  it('counts what each asked: after many that ask the same, more may be too much', async () => {
    const same = [from(0, 60), from(0, 60)];
    const other = [from(60, 60), from(60, 60)];
    assert.deepEqual(await sizes(same, other), ['60×60', '60×60']);
    assert.deepEqual(await sizes(same, same, same, other), ['120×120', '120×120', '120×120', '120×120']);
  });

  it('of another table is asked apart', async () => {
    const batch = new RequestBatch();
    const answers = await Promise.all([batch.join('a', [['1']]), batch.join('b', [['2']])]);
    assert.deepEqual(answers, [[['1']], [['2']]]);
    assert.deepEqual(await batch.join('a', [['3']]), [['3']], 'and after the tick anew');
  });
});

it('a request covers what it has all codes of', () => {
  const wide = [
    ['a', 'b'],
    ['1', '2'],
  ];
  assert.ok(covers(wide, [['b'], ['1', '2']]));
  assert.ok(!covers(wide, [['b'], ['3']]));
  assert.ok(!covers(wide, [['c'], ['1']]));
});
