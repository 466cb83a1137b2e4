import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { publishedStore, startEndpoint, temporaryFolder, writeTable, type Problem, type TableList } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));

/** The command as a process of its own, ready to be asked. */
async function serve(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...parameters], {
    env: { ...process.env, ...environment },
  });
  after(() => child.kill('SIGKILL'));
  let output = '';
  const root = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      const found = /Peilglas endpoint at (\S+?)\/api\/v2"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('close', () => reject(new Error(output)));
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, root, ended, output: () => output };
}

describe('health', () => {
  it('is ready when the tables can be listed', async () => {
    const app = await startEndpoint();
    assert.equal((await app.inject('/healthz')).statusCode, 200);
    const ready = await app.inject('/readyz');
    assert.deepEqual([ready.statusCode, ready.json()], [200, { status: 'ready' }]);
    assert.equal(ready.headers['cache-control'], 'no-store');
  });

  it('does not tell how many tables there are that not everybody may list', async () => {
    const audience = (text: string): string =>
      text.replace(/^audience: .*$/m, 'audience: { theme: werk, municipalityBound: false }');
    const app = await startEndpoint({}, { manifest: audience });
    assert.deepEqual((await app.inject('/api/v2/tables')).json<TableList>().tables, []);
    assert.deepEqual((await app.inject('/readyz')).json(), { status: 'ready' });
  });

  it('says once in the log which table is not served since its version cannot be read', async () => {
    const store = await publishedStore();
    await writeFile(join(store, 'werk', '1.json'), 'broken');
    const { child, root, ended, output } = await serve(['--store', store]);
    for (let call = 0; call < 2; call++)
      assert.deepEqual(await (await fetch(`${root}/readyz`)).json(), { status: 'ready', unreadable: 1 });
    child.kill('SIGTERM');
    await ended;
    assert.equal(output().match(/"level":50[^\n]*Version 1 of table werk cannot be read/g)?.length, 1, output());
  });

  it('is alive but not ready while the store does not answer, and says no more than that', async () => {
    class AwayStore extends DuckDbStore {
      override revision(): string {
        throw new Error('secret host');
      }
    }
    const store = new AwayStore(await publishedStore());
    const app = createEndpoint({ ...unlimited, store });
    after(() => app.close());
    assert.equal((await app.inject('/healthz')).statusCode, 200);
    const ready = await app.inject('/readyz');
    assert.equal(ready.statusCode, 503);
    assert.equal(ready.json<Problem>().detail, 'The store does not answer');
  });

  it('is not ready when it is about to stop, though it still answers', async () => {
    const stopping = new AbortController();
    const app = await startEndpoint({ stopping: stopping.signal });
    stopping.abort();
    assert.equal((await app.inject('/readyz')).statusCode, 503);
    assert.equal((await app.inject('/api/v2/config')).statusCode, 200);
  });

  it('is not counted as calls', async () => {
    const app = await startEndpoint({ callLimit: { calls: 1, seconds: 60 } });
    for (let call = 0; call < 3; call++) assert.equal((await app.inject('/readyz')).statusCode, 200);
    assert.equal((await app.inject('/api/v2/config')).statusCode, 200);
  });
});

describe('too much work', () => {
  it('is refused with when to come back, and is no reason to be restarted', async () => {
    // Answers from memory are no work.
    const app = await startEndpoint({ loadLimit: { eventLoopDelay: 0, heapMegabytes: 1 }, cacheMegabytes: 0 });
    // Memory is looked at once a second.
    let answer = await app.inject('/api/v2/tables');
    while (answer.statusCode === 200) answer = await app.inject('/api/v2/tables');
    assert.equal(answer.statusCode, 503);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.ok(Number(answer.headers['retry-after']) > 0);
    assert.equal(answer.headers['strict-transport-security'], 'max-age=31536000');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal((await app.inject('/healthz')).statusCode, 200);
  });
});

