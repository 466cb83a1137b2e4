/** How questions go out and come back, with a fetch of the test's own: waits, headers and bytes are seen as they are. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { HttpClient, type Question } from '../../packages/client/dist/http-client.js';
import type { SourceSettings } from '@peilglas/client';

const endpoint = 'https://cijfers.example.org/api/v2';
const url = new URL(`${endpoint}/tables`);
const json = { 'Content-Type': 'application/json' };

let asked: { readonly href: string; readonly init: RequestInit }[];
let waits: number[];
/** Whether the time that is waited goes by. */
let passes: boolean;

beforeEach(() => {
  [asked, waits, passes] = [[], [], true];
  mock.method(globalThis, 'setTimeout', (done: () => void, wait: number) => {
    waits.push(wait);
    if (passes) queueMicrotask(done);
  });
});

afterEach(() => {
  mock.restoreAll();
});

/** Answers in turn, the last one again and again. */
function ask(
  answers: readonly (() => Response)[],
  question: Partial<Question> = {},
  settings: Partial<SourceSettings> = {},
) {
  const http = new HttpClient({
    endpoint,
    fetch: (input, init = {}) => {
      asked.push({ href: input instanceof Request ? input.url : String(input), init });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'));
    },
    ...settings,
  });
  return http.json({ url, lang: 'nl', fresh: false, signal: new AbortController().signal, ...question });
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('{}', { status: code, headers: { ...json, ...headers } });
const ok = status(200);

describe('an endpoint that is in trouble', () => {
  for (const [random, expected] of [
    [0, [250, 500, 1000]],
    [1, [500, 1000, 2000]],
  ] as const) {
    it(`is asked again after twice as long each time, not at one moment by all (${random})`, async (context) => {
      context.mock.method(Math, 'random', () => random);
      await assert.rejects(ask([status(503)]), { name: 'UnavailableError' });
      assert.deepEqual(waits, expected);
    });
  }

  it('is waited for as long as it wants and a little longer, up to half a minute', async (context) => {
    context.mock.method(Math, 'random', () => 0);
    await ask([status(503, { 'Retry-After': '30' }), ok], {}, { retryDelay: 100 });
    assert.deepEqual(waits, [30_050]);
    await assert.rejects(ask([status(503, { 'Retry-After': '31' })]), { name: 'UnavailableError' });
    assert.equal(waits.length, 1);
  });

  it('is not waited for by an asker who leaves', async () => {
    passes = false;
    const leaving = new AbortController();
    const answer = ask([status(503)], { signal: leaving.signal });
    while (waits.length === 0) await new Promise(setImmediate);
    leaving.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });

  it('that cannot be reached is an error with its cause', async () => {
    await assert.rejects(ask([]), (error) => {
      assert.ok(error instanceof Error && error.cause instanceof TypeError);
      return error.message === 'The endpoint could not be reached';
    });
  });
});

describe('a question', () => {
  const headersOf = (): Headers => new Headers(asked.at(-1)?.init.headers);

  it('has a type of content only when it has content, so that a GET needs no asking beforehand', async () => {
    await ask([ok]);
    assert.equal(headersOf().get('Content-Type'), null);
    assert.equal(asked[0]?.init.method, undefined);
    await ask([ok], { body: '{}' });
    assert.equal(headersOf().get('Content-Type'), 'application/json');
    assert.equal(asked[1]?.init.method, 'POST');
  });

  it('may be answered from a cache unless it must be fresh', async () => {
    await ask([ok]);
    await ask([ok], { fresh: true });
    assert.deepEqual(
      asked.map(({ init }) => init.cache),
      ['default', 'no-cache'],
    );
  });

  it('is answered by any status of success', async () => {
    assert.deepEqual(await ask([status(299)]), {});
  });

  it('to another origin asks nobody for a token, also when that origin wants one', async () => {
    const reasons: string[] = [];
    const getToken = ({ reason }: { readonly reason: string }) => {
      reasons.push(reason);
      return Promise.resolve('secret');
    };
    const other = new URL('https://elders.example.org/tables');
    await assert.rejects(ask([status(401)], { url: other }, { tokenProvider: { getToken } }), {
      name: 'SignInRequiredError',
      message: 'The endpoint asks for a valid token',
    });
    assert.deepEqual([reasons, asked.length, headersOf().get('Authorization')], [[], 1, null]);
  });

  it('of an endpoint that is no address has no token', async () => {
    const getToken = () => assert.fail('was asked for a token');
    assert.deepEqual(await ask([ok], {}, { endpoint: 'no address', tokenProvider: { getToken } }), {});
  });

  it('is not sent when the asker leaves while a token is made', async () => {
    const leaving = new AbortController();
    const getToken = () => {
      leaving.abort();
      return Promise.resolve('late');
    };
    await assert.rejects(ask([ok], { signal: leaving.signal }, { tokenProvider: { getToken } }), {
      name: 'AbortError',
    });
    assert.equal(asked.length, 0);
  });

  it('for which no token can be made is an error with its cause', async () => {
    const cause = new Error('window closed');
    const getToken = () => Promise.reject(cause);
    await assert.rejects(ask([ok], {}, { tokenProvider: { getToken } }), { message: 'The sign-in failed', cause });
  });
});

describe('an answer', () => {
  it('may come in parts that cut a character through', async () => {
    const bytes = new TextEncoder().encode('{"naam":"Fryslân €"}');
    const parts = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
    assert.deepEqual(await ask([() => new Response(parts(), { headers: json })]), { naam: 'Fryslân €' });
  });

  it('that is no JSON says what it is', async () => {
    const page = { name: 'MalformedDatasetError', message: '$: expected JSON, found text/html' };
    await assert.rejects(ask([() => new Response('{}', { headers: { 'Content-Type': 'text/html' } })]), page);
    const untyped = () => new Response(new TextEncoder().encode('<p>'));
    await assert.rejects(ask([untyped]), { message: '$: expected JSON, found no type' });
    await assert.rejects(ask([() => new Response(null, { headers: json })]), { name: 'MalformedDatasetError' });
  });
});
