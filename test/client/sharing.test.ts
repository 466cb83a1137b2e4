import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cellsOf, RefusedError, SelectionError, type Cube, type SliceSelection } from '@peilglas/model';
import { PxWebSource, sharedSource, type TokenProvider } from '@peilglas/client';
import { JsonStatSource, sharedJsonStatSource } from '@peilglas/client/json-stat';
import { answerJson, figureOf, startServer, stopServers, until, type TestServer } from './pxweb-server.ts';

const table = 'test';
const lang = 'nl';
let server: TestServer;
let source: PxWebSource;

function ask(selection: SliceSelection, options: { signal?: AbortSignal; fresh?: boolean } = {}): Promise<Cube> {
  return source.read({ table, lang, select: () => selection, ...options });
}

/** Every figure of the answer is the right one, and its codes are those selected. */
function checkFigures(cube: Cube, selection: SliceSelection): void {
  for (const [dimension, codes] of Object.entries(selection))
    assert.deepEqual(cube.dimension(dimension).codes, [codes].flat());
  let cells = 0;
  for (const { codes, observation } of cellsOf(cube)) {
    const [region = '', year = '', topic = ''] = codes;
    assert.equal(observation.value, figureOf(region, year, topic));
    cells += 1;
  }
  assert.equal(cells, cube.size);
}

afterEach(stopServers);

beforeEach(async () => {
  server = await startServer();
  source = new PxWebSource({ endpoint: server.endpoint, retryDelay: 1 });
});

