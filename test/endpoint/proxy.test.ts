/** The configuration of nginx in `deploy/`, by itself and, where there is an nginx, in front of an endpoint. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasNginx, startNginx, startProxy, written } from './nginx.ts';
import { startEndpoint } from './support.ts';

const data = '/api/v2/tables/werk/data?lang=en';

describe('the configuration of nginx', () => {
  it('keeps what the endpoint lets everyone keep, as long as it says, and nothing else', async () => {
    const app = await startEndpoint();
    const [, pattern = ''] =
      /map \$upstream_http_cache_control \$peilglas_unshared \{\s+"~([^"]+)" 0;\s+default 1;/.exec(written) ?? [];
    const minutes = Number(/proxy_cache_valid 200 (\d+)m;/.exec(written)?.[1]);
    const said = String((await app.inject(data)).headers['cache-control']);
    assert.match(said, new RegExp(pattern));
    assert.equal(minutes * 60, Number(/max-age=(\d+)/.exec(said)?.[1]));
    for (const other of ['', 'private, no-store', 'no-store', 'public, max-age=3000', 'private, public, max-age=300'])
      assert.doesNotMatch(other, new RegExp(pattern));
  });
});

describe('nginx in front of an endpoint', { skip: !hasNginx && 'there is no nginx' }, async () => {
  const app = await startEndpoint({ trustProxy: ['127.0.0.1'] });
  const upstream = await app.listen({ port: 0, host: '127.0.0.1' });
  const root = hasNginx ? await startProxy(upstream.replace('http://', '')) : '';
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
    const answer = await fetch(root + path, { headers, method });
    return { answer, status: answer.status, cache: answer.headers.get('x-cache'), body: await answer.text() };
  };

  it('gives a kept answer with the same body and headers', async () => {
    const [first, second] = [await ask(data), await ask(data)];
    assert.deepEqual([first.cache, second.cache, second.body], ['MISS', 'HIT', first.body]);
    const plain = await fetch(upstream + data);
    const own = new Set(['connection', 'keep-alive', 'date', 'server', 'x-cache', 'x-request-id', 'transfer-encoding']);
    const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => !own.has(name)).sort();
    assert.deepEqual(headersOf(second.answer), headersOf(plain));
    assert.equal(second.answer.headers.get('x-content-type-options'), 'nosniff');
  });

  it('keeps nothing of and for who shows who they are', async () => {
    await ask(data);
    for (const headers of [{ cookie: 'a=b' }, { dpop: 'x' }, { authorization: 'Bearer nonsense' }])
      assert.equal((await ask(data, headers)).cache, 'BYPASS', Object.keys(headers).join());
    await ask(`${data}&heading=RegioS`, { cookie: 'a=b' });
    assert.equal((await ask(`${data}&heading=RegioS`)).cache, 'MISS');
  });

  it('keeps no refusal, no answer to POST and nothing that says no-store', async () => {
    for (const path of ['/api/v2/tables/nope', '/api/v2/tables/werk/data?valueCodes[RegioS]=XX'])
      for (let time = 0; time < 2; time++) assert.equal((await ask(path)).cache, 'MISS', path);
    for (let time = 0; time < 2; time++) assert.notEqual((await ask(data, {}, 'POST')).cache, 'HIT');
  });

  it('leads who found a weakness to the site that says whom to tell', async () => {
    const answer = await fetch(`${root}/.well-known/security.txt`, { redirect: 'manual' });
    assert.equal(answer.status, 301);
    assert.equal(answer.headers.get('location'), 'https://www.example.org/.well-known/security.txt');
  });

  it('takes from no visitor what the endpoint is called', async () => {
    const { status, body } = await ask('/catalogue', { 'x-forwarded-host': 'elsewhere.example' });
    assert.equal(status, 200);
    assert.doesNotMatch(body, /elsewhere/);
  });

  it('tells nobody how the endpoint is', async () => {
    for (const path of ['/healthz', '/readyz']) assert.equal((await ask(path)).status, 404);
  });
});

describe('nginx that gives an endpoint a folder of its host', { skip: !hasNginx && 'there is no nginx' }, async () => {
  const app = await startEndpoint({ publicUrl: 'https://www.example.org/statistiek/' });
  const upstream = await app.listen({ port: 0, host: '127.0.0.1' });
  const root = hasNginx
    ? await startNginx(
        (port) =>
          `server { listen 127.0.0.1:${port}; location = /healthz { proxy_pass ${upstream}; } location /statistiek/ { proxy_pass ${upstream}/; } }`,
      )
    : '';

  it('has links that lead back to the endpoint', async () => {
    const selection = ['RegioS', 'Perioden', 'Onderwerp'].map((variableCode) => ({ variableCode, valueCodes: ['*'] }));
    const query = { tableId: 'werk', language: 'nl', selection: { selection } };
    const saved = await fetch(`${root}/statistiek/api/v2/savedqueries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
    });
    assert.equal(saved.status, 201);
    const known = new Set(['/statistiek/api/v2/tables', String(saved.headers.get('location'))]);
    for (const path of known) {
      const answer = await fetch(root + path);
      assert.equal(answer.status, 200, path);
      for (const [, href] of (await answer.text()).matchAll(/"href":"([^"]+)"/g)) known.add(String(href));
    }
    for (const path of known) assert.match(path, /^\/statistiek\/api\/v2\//);
    assert.ok(known.size > 5);
  });
});