describe('the id of a request', async () => {
  const app = await startEndpoint();
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const idFor = async (headers: Readonly<Record<string, string>>) =>
    String((await app.inject({ url: '/api/v2/config', headers })).headers['x-request-id']);
  const made = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

  it('is the one that came along', async () => {
    assert.equal(await idFor({ 'x-request-id': 'proxy-12345' }), 'proxy-12345');
    assert.equal(await idFor({ traceparent: `00-${trace}-00f067aa0ba902b7-01` }), trace);
  });

  it('is made when none came, or none that can be believed', async () => {
    const cases = [
      {},
      { 'x-request-id': 'short' },
      { 'x-request-id': 'a b c d e f g h' },
      { 'x-request-id': 'x'.repeat(200) },
      { 'x-request-id': '","level":60,"x":"' },
      { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
      { traceparent: trace },
    ];
    for (const headers of cases) assert.match(await idFor(headers), made, JSON.stringify(headers));
    assert.notEqual(await idFor({}), await idFor({}));
  });
});

describe('a process that serves', () => {
  it('has loaded what fills elements before it is asked, where its settings tell of them, and else has not', async () => {
    const [folder, store] = [await temporaryFolder(), await publishedStore()];
    const PEILGLAS_CONFIG = join(folder, 'peilglas.yaml');
    /** Whether it was loaded by a process of which nothing is asked. */
    const isLoaded = async (settings: string, name: string): Promise<boolean> => {
      await writeFile(PEILGLAS_CONFIG, settings);
      // Node writes there, when the process ends, which scripts it had.
      const NODE_V8_COVERAGE = join(folder, name);
      const { child, ended } = await serve(['--store', store], { PEILGLAS_CONFIG, NODE_V8_COVERAGE });
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
      const files = (await readdir(NODE_V8_COVERAGE)).map((file) => join(NODE_V8_COVERAGE, file));
      const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      assert.ok(texts.some((text) => text.includes('/endpoint/dist/cli.js')));
      return texts.some((text) => text.includes('/prerender/dist/index.js'));
    };
    const page = 'signInPage: https://www.example.org/inloggen\n';
    assert.deepEqual([await isLoaded(page, 'with'), await isLoaded('{}\n', 'without')], [true, false]);
  });

  it('lets in a thousand who come in the same instant, while it cannot look up', async (test) => {
    const most = await readFile('/proc/sys/net/core/somaxconn', 'utf8').catch(() => '0');
    if (Number(most) < 1000) {
      test.skip('this system lets fewer connections wait, or does not say how many');
      return;
    }
    const { child, root } = await serve(['--store', await publishedStore()]);
    const { hostname, port } = new URL(root);
    child.kill('SIGSTOP');
    const sockets = Array.from({ length: 1000 }, () => connect(Number(port), hostname));
    const answers = sockets.map(async (socket) => {
      socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      return (await text(socket)).slice(0, 15);
    });
    // The system accepts for a process that stands still, as many as may wait; the others would be let in afterwards.
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    child.kill('SIGCONT');
    assert.deepEqual([...new Set(await Promise.all(answers))], ['HTTP/1.1 200 OK']);
  });

  it('finishes the answer that is under way when it is told to stop, writes its id, and ends with 0', async () => {
    const { child, root, ended, output } = await serve(['--store', await publishedStore()]);
    const { hostname, port } = new URL(root);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ selection: [{ variableCode: 'Onderwerp', valueCodes: ['*'] }] });
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part.toString()));
    socket.write(
      'POST /api/v2/tables/werk/data HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: half-way-there\r\n' +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    // The other connection tells that the first half has arrived.
    await (await fetch(`${root}/healthz`)).text();
    child.kill('SIGTERM');
    await assert.rejects(async () => {
      for (;;) await (await fetch(`${root}/healthz`, { headers: { connection: 'close' } })).text();
    });
    socket.write(body.slice(10));
    await once(socket, 'close');
    assert.match(answer, /^HTTP\/1\.1 (200|400)/);
    assert.equal(await ended, 0);
    assert.match(output(), /"reqId":"half-way-there".*"route":"\/api\/v2\/tables\/:id\/data"/);
  });

  it('writes the same line for an answer from memory as for one that is made, and never what was asked', async () => {
    const { child, root, ended, output } = await serve(['--store', await publishedStore()]);
    for (const id of ['made-anew-1', 'from-memory-2', 'from-memory-3'])
      await (await fetch(`${root}/api/v2/tables/werk/data?lang=en`, { headers: { 'x-request-id': id } })).text();
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
    const lines = output()
      .split('\n')
      .filter((line) => line.includes('"answered"') && line.includes('/data"'))
      .map((line) => line.replace(/"(time|ms)":[\d.]+/g, '$1'));
    assert.equal(lines.length, 3, output());
    assert.match(
      lines[0] ?? '',
      /"reqId":"made-anew-1","method":"GET","route":"\/api\/v2\/tables\/:id\/data","status":200/,
    );
    for (const [index, id] of ['made-anew-1', 'from-memory-2', 'from-memory-3'].entries())
      assert.equal(lines[index], lines[0]?.replace('made-anew-1', id));
    assert.doesNotMatch(output(), /lang=en/);
  });

  it('says that it is about to stop before it stops', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'peilglas.yaml'), 'shutdown: { drainSeconds: 8, graceSeconds: 1 }\nlogLevel: info\n');
    const { child, root, ended, output } = await serve(['--store', await publishedStore()], {
      PEILGLAS_CONFIG: join(folder, 'peilglas.yaml'),
    });
    const kept = async (path: string) => (await fetch(root + path)).headers.get('connection');
    for (const path of ['/api/v2/config', '/api/v2/config']) assert.equal(await kept(path), 'keep-alive');
    child.kill('SIGTERM');
    let status = 200;
    while (status === 200) status = (await fetch(`${root}/readyz`)).status;
    assert.equal(status, 503);
    assert.equal((await fetch(`${root}/api/v2/config`)).status, 200);
    // Of an answer from memory and of one that is made: on a connection that stays open the next question would be lost.
    for (const path of ['/api/v2/config', '/api/v2/tables/werk/data']) assert.equal(await kept(path), 'close');
    assert.equal(await ended, 0);
    assert.doesNotMatch(output(), /"level":[56]0/);
  });

  it(
    'closes versions that nobody asks for any more',
    { skip: process.platform !== 'linux' && 'the open files of a process are counted on Linux only' },
    async () => {
      const [folder, tables] = [await publishedStore(), await temporaryFolder()];
      const { child, root, ended } = await serve(['--store', folder]);
      const publisher = new DuckDbStore(folder);
      for (let version = 0; version < 7; version++) {
        const manifest = (text: string) => text.replace('nl: Mensen met werk', `nl: Versie ${version}`);
        await publishTables({ paths: [await writeTable(tables, { manifest })], store: publisher });
        await (await fetch(`${root}/api/v2/tables/werk/data`)).text();
      }
      await publisher.close();
      const handles = await readdir(`/proc/${child.pid}/fd`);
      const files = await Promise.all(handles.map((name) => readlink(`/proc/${child.pid}/fd/${name}`).catch(() => '')));
      const open = files.filter((file) => file.endsWith('.duckdb'));
      assert.ok(open.length >= 1 && open.length <= 3, open.join('\n'));
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
    },
  );
});
