/** The configuration of nginx in `deploy/`, by itself and, where there is an nginx, in front of an endpoint. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { startEndpoint, temporaryFolder } from './support.ts';

const written = await readFile(new URL('../../deploy/nginx/peilglas.conf', import.meta.url), 'utf8');
const data = '/api/v2/tables/werk/data?lang=en';
const isThere = spawnSync('nginx', ['-v']).error === undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** nginx as it is configured, but without TLS; each answer tells how it came about. */
async function startProxy(upstream: string): Promise<string> {
  const [home, port] = [await temporaryFolder(), await freePort()];
  const places = written
    .replace(/server \{\s+listen 80;[^}]*\}/, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port}; add_header X-Cache $upstream_cache_status always;`)
    .replaceAll(/^\s+ssl_.*\n/gm, '')
    .replace('127.0.0.1:4400', upstream)
    .replace('/var/cache/nginx/peilglas', `${home}/cache`)
    .replace('/var/log/nginx/peilglas.log', `${home}/access.log`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${home}/${name};`,
  );
  await mkdir(home, { recursive: true });
  const file = join(home, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log; events {} http { ${temporary.join(' ')} ${places} }`,
  );
  const nginx = spawn('nginx', ['-c', file, '-p', home, '-e', `${home}/error.log`]);
  after(async () => {
    nginx.kill('SIGTERM');
    if (nginx.exitCode === null) await once(nginx, 'exit');
  });
  const root = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(`${root}/healthz`).then(
        () => true,
        () => false,
      )
    )
      return root;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(await readFile(`${home}/error.log`, 'utf8'));
}

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

describe('nginx in front of an endpoint', { skip: !isThere && 'there is no nginx' }, async () => {
  const app = await startEndpoint({ trustProxy: ['127.0.0.1'] });
  const upstream = await app.listen({ port: 0, host: '127.0.0.1' });
  const root = isThere ? await startProxy(upstream.replace('http://', '')) : '';
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

  it('tells nobody how the endpoint is', async () => {
    for (const path of ['/healthz', '/readyz']) assert.equal((await ask(path)).status, 404);
  });
});