describe('askers of one table in one tick', () => {
  it('share one metadata and one data request, and each gets exactly its own codes', async () => {
    const selections: SliceSelection[] = [
      { Region: 'GM0153', Tid: '2010', Topic: 'people' },
      { Region: ['GM0164', 'GM0001'], Tid: ['2011', '2001'], Topic: 'jobs' },
      { Region: 'GM0007', Topic: 'people' },
      { Region: 'GM0153', Tid: '2010', Topic: 'people' },
    ];
    const cubes = await Promise.all(selections.map((selection) => ask(selection)));
    for (const [position, cube] of cubes.entries()) checkFigures(cube, selections[position] ?? {});
    assert.equal(cubes[2]?.dimension('Tid').size, 100);
    assert.equal(server.asked.length, 2);
    assert.deepEqual(
      server.dataRequests.map(({ method }) => method),
      ['GET'],
    );
  });

  it('are joined by those that come while the metadata is loading', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.intercept = async ({ url }) => {
      if (url.pathname.endsWith('/metadata')) await held;
      return false;
    };
    const first = ask({ Region: 'GM0001', Tid: '2000', Topic: 'people' });
    await until(() => server.asked.length === 1);
    const second = ask({ Region: 'GM0002', Tid: '2001', Topic: 'people' });
    release();
    checkFigures(await first, { Region: 'GM0001' });
    checkFigures(await second, { Region: 'GM0002' });
    assert.equal(server.asked.length, 2);
  });

  it('are asked apart when the union would be wasteful', async () => {
    const regions = Array.from({ length: 100 }, (_, position) => `GM${String(position).padStart(4, '0')}`);
    const others = Array.from({ length: 100 }, (_, position) => `GM${String(position + 100).padStart(4, '0')}`);
    const early = Array.from({ length: 50 }, (_, position) => String(1920 + position));
    const late = Array.from({ length: 50 }, (_, position) => String(1970 + position));
    const [a, b] = [
      { Region: regions, Tid: early, Topic: 'people' },
      { Region: others, Tid: late, Topic: 'people' },
    ];
    const [first, second] = await Promise.all([ask(a), ask(b)]);
    checkFigures(first, a);
    checkFigures(second, b);
    assert.equal(server.dataRequests.length, 2);
  });

  it('do not suffer from a neighbour with a wrong selection', async () => {
    const [wrong, right] = await Promise.allSettled([
      ask({ Region: 'GM9999' }),
      ask({ Region: 'GM0001', Tid: '2000', Topic: 'people' }),
    ]);
    assert.ok(wrong.status === 'rejected' && wrong.reason instanceof SelectionError);
    assert.ok(right.status === 'fulfilled');
    checkFigures(right.value, { Region: 'GM0001' });
  });

  it('are asked one by one when together they are too many cells for the endpoint', async () => {
    server.intercept = ({ url }, response) => {
      const cells = url.searchParams.get('valueCodes[Region]')?.split(',') ?? [];
      if (cells.length < 2) return false;
      const detail = 'The query resulted in cell that exceeds the number of allowed.';
      return answerJson(response, 403, { status: 403, title: 'Forbidden', detail });
    };
    const [a, b] = [
      { Region: 'GM0001', Tid: '2000', Topic: 'people' },
      { Region: 'GM0002', Tid: '2000', Topic: 'people' },
    ];
    const [first, second] = await Promise.all([ask(a), ask(b)]);
    checkFigures(first, a);
    checkFigures(second, b);
    assert.equal(server.dataRequests.length, 3);
  });

  it('hear that it is too much, or refused, after one request where asking alone would ask the same or mend nothing', async () => {
    const one = { Region: 'GM0001', Tid: '2000', Topic: 'people' };
    const refuse = (status: number, detail: string): void => {
      server.intercept = ({ url }, response) =>
        url.pathname.endsWith('/data') && answerJson(response, status, { status, detail });
    };
    refuse(403, 'More cells than allowed');
    await assert.rejects(ask(one), { name: 'TooManyCellsError' });
    assert.equal(server.dataRequests.length, 1);
    refuse(400, 'No such thing');
    const both = await Promise.allSettled([ask(one), ask({ ...one, Region: 'GM0002' })]);
    assert.deepEqual(
      both.map((each) => each.status === 'rejected' && each.reason instanceof RefusedError),
      [true, true],
    );
    assert.equal(server.dataRequests.length, 2);
  });

  it('leave what is asked for them alone, too', async () => {
    server.intercept = ({ url }, response) => {
      const regions = url.searchParams.get('valueCodes[Region]')?.split(',') ?? [];
      if (regions.length === 1) return true;
      return url.pathname.endsWith('/data') && answerJson(response, 403, { status: 403, detail: 'Too many cells' });
    };
    const leaving = new AbortController();
    const { signal } = leaving;
    const gone = ['GM0001', 'GM0002'].map((Region) =>
      assert.rejects(ask({ Region, Tid: '2000', Topic: 'people' }, { signal }), { name: 'AbortError' }),
    );
    await until(() => server.dataRequests.length === 3);
    leaving.abort();
    await Promise.all(gone);
    await until(() => server.dataRequests.slice(1).every(({ closed }) => closed));
  });

  it('get no cells and cause no request when they select none', async () => {
    const cube = await ask({ Tid: [] });
    assert.equal(cube.size, 0);
    assert.equal(server.dataRequests.length, 0);
  });

  it('are asked per language', async () => {
    const select = (): SliceSelection => ({ Region: 'GM0001', Tid: '2000', Topic: 'people' });
    await Promise.all(['nl-NL', 'nl', 'en'].map((each) => source.read({ table, lang: each, select })));
    assert.deepEqual(server.dataRequests.map(({ url }) => url.searchParams.get('lang')).sort(), ['en', 'nl']);
  });
});

