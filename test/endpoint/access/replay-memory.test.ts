import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ReplayMemory, type Holders } from '../../../packages/endpoint/dist/access/replay-memory.js';

const lifetime = 1000;
let now = 0;
mock.method(performance, 'now', () => now);

beforeEach(() => (now = 0));

const of = (name: string, most = 2, wide = 3): Holders => [
  [`key ${name}`, most],
  ['subject', wide],
];

describe('what may be used once', () => {
  it('is remembered for its time, and then may be used again', () => {
    const memory = new ReplayMemory(lifetime);
    assert.ok(memory.isFirstUse('a', of('one')));
    now = lifetime - 1;
    assert.ok(!memory.isFirstUse('a', of('one')));
    now = lifetime;
    assert.ok(memory.isFirstUse('a', of('one')));
  });

  it('goes on counting for its holder when an earlier use is over', () => {
    const memory = new ReplayMemory(lifetime);
    assert.ok(memory.isFirstUse('a', of('one')));
    now = 900;
    assert.ok(memory.isFirstUse('b', of('one')));
    now = lifetime;
    assert.ok(memory.isFirstUse('c', of('one')));
    assert.throws(() => memory.isFirstUse('d', of('one')), { name: 'TooMuch' });
  });

  it('is refused to a holder who used too much, narrow or wide, and room comes back with time', () => {
    const memory = new ReplayMemory(lifetime);
    for (const name of ['a', 'b']) assert.ok(memory.isFirstUse(name, of('one')));
    const tooMuch = { name: 'TooMuch', reason: 'too-many-calls' };
    assert.throws(() => memory.isFirstUse('c', of('one')), tooMuch);
    assert.throws(() => memory.requireRoom(of('one')), tooMuch);
    now = 500;
    assert.ok(memory.isFirstUse('c', of('other')));
    assert.throws(() => memory.requireRoom(of('third')), tooMuch, 'all keys of one subject count together');
    memory.requireRoom([['key third', 1]]);
    now = lifetime + 1;
    memory.requireRoom(of('one'));
    assert.ok(memory.isFirstUse('d', of('other')));
    assert.throws(() => memory.requireRoom(of('other')), tooMuch, 'what is not over yet goes on counting');
  });

  it('says of a second use that it is one, also where there is no more room', () => {
    const memory = new ReplayMemory(lifetime);
    assert.ok(memory.isFirstUse('a', of('one', 1)));
    assert.ok(!memory.isFirstUse('a', of('one', 1)));
  });

  it('cannot be told where all together used more than is remembered', () => {
    const memory = new ReplayMemory(lifetime, 2);
    assert.equal(memory.maxSize, 2);
    for (const name of ['a', 'b']) memory.isFirstUse(name, of(name));
    assert.throws(() => memory.isFirstUse('c', of('c')), { name: 'CannotTell', reason: 'too-many-proofs' });
    assert.ok(!memory.isFirstUse('a', of('a')));
    now = lifetime + 1;
    assert.ok(memory.isFirstUse('c', of('c')));
  });
});
