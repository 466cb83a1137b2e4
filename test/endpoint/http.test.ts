import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, describe, it, mock } from 'node:test';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { startEndpoint, temporaryFolder, writeTable, publishedStore, type Problem, type TableList } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const app = await startEndpoint();
const root = await app.listen({ port: 0, host: '127.0.0.1' });
const data = `${root}/api/v2/tables/werk/data`;

describe('refusals are problems', () => {
  const cases: readonly (readonly [string, string, RequestInit, number, RegExp])[] = [
    ['an unknown address', '/nowhere', {}, 404, /nothing at \/nowhere/],
    ['an unknown table', '/api/v2/tables/nope', {}, 404, /Table with id, nope can not be found/],
    ['a table id that is a path', '/api/v2/tables/..%2F..%2Fetc/metadata', {}, 404, /can not be found/],
    ['a table id named after a prototype', '/api/v2/tables/__proto__', {}, 404, /can not be found/],
    ['a page that does not exist', '/api/v2/tables?pageNumber=2', {}, 404, /Page 2 does not exist/],
    ['a page size of nothing', '/api/v2/tables?pageSize=0', {}, 400, /pageSize must be a whole number/],
    ['an unsupported language', '/api/v2/tables?lang=fr', {}, 400, /Unsupported language fr/],
    [
      'a code that does not exist',
      '/api/v2/tables/werk/data?valueCodes[RegioS]=GM9',
      {},
      400,
      /GM9 .* variable RegioS/,
    ],
    ['an address that cannot be decoded', '/api/v2/tables/%zz', {}, 400, /cannot be read/],
    [
      'a body that is no JSON',
      '/api/v2/tables/werk/data',
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
      400,
      /cannot be read/,
    ],
    [
      'a body that names a prototype',
      '/api/v2/tables/werk/data',
      { method: 'POST', body: '{"__proto__": {}}', headers: { 'content-type': 'application/json' } },
      400,
      /cannot be read/,
    ],
    [
      'a body in another form',
      '/api/v2/tables/werk/data',
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } },
      415,
      /application\/json/,
    ],
    [
      'a body that is too large',
      '/api/v2/tables/werk/data',
      { method: 'POST', body: `"${'x'.repeat(300_000)}"`, headers: { 'content-type': 'application/json' } },
      413,
      /too large/,
    ],
    [
      'a method the address does not have',
      '/api/v2/tables/werk/data',
      { method: 'DELETE' },
      405,
      /Only GET, HEAD, POST/,
    ],
    ['an address that is too long', `/api/v2/tables?query=${'x'.repeat(30_000)}`, {}, 431, /by POST/],
  ];
  for (const [name, path, init, status, detail] of cases) {
    it(name, async () => {
      const answer = await fetch(root + path, init);
      const body = (await answer.json()) as Problem;
      assert.equal(answer.status, status);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(answer.headers.get('api-version'), '2.0.0');
      assert.equal(body.status, status);
      assert.ok(body.title.length > 0);
      assert.match(body.detail, detail);
    });
  }

  it('a method that is refused comes with the ones that are not', async () => {
    const answer = await fetch(`${root}/api/v2/config`, { method: 'PUT' });
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
  });

  it('more cells than are allowed, before any of them is read', async () => {
    const small = createEndpoint({ ...unlimited, store: await publishedStore(), maxDataCells: 47 });
    after(() => small.close());
    const query = {
      'valueCodes[RegioS]': '*',
      'valueCodes[Leeftijd]': '*',
      'valueCodes[Perioden]': '*',
      'valueCodes[Onderwerp]': '*',
    };
    const answer = await small.inject({ url: '/api/v2/tables/werk/data', query });
    assert.equal(answer.statusCode, 403);
    assert.match(answer.json<Problem>().detail, /48 cells, which exceeds the number allowed: 47/);
    assert.equal(
      (await small.inject({ url: '/api/v2/tables/werk/data', query: { ...query, 'valueCodes[RegioS]': 'TOP(2)' } }))
        .statusCode,
      200,
    );
  });

  it('more calls than are allowed, with when to come back', async () => {
    const busy = createEndpoint({ ...unlimited, store: await publishedStore(), callLimit: { calls: 2, seconds: 60 } });
    after(() => busy.close());
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push(await busy.inject('/api/v2/config'));
    assert.deepEqual(
      statuses.map(({ statusCode }) => statusCode),
      [200, 200, 429],
    );
    assert.match(String(statuses[2]?.headers['content-type']), /^application\/problem\+json/);
    assert.ok(Number(statuses[2]?.headers['retry-after']) > 0);
    assert.equal(statuses[0]?.json<{ maxCallsPerTimeWindow: number }>().maxCallsPerTimeWindow, 2);
  });

  it('a fault of the server, without what went wrong', async () => {
    const store = new DuckDbStore(await publishedStore());
    store.cells = () => Promise.reject(new Error('secret path /var/lib'));
    const broken = createEndpoint({ ...unlimited, store });
    after(() => broken.close());
    const answer = await broken.inject('/api/v2/tables/werk/data');
    assert.equal(answer.statusCode, 500);
    assert.doesNotMatch(answer.body, /secret/);
    assert.equal(answer.headers.etag, undefined);
    assert.equal(answer.headers['cache-control'], 'no-store');
  });
});