describe('the form of a request', () => {
  it('has the codes in the order of the table, and a star for all of a dimension', async () => {
    const selection = {
      Region: Array.from({ length: 200 }, (_, position) => `GM${String(position).padStart(4, '0')}`),
      Tid: ['2001', '2000'],
      Topic: 'people',
    };
    await ask(selection);
    const [request] = server.dataRequests;
    assert.equal(request?.url.searchParams.get('valueCodes[Region]'), '*');
    assert.equal(request.url.searchParams.get('valueCodes[Tid]'), '2000,2001');
  });

  it('leaves out what an address of an endpoint may end with', async () => {
    source = new PxWebSource({ endpoint: `${server.endpoint}/?lang=en&page=2#tables`, retryDelay: 1 });
    await source.describe({ table, lang });
    assert.equal(server.asked[0]?.url.pathname, '/api/v2/tables/test/metadata');
    assert.equal(server.asked[0].url.search, '?lang=nl');
  });

  it('is a POST when the address would be long, with the same figures', async () => {
    const selection = {
      Region: Array.from({ length: 199 }, (_, position) => `GM${String(position).padStart(4, '0')}`),
      Tid: Array.from({ length: 99 }, (_, position) => String(1920 + position)),
      Topic: 'people',
    };
    checkFigures(await ask(selection), selection);
    const [request] = server.dataRequests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.headers['content-type'], 'application/json');
    assert.equal(request.url.searchParams.get('outputFormat'), 'json-stat2');
  });

  it('is a POST when a code has a comma, which parts codes in an address', async () => {
    for (const Topic of ['a,b', ['people', 'a,b']]) {
      const selection = { Region: 'GM0001', Tid: '2000', Topic };
      checkFigures(await ask(selection, { fresh: true }), selection);
      assert.equal(server.dataRequests.at(-1)?.method, 'POST');
    }
  });

  it('names a table safely', async () => {
    await assert.rejects(source.describe({ table: '../../secret?x=1', lang }), { name: 'NotFoundError' });
    assert.equal(server.asked[0]?.url.pathname, '/api/v2/tables/..%2F..%2Fsecret%3Fx%3D1/metadata');
    await assert.rejects(source.describe({ table: '..', lang }), {
      name: 'NotFoundError',
      message: `No table ".." at "${server.endpoint}"`,
    });
    await assert.rejects(source.describe({ table: '', lang }), { name: 'NotFoundError' });
    assert.equal(server.asked.length, 1);
  });

  it('stays on the host when the path of the endpoint begins with two slashes', async () => {
    source = new PxWebSource({ endpoint: `${server.origin}//api/v2`, retryDelay: 1 });
    await assert.rejects(source.describe({ table, lang }), { name: 'NotFoundError' });
    assert.equal(server.asked[0]?.headers.host, new URL(server.origin).host);
  });
});

