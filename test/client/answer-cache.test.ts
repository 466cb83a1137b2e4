import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AnswerCache, type Asking } from '../../packages/client/dist/answer-cache.js';

const maxAge = 1000;
let cache: AnswerCache<string>;
/** What was asked, in order, each to be answered by the test. */
let asked: { readonly key: string; readonly answer: (text: string) => void; readonly signal: AbortSignal }[];

beforeEach(() => {
  cache = new AnswerCache(maxAge);
  asked = [];
});

function ask(key: string, asking: Asking = {}): Promise<string> {
  return cache.get(key, (signal) => new Promise((answer) => asked.push({ key, answer, signal })), asking);
}

/** Asks and is answered at once. */
async function know(key: string, text = key, asking: Asking = {}): Promise<void> {
  const answer = ask(key, asking);
  asked.at(-1)?.answer(text);
  await answer;
}

describe('an answer', () => {
  it('is remembered for its time, and no longer', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: 0 });
    await know('a');
    context.mock.timers.setTime(maxAge - 1);
    assert.ok(cache.has('a'));
    context.mock.timers.setTime(maxAge);
    assert.ok(!cache.has('a'));
    assert.ok(!cache.has('b'));
  });

  it('that must be fresh is shared with who wants so too while it is under way, and then asked for again', async () => {
    const stale = ask('a');
    const both = [ask('a', { fresh: true }), ask('a', { fresh: true })];
    assert.equal(asked.length, 2);
    asked[0]?.answer('old');
    asked[1]?.answer('new');
    assert.deepEqual(await Promise.all([stale, ...both]), ['old', 'new', 'new']);
    assert.equal(await ask('a'), 'new');
    void ask('a', { fresh: true });
    assert.equal(asked.length, 3);
  });

  it('holds for others while a fresh one is under way, and no longer when that fails', async () => {
    await know('a', 'old');
    let fail = (): void => undefined;
    const failing = cache.get('a', () => new Promise((_, reject) => (fail = () => reject(new Error('away')))), {
      fresh: true,
    });
    assert.equal(await ask('a'), 'old');
    fail();
    await assert.rejects(failing, /away/);
    assert.ok(!cache.has('a'));
    assert.equal(asked.length, 1);
  });

  it('that is forgotten while a fresh one is under way does not come back with it', async () => {
    await know('mine');
    const newer = ask('mine', { fresh: true });
    cache.forget(() => true);
    asked.at(-1)?.answer('mine');
    assert.equal(await newer, 'mine', 'who asked before still gets it');
    assert.ok(!cache.has('mine'));
  });

  it('that is not to be kept is shared while it is under way, and then asked for again', async () => {
    cache = new AnswerCache(maxAge, (answer) => answer !== 'mine');
    const both = [ask('a'), ask('a')];
    asked[0]?.answer('mine');
    assert.deepEqual(await Promise.all(both), ['mine', 'mine']);
    assert.ok(!cache.has('a'));
    await know('a', 'public');
    assert.ok(cache.has('a'));
  });

  it('that fails late takes no newer one along', async () => {
    let fail = (): void => undefined;
    const failing = cache.get('a', () => new Promise((_, reject) => (fail = () => reject(new Error('late')))), {});
    await know('a', 'new', { fresh: true });
    fail();
    await assert.rejects(failing, /late/);
    assert.ok(cache.has('a'));
  });

  it('is one of the hundred asked for last', async () => {
    for (let count = 0; count < 100; count++) await know(`k${count}`);
    assert.ok(cache.has('k0'));
    await know('k0', 'again', { fresh: true });
    await know('k100');
    assert.deepEqual(
      ['k0', 'k1', 'k2', 'k100'].map((key) => cache.has(key)),
      [true, false, true, true],
    );
  });

  it('is forgotten when it is meant, or not there yet', async () => {
    await know('public');
    await know('mine');
    const underWay = ask('unknown');
    cache.forget((answer) => answer === 'mine');
    assert.deepEqual(
      ['public', 'mine', 'unknown'].map((key) => cache.has(key)),
      [true, false, false],
    );
    asked.at(-1)?.answer('late');
    assert.equal(await underWay, 'late', 'who asked before still gets it');
    assert.ok(!cache.has('unknown'));
  });
});

describe('an asker that leaves', () => {
  it('takes the request along when nobody else waits, and the next asker begins anew at once', async () => {
    const leaving = new AbortController();
    const gone = ask('a', { signal: leaving.signal });
    leaving.abort();
    await assert.rejects(gone, { name: 'AbortError' });
    assert.ok(asked[0]?.signal.aborted);
    const next = ask('a');
    asked[1]?.answer('anew');
    assert.equal(await next, 'anew');
  });

  it('as the answer comes leaves it to those who ask later', async () => {
    const leaving = new AbortController();
    const answered = Promise.resolve('a');
    const gone = cache.get('a', () => answered, { signal: leaving.signal });
    gone.catch(() => undefined);
    void answered.then(() => {
      leaving.abort();
    });
    await nextTurn();
    await assert.rejects(gone, { name: 'AbortError' });
    assert.ok(cache.has('a'));
  });
});
