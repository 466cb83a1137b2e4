import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createEndpoint, DuckDbStore, publishTables, type EndpointOptions } from '@peilglas/endpoint';
import { publishedStore, temporaryFolder, writeTable, type Dataset } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const all = 'valueCodes[RegioS]=*&valueCodes[Leeftijd]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';
const data = `/api/v2/tables/werk/data?${all}`;

interface Answer {
  readonly status: number;
  /** Sorted, without the headers that are about one request. */
  readonly headers: readonly string[];
  readonly body: string;
}

interface Served {
  readonly root: string;
  /** How often figures were read from the store. */
  readonly reads: () => number;
}

async function serve(options: Partial<EndpointOptions> = {}, folder?: string): Promise<Served> {
  const store = new DuckDbStore(folder ?? (await publishedStore()));
  const cells = store.cells.bind(store);
  let reads = 0;
  store.cells = (version, selection) => {
    reads++;
    return cells(version, selection);
  };
  const app = createEndpoint({ ...unlimited, store, ...options });
  after(() => app.close());
  return { root: await app.listen({ port: 0, host: '127.0.0.1' }), reads: () => reads };
}

/** Asks over HTTP, and answers with the very bytes that came. */
function get(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = ask(url, { headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const lines = answer.rawHeaders.flatMap((name, index) =>
          index % 2 === 0 ? [`${name.toLowerCase()}: ${answer.rawHeaders[index + 1] ?? ''}`] : [],
        );
        resolve({
          status: answer.statusCode ?? 0,
          headers: lines.filter((line) => !/^(date|x-request-id|x-ratelimit-(remaining|reset)):/.test(line)).sort(),
          body: Buffer.concat(parts).toString('base64'),
        });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

const header = ({ headers }: Answer, name: string): string =>
  headers.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';

describe('answers from memory', () => {
  const variants: readonly (readonly [string, string, Readonly<Record<string, string>>, string?])[] = [
    ['figures', data, {}],
    ['figures with gzip', data, { 'accept-encoding': 'gzip' }],
    ['figures with brotli', data, { 'accept-encoding': 'gzip, br' }],
    ['the head of figures', data, { 'accept-encoding': 'gzip' }, 'HEAD'],
    ['CSV', `${data}&outputFormat=csv`, {}],
    ['figures for a page of a known site', data, { origin: 'https://a.example' }],
    ['figures for a page of another known site', data, { origin: 'https://b.example' }],
    ['figures for a page of an unknown site', data, { origin: 'https://c.example' }],
    ['metadata', '/api/v2/tables/werk/metadata?lang=en', { 'accept-encoding': 'br' }],
    ['the list of tables', '/api/v2/tables', {}],
    ['the configuration', '/api/v2/config', {}],
    ['a long answer', '/api/v2/openapi.json', {}],
    ['a long answer with gzip', '/api/v2/openapi.json', { 'accept-encoding': 'gzip' }],
    ['an answer with letters beyond ASCII', '/api/v2/tables/werk', {}],
    ['an answer that is there already', data, { 'if-none-match': '*' }],
    ['a refused selection', '/api/v2/tables/werk/data?valueCodes[RegioS]=XX', {}],
    ['an unknown table', '/api/v2/tables/nope', {}],
  ];
  const origins = ['https://a.example', 'https://b.example'];

  it('are the same to the byte as those that are made anew', async () => {
    const folder = await publishedStore({ manifest: (text) => text.replace('nl: Mensen met werk', 'nl: Één → 𝟚 €') });
    const [cached, plain] = [await serve({ origins }, folder), await serve({ origins, cacheMegabytes: 0 }, folder)];
    for (const [name, path, headers, method] of variants) {
      const expected = await get(plain.root + path, headers, method);
      for (const time of ['first', 'second', 'third'])
        assert.deepEqual(await get(cached.root + path, headers, method), expected, `${name}, ${time} time`);
    }
  });

  it('have the same head alone as with their body, however they are compressed', async () => {
    const { root } = await serve();
    for (const [name, path, headers] of variants) {
      const whole = await get(root + path, headers);
      for (const time of ['first', 'second'])
        assert.deepEqual(await get(root + path, headers, 'HEAD'), { ...whole, body: '' }, `${name}, ${time} time`);
    }
  });

  it('are for one name of the endpoint, as far as a proxy is believed', async () => {
    const of = async (root: string, headers: Readonly<Record<string, string>>) =>
      /"@id":"(https?:\/\/[^/"]+)/.exec(
        Buffer.from((await get(`${root}/catalogue`, headers)).body, 'base64').toString(),
      )?.[1];
    const [open, behind] = [await serve(), await serve({ trustProxy: ['127.0.0.1'] })];
    const { host } = new URL(open.root);
    for (let time = 0; time < 2; time++) {
      for (const name of ['a.example', 'b.example']) {
        const headers = { 'x-forwarded-host': name, 'x-forwarded-proto': 'https' };
        assert.equal(await of(open.root, headers), `http://${host}`);
        assert.equal(await of(open.root, { host: name }), `http://${name}`);
        assert.equal(await of(behind.root, headers), `https://${name}`);
      }
    }
  });

  it('cost no reading', async () => {
    const { root, reads } = await serve();
    const tag = header(await get(root + data), 'etag');
    for (let time = 0; time < 3; time++) await get(root + data);
    assert.equal(reads(), 1);
    assert.equal((await get(root + data, { 'if-none-match': tag })).status, 304);
    assert.equal((await get(root + data, { 'if-none-match': tag })).status, 304);
    assert.equal(reads(), 1);
  });

  it('are not for who shows who they are', async () => {
    const { root, reads } = await serve();
    await get(root + data);
    for (const headers of [{ cookie: 'a=b' }, { dpop: 'x' }, { 'proxy-authorization': 'Basic eA==' }]) {
      const before = reads();
      await get(root + data, headers);
      await get(root + data, headers);
      assert.equal(reads(), before + 2, Object.keys(headers).join());
    }
    assert.equal((await get(root + data, { authorization: 'Bearer nonsense' })).status, 401);
    assert.equal((await get(`${root + data}&access_token=x`)).status !== 200, true);
  });

  it('that name the scheme of the address are kept for each scheme apart', async () => {
    const { root } = await serve({ trustProxy: true });
    for (const scheme of ['http', 'https', 'http', 'https']) {
      const answer = await fetch(`${root}/catalogue`, { headers: { 'x-forwarded-proto': scheme } });
      assert.match(await answer.text(), new RegExp(`"@id":"${scheme}://127`));
    }
  });

  it('have an id of their own, and count as calls', async () => {
    const { root } = await serve({ callLimit: { calls: 4, seconds: 60 } });
    const answers = [];
    for (let call = 0; call < 6; call++) answers.push(await fetch(root + data));
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')]),
      // How many calls one asker has left is nothing that a cache may tell another.
      [
        [200, null],
        [200, null],
        [200, null],
        [200, null],
        [429, '0'],
        [429, '0'],
      ],
    );
    assert.equal(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size, 6);
    assert.equal((await get(root + data, { 'x-request-id': 'by-the-proxy' })).status, 429);
  });

  it('count for who asks, as far as a proxy is believed', async () => {
    const callLimit = { calls: 2, seconds: 60 };
    const from = async (root: string, addresses: readonly string[]) => {
      const statuses = [];
      for (const address of addresses) statuses.push((await get(root + data, { 'x-forwarded-for': address })).status);
      return statuses;
    };
    const row = ['10.1.1.1', '10.1.1.1', '10.1.1.1', '10.1.1.2', '10.1.1.2', '10.1.1.2'];
    for (const trustProxy of [true, ['127.0.0.1']]) {
      const { root } = await serve({ callLimit, trustProxy });
      assert.deepEqual(await from(root, row), [200, 200, 429, 200, 200, 429]);
    }
    for (const trustProxy of [false, ['10.0.0.0/8']]) {
      const { root } = await serve({ callLimit, trustProxy });
      assert.deepEqual(await from(root, row), [200, 200, 429, 429, 429, 429]);
    }
  });

  it('count for an address whatever its port, which some proxies say too', async () => {
    const callLimit = { calls: 2, seconds: 60 };
    for (const trustProxy of [true, ['127.0.0.1', '10.0.0.0/8']]) {
      const { root } = await serve({ callLimit, trustProxy });
      const status = async (addresses: string): Promise<number> =>
        (await get(root + data, { 'x-forwarded-for': addresses })).status;
      const row = ['192.0.2.1:50001', '192.0.2.1:50002', '192.0.2.1:50003'];
      const statuses = [];
      for (const address of row) statuses.push(await status(address));
      assert.deepEqual(statuses, [200, 200, 429]);
      const six = ['[2001:db8::1]:443', '[2001:db8::2]', '2001:db8::3'];
      for (const [call, address] of six.entries()) assert.equal(await status(address), call < 2 ? 200 : 429, address);
    }
    // Said by one proxy of another, which is believed too.
    const { root } = await serve({ callLimit, trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
    const behind = async (visitor: string): Promise<number> =>
      (await get(root + data, { 'x-forwarded-for': `${visitor}, 10.0.0.9:61000` })).status;
    assert.deepEqual([await behind('192.0.2.1'), await behind('192.0.2.1')], [200, 200]);
    assert.deepEqual([await behind('192.0.2.1'), await behind('192.0.2.2')], [429, 200]);
  });

  it('count for a whole network of IPv6, of which whoever has one address has as many as they like', async () => {
    const { root } = await serve({ callLimit: { calls: 2, seconds: 60 }, trustProxy: true });
    const status = async (address: string): Promise<number> =>
      (await get(root + data, { 'x-forwarded-for': address })).status;
    const one = ['2001:db8:0:7::1', '2001:DB8:0:7:ffff::2', '2001:db8::7:1:2:3:4'];
    assert.deepEqual([await status('2001:db8::1'), await status('2001:db8:0:0:9::')], [200, 200]);
    assert.equal(await status('2001:0db8::2'), 429);
    for (const [call, address] of one.entries()) assert.equal(await status(address), call < 2 ? 200 : 429, address);
    for (const last of [1, 2, 3]) assert.equal(await status(`::ffff:192.0.2.${last}`), 200);
  });

  it('come one after another on one connection, each as long as it says', async () => {
    const { root } = await serve();
    const alone = await Promise.all([get(root + data), get(`${root}/api/v2/config`)]);
    const { hostname, port, host } = new URL(root);
    const socket = connect(Number(port), hostname);
    const asked = (method: string, path: string, more = '') =>
      `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;
    socket.write(
      asked('GET', data) +
        asked('HEAD', data) +
        asked('GET', '/api/v2/config') +
        asked('GET', data, 'Connection: close\r\n'),
    );
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    await once(socket, 'end');
    const bodies: string[] = [];
    for (let rest = Buffer.concat(parts); rest.length > 0;) {
      const head = rest.subarray(0, rest.indexOf('\r\n\r\n')).toString();
      assert.match(head, /^HTTP\/1\.1 200 OK/);
      const length: number = bodies.length === 1 ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1]);
      const start = head.length + 4;
      bodies.push(rest.subarray(start, start + length).toString('base64'));
      rest = rest.subarray(start + length);
    }
    assert.deepEqual(bodies, [alone[0].body, '', alone[1].body, alone[0].body]);
  });

  it('are given without a server too', async () => {
    const store = new DuckDbStore(await publishedStore());
    const cells = store.cells.bind(store);
    let reads = 0;
    store.cells = (version, selection) => {
      reads++;
      return cells(version, selection);
    };
    const app = createEndpoint({ ...unlimited, store });
    after(() => app.close());
    const bodies = [];
    for (let time = 0; time < 3; time++) bodies.push((await app.inject(data)).body);
    assert.deepEqual([new Set(bodies).size, reads], [1, 1]);
  });

  it('are the last on their connection while the endpoint stops', async () => {
    const store = new DuckDbStore(await publishedStore());
    const app = createEndpoint({ ...unlimited, store });
    const stopping = new Promise<void>((resolve) => {
      app.addHook('preClose', (done) => {
        resolve();
        done();
      });
    });
    const root = await app.listen({ port: 0, host: '127.0.0.1' });
    await get(root + data);
    // An answer that takes its time holds the connection open.
    const cells = store.cells.bind(store);
    const [reading, going] = [new EventEmitter(), new EventEmitter()];
    const go = once(going, 'go');
    store.cells = async (version, selection) => {
      reading.emit('begun');
      await go;
      return cells(version, selection);
    };
    const { hostname, port, host } = new URL(root);
    const socket = connect(Number(port), hostname);
    const asked = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    const begun = once(reading, 'begun');
    asked(`${data}&lang=en`);
    await begun;
    const closed = app.close();
    await stopping;
    asked(data);
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
    setImmediate(() => going.emit('go'));
    await once(socket, 'close');
    await closed;
    assert.match(text, /^HTTP\/1\.1 200/);
    assert.match(text, /connection: close/i);
  });

  it('take no more memory than they may', async () => {
    const { root, reads } = await serve({ cacheMegabytes: 1 });
    const urls = Array.from(
      { length: 400 },
      (_, index) => `${root + data}&outputFormatParams=${',UseCodes'.repeat(index + 1).slice(1)}`,
    );
    for (const url of urls) await get(url);
    const made = reads();
    await get(urls.at(-1) ?? '');
    assert.equal(reads(), made, 'the last is kept');
    await get(urls[0] ?? '');
    assert.equal(reads(), made + 1, 'the first had to go');
  });

  it('stay as long as they are asked for, however many others come by', async () => {
    const { root, reads } = await serve({ cacheMegabytes: 1 });
    await get(root + data);
    for (let other = 1; other <= 400; other++) {
      await get(`${root + data}&outputFormatParams=${',UseCodes'.repeat(other).slice(1)}`);
      await get(root + data);
    }
    assert.equal(reads(), 401);
  });
});

describe('a version that is published', () => {
  it('is in the next answer, and a retracted one in none', async () => {
    const folder = await temporaryFolder();
    const place = join(folder, 'store');
    const [publisher, tables] = [new DuckDbStore(place), await temporaryFolder()];
    const publish = async (title: string) => {
      const manifest = (text: string) => text.replace('nl: Mensen met werk', `nl: ${title}`);
      await publishTables({ paths: [await writeTable(tables, { manifest })], store: publisher });
    };
    await publish('Een');
    const { root } = await serve({}, place);
    const label = async () => ((await (await fetch(root + data)).json()) as Dataset).label;
    for (const title of ['Een', 'Twee', 'Drie', 'Vier']) {
      await publish(title);
      assert.deepEqual([await label(), await label()], [title, title]);
    }
    await publisher.retract('werk', 4, 'test');
    assert.deepEqual([await label(), await label()], ['Drie', 'Drie']);
    await publisher.close();
  });
});