describe('answers', () => {
  const selection = { Region: ['GM0001', 'GM0002'], Tid: ['2000', '2001'], Topic: 'people' };
  const answer = {
    id: ['Region', 'Tid', 'Topic'],
    size: [1, 1, 1],
    dimension: {
      Region: { category: { index: ['GM0001'] } },
      Tid: { category: { index: ['2000'] } },
      Topic: { category: { index: ['people'] } },
    },
    value: [7],
  };

  it('are remembered, also for a part of what was asked before', async () => {
    await ask(selection);
    checkFigures(await ask({ Region: 'GM0002', Tid: '2001', Topic: 'people' }), { Region: 'GM0002' });
    assert.equal(server.asked.length, 2);
  });

  it('are no answer to what they do not hold, whether asked by an address or by a body', async () => {
    const many = (from: number) => ({
      Region: Array.from({ length: 150 }, (_, position) => `GM${String(position + from).padStart(4, '0')}`),
      Tid: Array.from({ length: 90 }, (_, position) => String(1920 + position)),
      Topic: 'people',
    });
    for (const each of [selection, { ...selection, Region: 'GM0003' }, many(0), many(50)])
      checkFigures(await ask(each), each);
    assert.deepEqual(
      server.dataRequests.map(({ method }) => method),
      ['GET', 'GET', 'POST', 'POST'],
    );
  });

  it('that must be fresh are asked for as they are, though more was remembered', async () => {
    await ask(selection);
    await ask({ ...selection, Region: 'GM0002' }, { fresh: true });
    assert.equal(server.dataRequests.at(-1)?.url.searchParams.get('valueCodes[Region]'), 'GM0002');
  });

  it('about tables are kept by table and language, and asked anew when they must be fresh', async () => {
    server.intercept = ({ url }, response) =>
      answerJson(response, 200, { ...answer, label: url.pathname + url.search });
    const labels: string[] = [];
    for (const [name, tongue] of [
      ['one', 'nl'],
      ['other', 'nl'],
      ['one', 'en'],
      ['one', 'nl'],
    ] as const)
      labels.push((await source.describe({ table: name, lang: tongue })).label);
    const of = (name: string, tongue: string): string => `/api/v2/tables/${name}/metadata?lang=${tongue}`;
    assert.deepEqual(labels, [of('one', 'nl'), of('other', 'nl'), of('one', 'en'), of('one', 'nl')]);
    assert.equal(server.asked.length, 3);
    await source.describe({ table: 'one', lang, fresh: true });
    assert.deepEqual(
      server.asked.map(({ headers }) => headers['cache-control']),
      [undefined, undefined, undefined, 'max-age=0'],
    );
  });

  it('are in Dutch for who names no language', async () => {
    await source.describe({ table, lang: '' });
    assert.equal(server.asked[0]?.url.searchParams.get('lang'), 'nl');
  });

  it('of a file are asked again when they must be fresh, and not waited for by who leaves', async () => {
    server.intercept = ({ url }, response) => url.pathname !== '/slow' && answerJson(response, 200, answer);
    const files = new JsonStatSource({ endpoint: server.endpoint, retryDelay: 1 });
    const select = (): SliceSelection => ({});
    await files.describe({ table: '', lang });
    await files.describe({ table: '', lang, fresh: true });
    await files.read({ table: '', lang, select, fresh: true });
    assert.deepEqual(
      server.asked.map(({ headers }) => headers['cache-control']),
      [undefined, 'max-age=0', 'max-age=0'],
    );
    server.intercept = () => true;
    for (const ask of [
      (leaving: AbortSignal) => files.describe({ table: 'slow', lang, signal: leaving }),
      (leaving: AbortSignal) => files.read({ table: 'slow', lang, select, signal: leaving }),
    ]) {
      const leaving = new AbortController();
      const gone = assert.rejects(ask(leaving.signal), { name: 'AbortError' });
      leaving.abort();
      await gone;
    }
  });

  it('of a file are forgotten too, when they may be for one visitor only', async () => {
    for (const [audience, times] of [
      [null, 2],
      ['public', 1],
    ] as const) {
      const extension = { peilglas: { audience } };
      server.intercept = (_, response) => answerJson(response, 200, { ...answer, extension });
      const files = new JsonStatSource({ endpoint: `${server.endpoint}/${audience}`, retryDelay: 1 });
      const before = server.asked.length;
      await files.describe({ table: '', lang });
      files.forget();
      await files.describe({ table: '', lang });
      assert.equal(server.asked.length - before, times);
    }
  });

  it('are asked again when they must be fresh, once for all who ask', async () => {
    await ask(selection);
    await Promise.all([ask(selection, { fresh: true }), ask(selection, { fresh: true })]);
    assert.equal(server.asked.length, 4);
    assert.match(server.asked[3]?.headers['cache-control'] ?? '', /max-age=0|no-cache/);
  });

  it('are forgotten when told to', async () => {
    await ask(selection);
    source.forget();
    await ask(selection);
    assert.equal(server.asked.length, 4);
  });

  it('are not kept for longer by a clock that is set back', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-03-29T12:00:00Z') });
    await ask(selection);
    context.mock.timers.setTime(Date.parse('2026-03-29T11:00:00Z'));
    await ask(selection);
    assert.equal(server.asked.length, 4);
  });

  it('of before an update, beside what is known of the table since, are asked anew together', async () => {
    // As a cache on the way does that has the figures of yesterday, and learned of the table today.
    const old = JSON.parse(JSON.stringify(answer).replaceAll('2000', '1999')) as object;
    server.intercept = ({ url }, response) =>
      url.pathname.endsWith('/data') && server.dataRequests.length === 1 && answerJson(response, 200, old);
    const selection = { Region: 'GM0001', Tid: '2000', Topic: 'people' };
    checkFigures(await ask(selection), selection);
    assert.deepEqual(
      server.asked.map(({ url }) => url.pathname.split('/').at(-1)),
      ['metadata', 'data', 'metadata', 'data'],
    );
  });

  it('without what was asked for are malformed, and not empty', async () => {
    for (const change of [
      (body: string) => body.replaceAll('GM0001', 'GM0009'),
      (body: string) => body.replaceAll('"Tid"', '"Time"'),
    ]) {
      server.intercept = ({ url }, response) =>
        url.pathname.endsWith('/data') &&
        answerJson(response, 200, JSON.parse(change(JSON.stringify(answer))) as object);
      await assert.rejects(ask({ Region: 'GM0001', Tid: '2000', Topic: 'people' }, { fresh: true }), {
        name: 'MalformedDatasetError',
        message: '$: expected what was asked for',
      });
    }
  });

  it('of another table are malformed, though their codes are the same', async () => {
    const of = (tableid: string): object => ({ ...answer, extension: { px: { tableid } } });
    const one = { Region: 'GM0001', Tid: '2000', Topic: 'people' };
    server.intercept = ({ url }, response) =>
      answerJson(response, 200, of(url.pathname.endsWith('/data') ? 'another' : 'test'));
    await assert.rejects(ask(one), { name: 'MalformedDatasetError' });
    server.intercept = (_, response) => answerJson(response, 200, of('test'));
    assert.equal((await ask(one, { fresh: true })).observation(one).value, 7);
  });

  it('that failed are not remembered', async () => {
    server.intercept = (_, response, count) => count === 1 && answerJson(response, 400, { title: 'Bad Request' });
    await assert.rejects(ask(selection), { name: 'RefusedError' });
    checkFigures(await ask(selection), selection);
  });
});

