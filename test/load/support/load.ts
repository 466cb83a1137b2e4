/** What an endpoint promises to who asks, while others ask much, wrongly or slowly, and while what it needs is away. */
import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { newKey, serveKeys, tokenOf } from '../../endpoint/access/issuers.ts';
import { ask, everyone, harmful, reader } from './askers.ts';
import { startServed, type Served } from './served.ts';
import { holdOpen, kinds, type Slow } from './slow.ts';

export interface Length {
  /** Of requests in the mix, half of which come before memory is first measured. */
  readonly amount: number;
  /** Connections that are held open in each way. */
  readonly held: number;
  /** Memory may grow by this part in the second half of the mix. */
  readonly tolerance: number;
}

const isLinux = process.platform === 'linux';

type Get = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;

const getFrom =
  ({ root }: Served): Get =>
  (path, headers = {}) =>
    fetch(root + path, { headers });

export async function load({ amount, held, tolerance }: Length): Promise<void> {
  const key = await newKey('ES256');
  const keys = await serveKeys(key);
  const claims = { themes: ['jeugd'], municipalities: '*' };
  const token = await tokenOf(key, { claims: { ...claims, exp: Math.floor(Date.now() / 1000) + 86_400 } });

  // Each has an endpoint of its own, and most of them wait for a clock.
  describe('an endpoint under load', { concurrency: true }, () => {
    it('keys of an issuer that is down are no reason to let anybody in, and are asked for again later', async () => {
      const keys = await serveKeys(key);
      const get = getFrom(await startServed(keys.url));
      const asReader = async (of = key): Promise<Response> =>
        get('/api/v2/tables/jeugd', { authorization: `Bearer ${await tokenOf(of, { claims })}` });
      keys.status = 500;
      const away = await asReader();
      assert.equal(away.status, 503);
      const wait = Number(away.headers.get('retry-after'));
      assert.ok(wait > 0);
      assert.equal((await get('/api/v2/tables/open')).status, 200);
      keys.status = 200;
      await pause(wait * 1000);
      assert.equal((await asReader()).status, 200);
      // Who was known before is known while it is down again; who was not is not.
      keys.status = 500;
      assert.equal((await asReader()).status, 200);
      assert.equal((await asReader(await newKey('ES256'))).status, 401);
      keys.status = 200;
    });

    it('everyone, readers and who means harm together get right answers or honest refusals, none is lost, and memory stays', async (test) => {
      const served = await startServed(keys.url);
      const mix = async (): Promise<void> => {
        const parts = [everyone(), reader(token), harmful()];
        const each = { connections: 20, amount: Math.ceil(amount / 2 / parts.length) };
        for (const { result, statuses, wrong } of await Promise.all(
          parts.map((part) => ask(served.root, part, each)),
        )) {
          const { requests, errors, timeouts, resets } = result;
          assert.deepEqual(wrong, []);
          assert.deepEqual(
            { answers: requests.total, errors, timeouts, resets },
            { answers: each.amount, errors: 0, timeouts: 0, resets: 0 },
          );
          assert.ok([...statuses.keys()].some((status) => status >= 400));
          test.diagnostic(JSON.stringify([...statuses]));
        }
        assert.ok(served.isUp());
      };
      await mix();
      const first = isLinux ? await served.memory() : 0;
      await mix();
      const last = isLinux ? await served.memory() : 0;
      test.diagnostic(`${first.toFixed(0)} MB, then ${last.toFixed(0)} MB`);
      assert.ok(last <= first * (1 + tolerance), `${first} MB, then ${last} MB`);
    });

    it('one who asks all the time is told when to come back, and leaves the others their answers', async () => {
      // A machine that is busy with other tests is no reason to refuse anybody here.
      const loadLimit = { eventLoopDelay: 60_000, heapMegabytes: 0 };
      const limit = { callLimit: { calls: 200, seconds: 60 }, trustProxy: ['127.0.0.1'], loadLimit };
      const served = await startServed(keys.url, limit);
      const get = getFrom(served);
      const flood = everyone()
        .filter(({ request }) => request.path.includes('/data'))
        .map(({ request, isRight }) => ({
          request: { ...request, headers: { 'x-forwarded-for': '192.0.2.66' } },
          isRight,
        }));
      const flooding = ask(served.root, flood, { connections: 50, amount: 1000 });
      for (let call = 0; call < 100; call++) {
        const answer = await get('/api/v2/tables/open/data', { 'x-forwarded-for': '192.0.2.1' });
        assert.equal(answer.status, 200);
        await answer.arrayBuffer();
      }
      const { statuses, wrong } = await flooding;
      assert.deepEqual(wrong, []);
      assert.deepEqual(
        statuses,
        new Map([
          [200, 200],
          [429, 800],
        ]),
      );
    });

    it('connections that say little are closed, and meanwhile others get their answers', async (test) => {
      const served = await startServed(keys.url);
      const get = getFrom(served);
      const slow: Slow[] = [];
      test.after(() => {
        for (const each of slow) each.leave();
      });
      for (const kind of kinds) slow.push(await holdOpen(served.port, kind, held));
      for (let call = 0; call < 20; call++) assert.equal((await get('/api/v2/tables/open/data')).status, 200);
      for (const [index, { closed }] of slow.entries()) {
        for (const said of await closed) {
          const kind = kinds[index];
          // Where a question had begun, it is told that it took too long.
          assert.match(said, kind === 'nothing' ? /^$|^HTTP\/1\.1 408/ : /^HTTP\/1\.1 408/, kind);
        }
      }
      assert.equal((await get('/api/v2/tables/open/data')).status, 200);
    });

    it('a store that goes away is said with when to come back, and is served again when it is back', async () => {
      const served = await startServed(keys.url, { cacheMegabytes: 0 });
      const get = getFrom(served);
      assert.equal((await get('/readyz')).status, 200);
      const elsewhere = `${served.store}-elsewhere`;
      await rename(served.store, elsewhere);
      for (const path of ['/api/v2/tables', '/api/v2/tables/open/data', '/readyz']) {
        const answer = await get(path);
        assert.equal(answer.status, 503, path);
        assert.ok(Number(answer.headers.get('retry-after')) > 0, path);
      }
      assert.equal((await get('/healthz')).status, 200);
      await rename(elsewhere, served.store);
      assert.equal((await get('/readyz')).status, 200);
      assert.match(await (await get('/api/v2/tables/open/data')).text(), /530001/);
    });
  });
}
