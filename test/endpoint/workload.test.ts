/** What one asker, or many, ask for at once and do not take: it must leave the others their answers. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { ServerResponse, IncomingMessage } from 'node:http';
import { connect, Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Turns } from '../../packages/endpoint/dist/serve/turns.js';
import { Unsent } from '../../packages/endpoint/dist/serve/unsent.js';
import { only, readPx } from './px-reader.ts';
import { emptyStore, grouped, publishCells, serve, type Cell, type Table } from './stored-table.ts';
import { temporaryFolder, type Dataset, type Endpoint } from './support.ts';

const regions = 700;
const isMissing = (index: number): boolean => index % 7 === 0;

/** Of 10 500 cells, and 40 megabytes as a file with texts. */
const wide: Table = {
  ...grouped,
  dimensions: grouped.dimensions.map((dimension) => {
    if (dimension.role !== 'geo') return dimension;
    const codes = Array.from({ length: regions }, (_, index) => {
      const code = `GM${String(index).padStart(4, '0')}`;
      return { code, label: { nl: `${code} `.repeat(500).trim(), en: code } };
    });
    const members = codes.map(({ code }) => code);
    const pairs = members.slice(0, 2).map((code) => ({ code: `Z${code}`, label: { nl: code }, members: [code] }));
    const whole = { code: 'alles', label: { nl: 'Alles' }, members };
    const label = { nl: 'Lijst' };
    return { ...dimension, codes, codelists: [{ id: 'Lijst', label, type: 'Aggregation', values: [...pairs, whole] }] };
  }),
};

const cells = Array.from({ length: regions * 15 }, (_, index): Cell | null => {
  if (isMissing(index)) return null;
  return index % 11 === 0 ? { value: null, status: 'C' } : { value: index / 2, status: index % 5 === 0 ? 'P' : null };
});

const path = '/api/v2/tables/grouped/data';
const rest = '&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';
const large = `${path}?valueCodes[RegioS]=*${rest}`;
const small = `${path}?valueCodes[RegioS]=GM0001${rest}`;
const file = `${large}&outputFormat=csv`;

const store = await emptyStore();
await publishCells(store, wide, cells);
const read = store.cells.bind(store);

const here = (): boolean => false;

describe('turns', () => {
  it('go round by asker, so many at once, and end once each', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 10, waitingEach: 10 });
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      const end = await turns.take(name.slice(0, 1), here);
      order.push(name);
      await setImmediate();
      end();
      end();
    };
    await Promise.all(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map(work));
    assert.deepEqual(order, ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  });

  it('are refused when too many wait, of all or of one asker; who is gone does not count', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 3, waitingEach: 2 });
    const end = await turns.take('a', here);
    let left = false;
    const first = turns.take('a', () => left);
    const second = turns.take('a', here);
    await assert.rejects(turns.take('a', here), { statusCode: 503 });
    const third = turns.take('b', here);
    await assert.rejects(turns.take('c', here), { statusCode: 503 });
    left = true;
    const fourth = turns.take('c', here);
    await assert.rejects(first, { statusCode: 499 });
    end();
    for (const next of [second, third, fourth]) (await next)();
    (await turns.take('a', here))();
  });

  it('pass by who is gone', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 9, waitingEach: 9 });
    const end = await turns.take('a', here);
    const gone = turns.take('a', () => true);
    const next = turns.take('b', here);
    end();
    await assert.rejects(gone, { statusCode: 499 });
    (await next)();
  });
});

describe('answers that are not taken', () => {
  const answer = (): ServerResponse => new ServerResponse(new IncomingMessage(new Socket()));

  it('count by their bytes until they are sent or cut off, one that many are sent once', () => {
    const unsent = new Unsent(100);
    const [one, two] = [answer(), answer()];
    const body = Buffer.alloc(100);
    for (const response of [one, two]) unsent.hold(response, body);
    assert.deepEqual([unsent.bytes, unsent.hasRoom()], [100, false]);
    one.emit('finish');
    assert.equal(unsent.bytes, 100);
    two.emit('close');
    assert.deepEqual([unsent.bytes, unsent.hasRoom()], [0, true]);
  });

  it('are forgotten when the connection ended before their turn on it came', () => {
    const unsent = new Unsent(100);
    const waiting = answer();
    unsent.hold(waiting, Buffer.alloc(100));
    waiting.req.socket.destroy();
    assert.equal(unsent.hasRoom(), true);
  });

  it('are cut off once others need the room, the oldest first, and not before they had time', (test) => {
    let now = 0;
    test.mock.method(performance, 'now', () => now);
    const unsent = new Unsent(100);
    const [first, second, third] = [answer(), answer(), answer()];
    for (const response of [first, second, third]) {
      unsent.hold(response, Buffer.alloc(50));
      now += 8_000;
    }
    assert.equal(unsent.hasRoom(), true);
    assert.deepEqual(
      [first, second, third].map(({ req }) => req.socket.destroyed),
      [true, true, false],
    );
    unsent.hold(answer(), Buffer.alloc(60));
    assert.equal(unsent.hasRoom(), false);
    assert.equal(third.req.socket.destroyed, false);
  });
});