describe('a request that names the type of a body it does not have', () => {
  for (const method of ['POST', 'PUT'])
    it(`is answered: ${method}`, { timeout: 120_000 }, async () => {
      const socket = connect(Number(new URL(root).port), '127.0.0.1');
      try {
        const head = `${method} /api/v2/tables/werk/data HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`;
        socket.write(`${head}Content-Type: application/json\r\n\r\n`);
        const [first] = (await once(socket, 'data')) as [Buffer];
        assert.match(first.toString(), method === 'POST' ? /^HTTP\/1\.1 200 / : /^HTTP\/1\.1 405 /);
      } finally {
        socket.destroy();
      }
    });
});

describe('caching', () => {
  it('tells caches how long, by what the answer differs, and a strong tag', async () => {
    const { headers } = await fetch(data);
    assert.equal(headers.get('cache-control'), 'public, max-age=300, stale-while-revalidate=86400');
    assert.equal(headers.get('vary'), 'Authorization, Accept-Encoding, Accept-Language');
    assert.match(headers.get('etag') ?? '', /^"[\w-]+(~\w+)?"$/);
  });

  it('answers 304 without a body to who has the answer already', async () => {
    for (const path of [
      '/config',
      '/tables',
      '/tables/werk',
      '/tables/werk/metadata',
      '/tables/werk/defaultselection',
      '/tables/werk/data',
    ]) {
      const tag = (await fetch(`${root}/api/v2${path}`)).headers.get('etag') ?? '';
      for (const header of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await fetch(`${root}/api/v2${path}`, { headers: { 'if-none-match': header } });
        assert.equal(again.status, 304, `${path} ${header}`);
        assert.equal(await again.text(), '');
      }
      assert.equal((await fetch(`${root}/api/v2${path}`, { headers: { 'if-none-match': '"other"' } })).status, 200);
    }
  });

  it('answers 304 with the tag of what the asker has, so that a cache finds it', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': encoding };
      const tag = (await fetch(data, { headers })).headers.get('etag') ?? '';
      const again = await fetch(data, { headers: { ...headers, 'if-none-match': `"other", ${tag}` } });
      assert.deepEqual([again.status, again.headers.get('etag')], [304, tag]);
    }
  });

  it('has another tag for another selection, language, format or compression', async () => {
    const tags = await Promise.all(
      [
        data,
        `${data}?lang=en`,
        `${data}?outputFormat=csv`,
        `${data}?heading=RegioS`,
        `${data}?valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*`,
      ].map(async (url) => (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).headers.get('etag')),
    );
    const gzip = await fetch(data, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(gzip.headers.get('content-encoding'), 'gzip');
    assert.equal(new Set([...tags, gzip.headers.get('etag')]).size, 6);
  });

  it('has another tag where links lead elsewhere', async () => {
    const store = await publishedStore();
    const answers = async (folder: string) => {
      const other = createEndpoint({ ...unlimited, store, publicUrl: `https://www.example.org/${folder}` });
      after(() => other.close());
      const paths = ['/tables', '/tables/werk', '/tables/werk/defaultselection'];
      return Promise.all(paths.map((path) => other.inject(`/api/v2${path}`)));
    };
    const [one, two] = [await answers('een'), await answers('twee')];
    one.forEach((answer, index) => {
      assert.notEqual(answer.body, two[index]?.body);
      assert.notEqual(answer.headers.etag, two[index]?.headers.etag);
    });
  });

  it('has one tag for one selection, however it is spelled', async () => {
    const tag = async (codes: string) =>
      (
        await app.inject(
          `/api/v2/tables/werk/data?valueCodes[RegioS]=${codes}&valueCodes[Perioden]=2023&valueCodes[Onderwerp]=*`,
        )
      ).headers.etag;
    assert.equal(await tag('GM0164,GM0153'), await tag('gm*'));
  });

  it('keeps answers to POST out of caches', async () => {
    const { headers } = await fetch(data, { method: 'POST' });
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('etag'), null);
  });

  it('tells who asks how many calls are left only where no cache would tell others', async () => {
    const left = async (init: RequestInit) => (await fetch(data, init)).headers.get('x-ratelimit-remaining');
    assert.equal(await left({}), null);
    assert.match((await left({ method: 'POST' })) ?? '', /^\d+$/);
  });
});