describe('askers that leave', () => {
  const selection = { Region: 'GM0001', Tid: '2000', Topic: 'people' };

  it('leave the request to the others; when the last one has left, the server sees the connection close', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    server.intercept = ({ url }) => url.pathname.endsWith('/data');
    const answers = [ask(selection, { signal: first.signal }), ask(selection, { signal: second.signal })].map(
      (answer) =>
        answer.then(
          () => 'answered',
          (error: unknown) => error,
        ),
    );
    await until(() => server.dataRequests.length === 1);
    first.abort();
    assert.equal(await answers[0], first.signal.reason);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(server.dataRequests[0]?.closed, false);
    second.abort();
    assert.equal(await answers[1], second.signal.reason);
    await until(() => server.dataRequests[0]?.closed === true);
  });

  it('get their own reason and others their figures', async () => {
    const leaving = new AbortController();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.intercept = async ({ url }) => {
      if (url.pathname.endsWith('/data')) await held;
      return false;
    };
    const gone = assert.rejects(ask(selection, { signal: leaving.signal }), /no longer wanted/);
    const staying = ask(selection);
    await until(() => server.dataRequests.length === 1);
    leaving.abort(new Error('no longer wanted'));
    await gone;
    release();
    checkFigures(await staying, selection);
  });

  it('end the metadata request too, and a later asker begins anew', async () => {
    const leaving = new AbortController();
    server.intercept = (_, __, count) => count === 1;
    const gone = assert.rejects(ask(selection, { signal: leaving.signal }), { name: 'AbortError' });
    await until(() => server.asked.length === 1);
    leaving.abort();
    await gone;
    await until(() => server.asked[0]?.closed === true);
    checkFigures(await ask(selection), selection);
  });

  it('before they asked cause no request', async () => {
    await assert.rejects(ask(selection, { signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.equal(server.asked.length, 0);
  });
});

describe('sources', () => {
  it('are shared per endpoint and token provider', () => {
    const provider: TokenProvider = { getToken: () => Promise.resolve(null) };
    assert.equal(sharedSource(server.endpoint, null), sharedSource(server.endpoint, null));
    assert.equal(sharedSource(server.endpoint, provider), sharedSource(server.endpoint, provider));
    assert.notEqual(sharedSource(server.endpoint, null), sharedSource(server.endpoint, provider));
    assert.notEqual(sharedSource(server.endpoint, null), sharedSource(server.origin, null));
    assert.equal(sharedJsonStatSource(server.origin, null), sharedJsonStatSource(server.origin, null));
  });

  it('reject for a name that no address can hold', async () => {
    await assert.rejects(source.describe({ table: 'be\uD800volking', lang }), { name: 'NotFoundError' });
  });

  it('reject for an endpoint that is no address', async () => {
    await assert.rejects(sharedSource('no address', null).describe({ table, lang }), { name: 'NotFoundError' });
    await assert.rejects(sharedJsonStatSource('no address', null).describe({ table: 'x', lang }), {
      name: 'NotFoundError',
      message: 'No table "x" at "no address"',
    });
  });

  it('of plain JSON-stat fetch a document once and slice it', async () => {
    const files = new JsonStatSource({ endpoint: `${server.endpoint}/tables/test/metadata`, retryDelay: 1 });
    const select = (): SliceSelection => ({ Region: 'GM0001', Tid: ['2000', '2001'] });
    const [one, other] = await Promise.all([
      files.read({ table: '', lang, select }),
      files.read({
        table: 'data?valueCodes[Region]=*&valueCodes[Tid]=2000,2001&valueCodes[Topic]=people',
        lang,
        select,
      }),
      files.describe({ table: '', lang }),
    ]);
    assert.equal(one.observation({ Tid: '2000', Topic: 'jobs' }).reason, 'not-available');
    assert.equal(other.observation({ Tid: '2001' }).value, figureOf('GM0001', '2001', 'people'));
    assert.equal(server.asked.length, 2);
  });
});