describe('a large answer', async () => {
  const app = serve(store);
  const dataset = (await app.inject(large)).json<Dataset>();

  it('has every figure with its status', () => {
    const { value, status = {} } = dataset;
    assert.deepEqual(
      value,
      cells.map((cell) => cell?.value ?? null),
    );
    const expected = cells.map((cell, index) => [String(index), cell ? cell.status : 'O'] as const);
    assert.deepEqual(status, Object.fromEntries(expected.filter(([, state]) => state !== null)));
  });

  it('says the same as a file, as a printed table and in PX', async () => {
    const lines = async (query: string): Promise<readonly (readonly string[])[]> =>
      (await app.inject(`${file}&outputFormatParams=UseCodes${query}`)).body
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(','));
    const texts = cells.map((cell) => cell?.value?.toString() ?? '');
    const states = cells.map((cell) => (cell ? (cell.status ?? '') : 'O'));
    const list = await lines('');
    assert.deepEqual(
      list.map((fields) => fields.slice(3)),
      texts.map((text, index) => [text, states[index]]),
    );
    assert.deepEqual(list[16]?.slice(0, 3), ['GM0001', '2020', 'woningen']);
    const printed = await lines('&heading=Perioden,Onderwerp');
    const shown = texts.map((text, index) => text || states[index]);
    assert.deepEqual(
      printed.flatMap((fields) => fields.slice(1)),
      shown,
    );
    const px = readPx((await app.inject(`${large}&outputFormat=px`)).rawPayload);
    assert.equal(only(px, 'CODES("Regio\'s")').length, regions);
  });

  it('lets others have their turn while it is written', async (test) => {
    let [clock, ticks, counting] = [0, 0, true];
    const tick = async (): Promise<void> => {
      for (; counting; ticks++) await setImmediate();
    };
    const ticking = tick();
    const own = { value: 0 };
    test.mock.method(store, 'cells', async (...asked: Parameters<typeof read>) => {
      const found = await read(...asked);
      // From here on no work is so short that it need not pause.
      test.mock.method(performance, 'now', () => (clock += 1_000));
      own.value = ticks;
      return found;
    });
    const answer = await app.inject(file);
    counting = false;
    await ticking;
    assert.equal(answer.statusCode, 200);
    assert.ok(ticks - own.value >= 10, String(ticks - own.value));
  });
});

/** An endpoint whose store reads nothing large before it is told to; by which regions it was asked, in order. */
function heldBack(): { readonly app: Endpoint; readonly begun: number[]; readonly go: () => void } {
  const begun: number[] = [];
  let go = (): void => undefined;
  const told = new Promise<void>((resolve) => (go = resolve));
  const slow = Object.create(store) as typeof store;
  slow.cells = async (version, selection) => {
    const [chosen = []] = selection;
    if (chosen.length < 600) return read(version, selection);
    begun.push(chosen.length);
    await told;
    return { values: [1], status: new Map() };
  };
  slow.revision = () => store.revision();
  slow.inventory = () => store.inventory();
  slow.close = async () => undefined;
  return { app: serve(slow, { trustProxy: true, cacheMegabytes: 0 }), begun, go };
}