describe('cross-origin requests', () => {
  it('are open to every site by default, without credentials', async () => {
    const { headers } = await fetch(data, { headers: { origin: 'https://www.example.org' } });
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-credentials'), null);
    assert.match(headers.get('access-control-expose-headers') ?? '', /ETag/);
  });

  it('are open to the configured sites only', async () => {
    const closed = createEndpoint({
      ...unlimited,
      store: await publishedStore(),
      origins: ['https://www.example.org'],
    });
    after(() => closed.close());
    const from = async (origin: string) =>
      (await closed.inject({ url: '/api/v2/config', headers: { origin } })).headers;
    assert.equal((await from('https://www.example.org'))['access-control-allow-origin'], 'https://www.example.org');
    assert.equal((await from('https://evil.example'))['access-control-allow-origin'], undefined);
    assert.match(String((await from('https://www.example.org')).vary), /Origin/);
  });

  it('are announced to a browser that asks first', async () => {
    const headers = { origin: 'https://www.example.org', 'access-control-request-method': 'POST' };
    const answer = await fetch(data, { method: 'OPTIONS', headers });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('access-control-allow-methods') ?? '', /POST/);
  });
});

describe('the list of tables', async () => {
  const folder = await temporaryFolder();
  const store = new DuckDbStore(join(folder, 'store'));
  const today = new Date().toISOString().slice(0, 10);
  for (const [id, title, updated] of [
    ['een', 'Fietsen', '2001-01-01'],
    ['twee', 'Wandelen', '2001-01-01'],
    ['drie', 'Zwemmen', today],
  ] as const) {
    const manifest = (text: string) =>
      text
        .replace('id: werk', `id: ${id}`)
        .replace('nl: Mensen met werk', `nl: ${title}`)
        .replace('updated: 2024-03-01', `updated: ${updated}`)
        .replace(/^nextUpdate: .*\n/m, '');
    await publishTables({ paths: [await writeTable(folder, { manifest })], store });
  }
  // A test moves the clock, by which nothing that is kept grows old.
  const three = createEndpoint({ ...unlimited, store, cacheMegabytes: 0 });
  after(() => three.close());
  const list = async (query: string) => (await three.inject(`/api/v2/tables?${query}`)).json<TableList>();
  const ids = async (query: string): Promise<string[]> => (await list(query)).tables.map(({ id }) => id);

  it('describes each table', async () => {
    const [table] = (await list('')).tables;
    assert.deepEqual(
      { ...table, links: table?.links.length },
      {
        id: 'drie',
        label: 'Zwemmen',
        description: 'Hoeveel mensen werk hebben.',
        updated: today,
        firstPeriod: '2020',
        lastPeriod: '2023',
        category: 'public',
        variableNames: ["Regio's", 'Leeftijd', 'Perioden', 'Onderwerp'],
        discontinued: false,
        source: 'Eigen voorbeeld',
        subjectCode: 'werk',
        timeUnit: 'Annual',
        paths: [[{ id: 'werk', label: 'Werk en inkomen' }]],
        links: 3,
      },
    );
  });

  it('comes in pages with links between them', async () => {
    assert.deepEqual(await ids('pageSize=2'), ['drie', 'een']);
    assert.deepEqual(await ids('pageSize=2&pageNumber=2'), ['twee']);
    const { page } = await list('pageSize=1&pageNumber=2&query=werk&lang=en');
    assert.deepEqual([page.pageNumber, page.pageSize, page.totalElements, page.totalPages], [2, 1, 3, 3]);
    const links = new Map(page.links.map(({ rel, href }) => [rel, href]));
    assert.deepEqual([...links.keys()], ['first', 'previous', 'next', 'last']);
    assert.deepEqual((await three.inject(String(links.get('next')))).json<TableList>().tables[0]?.id, 'twee');
  });

  it('is searched by every word, whatever its case and language', async () => {
    assert.deepEqual(await ids('query=FIETSEN%20werk'), ['een']);
    assert.deepEqual(await ids('query=netherlands'), []);
    assert.deepEqual(await ids('query=persons%20zwem'), ['drie']);
    assert.deepEqual((await list('query=niets')).page.totalPages, 1);
  });

  it('is limited to what was updated in the last days', async () => {
    assert.deepEqual(await ids('pastDays=2'), ['drie']);
    assert.equal((await three.inject('/api/v2/tables?pastDays=0')).statusCode, 400);
  });

  it('has what was updated yesterday, at whatever hour it is asked for', async () => {
    const at = async (days: number, hour: number): Promise<string[]> => {
      mock.timers.enable({ apis: ['Date'], now: Date.parse(today) + (days * 24 + hour) * 3_600_000 });
      return ids('pastDays=1').finally(() => mock.timers.reset());
    };
    for (const hour of [0.5, 7, 23.5]) {
      assert.deepEqual(await at(0, hour), ['drie'], `today, ${hour}`);
      assert.deepEqual(await at(1, hour), ['drie'], `yesterday, ${hour}`);
      assert.deepEqual(await at(2, hour), [], `the day before, ${hour}`);
    }
  });

  it('links to addresses that answer', async () => {
    for (const { href } of (await list('')).tables[0]?.links ?? [])
      assert.equal((await three.inject(href)).statusCode, 200, href);
  });
});