describe('the same answer, asked by many at once', () => {
  const askAll = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const [counting, own] = [Object.create(store) as typeof store, { reads: 0 }];
    counting.cells = (...asked: Parameters<typeof read>) => {
      own.reads++;
      return read(...asked);
    };
    counting.revision = () => store.revision();
    counting.inventory = () => store.inventory();
    counting.close = async () => undefined;
    const app = serve(counting);
    const root = await app.listen({ port: 0, host: '127.0.0.1' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const answer = await fetch(root + url, { headers });
        return [answer.status, await answer.text()].join(' ');
      }),
    );
    return { reads: own.reads, answers, expected: `200 ${(await app.inject({ url, headers })).body}` };
  };

  it('is made for those whose turn comes first, and given to all others when theirs comes', async () => {
    const { reads, answers, expected } = await askAll(large);
    assert.deepEqual(new Set(answers), new Set([expected]));
    assert.ok(reads <= 2, String(reads));
  });

  it('is made for each who shows who they are', async () => {
    assert.equal((await askAll(small, { cookie: 'a=b' })).reads, 20);
  });
});

/** Asks at once: of itself it would wait until somebody wants to know. @param amount of regions, by which is told who asked */
async function asking(app: Endpoint, asker: string, amount: number) {
  const chosen = { RegioS: `TOP(${amount})`, Perioden: '*', Onderwerp: '*' };
  const selection = Object.entries(chosen).map(([variableCode, code]) => ({ variableCode, valueCodes: [code] }));
  return app.inject({ method: 'POST', url: path, headers: { 'x-forwarded-for': asker }, payload: { selection } });
}

describe('many large answers at once', () => {
  it('are made two by two, a turn for each asker, and refused beyond a number; small ones are not kept waiting', async () => {
    const { app, begun, go } = heldBack();
    const first = Array.from({ length: 30 }, () => asking(app, '192.0.2.1', 690));
    const other = asking(app, '192.0.2.2', 680);
    // The refusals come while nothing is read yet.
    const refused = await Promise.all(first.slice(22));
    for (const { statusCode, headers } of refused) {
      assert.equal(statusCode, 503);
      assert.ok('retry-after' in headers);
    }
    assert.equal((await app.inject(small)).statusCode, 200);
    assert.deepEqual(begun, [690, 690]);
    go();
    const all = await Promise.all([...first.slice(0, 22), other]);
    assert.deepEqual(new Set(all.map(({ statusCode }) => statusCode)), new Set([200]));
    assert.deepEqual(begun.slice(2, 4).sort(), [680, 690]);
    assert.equal(begun.length, 23);
  });

  it('are another thing than a long file, such as a map, that many visitors ask for at once', async () => {
    const shapes = join(await temporaryFolder(), 'shapes.json');
    // Forty of them would be more than there is room for, if they were not one and the same.
    await writeFile(shapes, JSON.stringify({ type: 'FeatureCollection', features: [], name: 'x'.repeat(2_000_000) }));
    const app = serve(store, { cacheMegabytes: 0, shapes: [{ id: 'long', file: shapes, source: 'Own example' }] });
    const asked = { url: '/api/v2/shapes/long', headers: { 'accept-encoding': 'gzip' } };
    const answers = await Promise.all(Array.from({ length: 40 }, () => app.inject(asked)));
    assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([200]));
  });

  it('that nobody reads are not made without end, and make way for those that are', async (test) => {
    const app = serve(store, { cacheMegabytes: 0 });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const sockets: Socket[] = [];
    for (let call = 0; call < 2; call++) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`GET ${file} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await once(socket, 'readable');
      sockets.push(socket);
    }
    const refusal = await app.inject(large);
    assert.equal(refusal.statusCode, 503);
    assert.ok(Number(refusal.headers['retry-after']) > 0);
    assert.equal((await app.inject(small)).statusCode, 200);
    const since = performance.now();
    test.mock.method(performance, 'now', () => since + 11_000);
    assert.equal((await app.inject(large)).statusCode, 200);
    for (const socket of sockets) socket.destroy();
  });

  it('keep no turn once they are made, read or not', async () => {
    const app = serve(store, { cacheMegabytes: 0 });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const sockets: Socket[] = [];
    // More than may be made at a time; more than a connection takes of itself.
    for (let call = 0; call < 4; call++) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`GET ${file.replace('*', 'TOP(150)')} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await once(socket, 'readable');
      sockets.push(socket);
    }
    assert.equal((await app.inject(small)).statusCode, 200);
    for (const socket of sockets) socket.destroy();
  });

  it('are not held for a connection on which nothing goes any more', () => {
    assert.equal(serve(store).server.timeout, 60_000);
  });
});