describe('the server', () => {
  it('says that it is well', async () => {
    assert.deepEqual(await (await fetch(`${root}/healthz`)).json(), { status: 'ok' });
  });

  it('describes exactly the addresses and methods it has', async () => {
    const answer = await fetch(`${root}/api/v2/openapi.json`);
    const { paths, servers } = (await answer.json()) as {
      paths: Record<string, Record<string, object> & { servers?: { url: string }[] }>;
      servers: { url: string }[];
    };
    assert.deepEqual(servers, [{ url: '/api/v2' }]);
    for (const [path, { servers: own = servers, ...methods }] of Object.entries(paths)) {
      const address = `${own[0]?.url}${path.replace('{id}', 'werk').replace('{element}', 'kpi-tile')}`;
      const refusal = await fetch(root + address, { method: 'DELETE' });
      assert.equal(refusal.status, 405, path);
      const allowed = (refusal.headers.get('allow') ?? '').split(', ').filter((method) => method !== 'HEAD');
      assert.deepEqual(
        Object.keys(methods)
          .map((method) => method.toUpperCase())
          .sort(),
        allowed.sort(),
        path,
      );
    }
  });

  it('serves an empty store as no tables', async () => {
    const empty = createEndpoint({ ...unlimited, store: join(await temporaryFolder(), 'not-there') });
    after(() => empty.close());
    assert.deepEqual((await empty.inject('/api/v2/tables')).json<TableList>().tables, []);
  });

  it('answers a request that is no HTTP with a problem', async () => {
    const { port } = new URL(root);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('HELLO\r\n\r\n'));
      let text = '';
      socket.on('data', (part) => (text += part.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    assert.match(answer, /^HTTP\/1\.1 400[\s\S]*application\/problem\+json/);
  });

  it('stops although a browser holds a connection on which it asked nothing', { timeout: 120_000 }, async () => {
    const stopping = createEndpoint({ ...unlimited, store: join(await temporaryFolder(), 'not-there') });
    const { port } = new URL(await stopping.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const gone = once(socket, 'close');
    await stopping.close();
    await gone;
  });
});
