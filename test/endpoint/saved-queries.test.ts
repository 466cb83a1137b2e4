import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { StoreReadOnlyError, type DuckDbStore } from '@peilglas/endpoint';
import { emptyStore, grouped, publishCells, serve, type Cell, type Table } from './stored-table.ts';
import { codesOf, type Dataset, type Endpoint, type Problem } from './support.ts';

const cells = (value: number): Cell[] => new Array<Cell>(60).fill({ value, status: null });

interface Kept {
  readonly language: string;
  readonly id: string;
  readonly savedQuery: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

const selection = [
  { variableCode: 'regios', codelist: 'STREKEN', valueCodes: ['?o*'] },
  { variableCode: 'Perioden', valueCodes: ['TOP(1)'] },
  { variableCode: 'Onderwerp', valueCodes: ['koop'] },
];
const query = { tableId: 'grouped', language: 'nl', selection: { selection, placement: { heading: ['RegioS'] } } };

async function save(app: Endpoint, payload: object = query): Promise<Kept> {
  const answer = await app.inject({ method: 'POST', url: '/api/v2/savedqueries', payload });
  assert.equal(answer.statusCode, 201, answer.body);
  return answer.json<Kept>();
}

async function published(): Promise<{ store: DuckDbStore; app: Endpoint }> {
  const store = await emptyStore();
  await publishCells(store, grouped, cells(1));
  return { store, app: serve(store) };
}

async function run(app: Endpoint, id: string, more = ''): Promise<Dataset> {
  const answer = await app.inject(`/api/v2/savedqueries/${id}/data${more}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<Dataset>();
}

describe('a saved query', async () => {
  const { app } = await published();
  const { id, savedQuery, links } = await save(app);

  it('gets an address of its own, the same for the same question', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v2/savedqueries', payload: query });
    assert.equal(answer.headers.location, `/api/v2/savedqueries/${id}`);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(answer.json<Kept>().id, id);
    assert.notEqual((await save(app, { ...query, language: 'en' })).id, id);
  });

  it('can be read again', async () => {
    const read = (await app.inject(`/api/v2/savedqueries/${id}`)).json<Kept>();
    assert.deepEqual(read, { language: 'nl', id, savedQuery, links });
    assert.deepEqual(read.savedQuery, {
      id,
      tableId: 'grouped',
      language: 'nl',
      outputFormat: 'json-stat2',
      outputFormatParams: [],
      selection: {
        selection: [
          { ...selection[0], values: ['?o*'] },
          { ...selection[1], values: ['TOP(1)'] },
          { ...selection[2], values: ['koop'] },
        ],
        placement: { heading: ['RegioS'] },
      },
    });
    for (const { href } of links) assert.equal((await app.inject(href)).statusCode, 200, href);
  });

  it('runs with its codelist, placement and language', async () => {
    const data = await run(app, id);
    assert.deepEqual(data.id, ['Perioden', 'Onderwerp', 'RegioS']);
    assert.deepEqual(
      [codesOf(data, 'RegioS'), data.value],
      [
        ['Noord', 'Los'],
        [2, 1],
      ],
    );
    assert.equal(data.extension.px.language, 'nl');
    assert.equal((await run(app, id, '?lang=en')).extension.px.language, 'en');
  });

  it('runs in the format that was saved, or another', async () => {
    const { id: csv } = await save(app, { ...query, outputFormat: 'CSV', outputFormatParams: ['usecodes'] });
    const answer = await app.inject(`/api/v2/savedqueries/${csv}/data`);
    assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
    assert.equal(answer.body.split('\r\n')[0], 'Perioden,Onderwerp,Noord,Los');
    const px = await app.inject(`/api/v2/savedqueries/${csv}/data?outputFormat=px`);
    assert.match(px.body, /^CHARSET="ANSI";/);
    const texts = await app.inject(`/api/v2/savedqueries/${csv}/data?outputFormatParams=UseTexts,SeparatorTab`);
    assert.equal(texts.body.split('\r\n')[0], 'Perioden\tOnderwerp\tNoord\tAlleen twee');
  });

  it('tells which codes it chooses', async () => {
    const answer = await app.inject(`/api/v2/savedqueries/${id}/selection`);
    const resolved = answer.json<{ selection: object[]; placement: object }>();
    assert.deepEqual(resolved.selection, [
      { variableCode: 'RegioS', codelist: 'Streken', valueCodes: ['Noord', 'Los'], values: ['Noord', 'Los'] },
      { variableCode: 'Perioden', codelist: null, valueCodes: ['2022'], values: ['2022'] },
      { variableCode: 'Onderwerp', codelist: null, valueCodes: ['koop'], values: ['koop'] },
    ]);
    assert.deepEqual(resolved.placement, { heading: ['RegioS'], stub: ['Perioden', 'Onderwerp'] });
  });

  it('limits metadata to what it chooses', async () => {
    const metadata = (await app.inject(`/api/v2/tables/grouped/metadata?savedQuery=${id}`)).json<Dataset>();
    assert.deepEqual([metadata.size, metadata.value], [[2, 1, 1], null]);
    assert.deepEqual(codesOf(metadata, 'RegioS'), ['Noord', 'Los']);
    assert.equal((await app.inject('/api/v2/tables/grouped/metadata?savedQuery=nope')).statusCode, 404);
  });

  it('without a selection keeps the default selection', async () => {
    const { id: all } = await save(app, { ...query, selection: { selection: [] } });
    assert.deepEqual((await run(app, all)).size, [4, 1, 1]);
  });

  it('is answered 304 to who has its figures', async () => {
    for (const path of ['', '/data', '/selection']) {
      const url = `/api/v2/savedqueries/${id}${path}`;
      const etag = String((await app.inject(url)).headers.etag);
      assert.equal((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode, 304, path);
    }
  });
});

describe('a query that is not kept', async () => {
  const { app } = await published();
  const one = (change: object) => ({ ...query, selection: { selection: [{ ...selection[0], ...change }] } });
  const cases: readonly (readonly [string, object, number, RegExp])[] = [
    ['without a table', { language: 'nl', selection: { selection } }, 400, /tableId is missing/],
    ['of a table that is not there', { ...query, tableId: 'nope' }, 404, /Table with id, nope can not be found/],
    ['with a selection in another form', { ...query, selection }, 400, /selection\.selection is missing/],
    ['with a code that is not there', one({ valueCodes: ['GM9'] }), 400, /GM9 is not a valid value code/],
    ['with a codelist that is not there', one({ codelist: 'nope' }), 400, /no codelist nope/],
    ['with an unknown format', { ...query, outputFormat: 'xlsx' }, 400, /xlsx is not offered/],
    ['with unknown parameters', { ...query, outputFormatParams: ['Gold'] }, 400, /Unknown outputFormatParams/],
    ['in an unknown language', { ...query, language: 'fr' }, 400, /Unsupported language fr/],
    ['that is too large', { ...query, remark: 'x'.repeat(40_000) }, 413, /too large/],
  ];
  for (const [name, payload, status, detail] of cases) {
    it(`is one ${name}`, async () => {
      const answer = await app.inject({ method: 'POST', url: '/api/v2/savedqueries', payload });
      assert.equal(answer.statusCode, status, answer.body);
      assert.match(answer.json<Problem>().detail, detail);
    });
  }

  it('is one that asks for more cells than are allowed', async () => {
    const store = await emptyStore();
    await publishCells(store, grouped, cells(1));
    const payload = { ...query, selection: { selection: selection.map((each) => ({ ...each, valueCodes: ['*'] })) } };
    const small = serve(store, { maxDataCells: 20 });
    assert.equal((await small.inject({ method: 'POST', url: '/api/v2/savedqueries', payload })).statusCode, 403);
  });

  it('is one of more than an address may keep in a while', async () => {
    const store = await emptyStore();
    await publishCells(store, grouped, cells(1));
    const strict = serve(store, { callLimit: { calls: 40, seconds: 60 } });
    const ask = (payload: object) => strict.inject({ method: 'POST', url: '/api/v2/savedqueries', payload });
    assert.equal((await ask({ ...query, tableId: 'nope' })).statusCode, 404);
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push(await ask(query));
    assert.deepEqual(
      statuses.map(({ statusCode }) => statusCode),
      [201, 201, 429],
    );
    assert.ok(Number(statuses[2]?.headers['retry-after']) > 0);
    assert.equal((await strict.inject('/api/v2/config')).statusCode, 200);
  });

  it('is one more than the endpoint keeps of all askers together', async () => {
    const store = await emptyStore();
    await publishCells(store, grouped, cells(1));
    const small = serve(store, { maxSavedQueries: 1 });
    const ask = (payload: object) => small.inject({ method: 'POST', url: '/api/v2/savedqueries', payload });
    const first = await ask(query);
    const second = await ask({ ...query, language: 'en' });
    assert.deepEqual([first.statusCode, second.statusCode], [201, 429]);
    assert.match(second.json<Problem>().detail, /keeps 1 queries and has no room for another; use the address/);
    assert.equal((await ask(query)).json<Kept>().id, first.json<Kept>().id);
  });

  it('is every one, where the store can only be read', async () => {
    const store = await emptyStore();
    await publishCells(store, grouped, cells(1));
    store.saveQuery = () => Promise.reject(new StoreReadOnlyError());
    const answer = await serve(store).inject({ method: 'POST', url: '/api/v2/savedqueries', payload: query });
    assert.equal(answer.statusCode, 501);
    assert.match(answer.json<Problem>().detail, /does not keep queries/);
  });

  it('has no address', async () => {
    for (const id of ['nope', '__proto__', '..%2F..%2Fetc', 'A'.repeat(43)])
      for (const path of ['', '/data', '/selection']) {
        const answer = await app.inject(`/api/v2/savedqueries/${id}${path}`);
        assert.equal(answer.statusCode, 404);
        assert.match(answer.json<Problem>().detail, /^Saved query with id, .* can not be found$/);
      }
  });
});

describe('the version that a saved query pins', () => {
  it('goes on answering with the figures it saw', async () => {
    const { store, app } = await published();
    const { id } = await save(app);
    const before = await app.inject(`/api/v2/savedqueries/${id}/data`);
    await publishCells(store, grouped, cells(5));
    const after = await app.inject(`/api/v2/savedqueries/${id}/data`);
    assert.deepEqual([after.body, after.headers.etag], [before.body, before.headers.etag]);
    const { id: newer } = await save(app);
    assert.notEqual(newer, id);
    assert.deepEqual((await run(app, newer)).value, [10, 5]);
    assert.equal((await run(app, newer)).extension.peilglas.version, 2);
  });

  it('answers no more once it was withdrawn, and says when and why', async () => {
    const { store, app } = await published();
    const { id } = await save(app);
    await publishCells(store, grouped, cells(5));
    // Half past midnight in the Netherlands, where it is summer.
    mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-06-30T22:30:00Z') });
    await store.retract('grouped', 1, 'Houses were counted twice').finally(() => mock.timers.reset());
    for (const path of ['/data', '/selection']) {
      const answer = await app.inject(`/api/v2/savedqueries/${id}${path}`);
      assert.equal(answer.statusCode, 404);
      const { detail } = answer.json<Problem>();
      assert.equal(detail, 'Version 1 of table grouped was withdrawn on 2026-07-01: Houses were counted twice');
    }
    assert.equal((await app.inject(`/api/v2/savedqueries/${id}`)).statusCode, 200);
  });

  it('is closed when the table was closed since', async () => {
    const { store, app } = await published();
    const { id } = await save(app);
    const closed: Table = { ...grouped, audience: { theme: 'wonen', municipalityBound: false } };
    await publishCells(store, closed, cells(1));
    for (const path of ['', '/data', '/selection']) {
      const answer = await app.inject(`/api/v2/savedqueries/${id}${path}`);
      assert.equal(answer.statusCode, 404);
      assert.equal(answer.json<Problem>().detail, `Saved query with id, ${id} can not be found`);
    }
  });

  it('stays closed when the table was opened since', async () => {
    const store = await emptyStore();
    const closed: Table = { ...grouped, audience: { theme: 'wonen', municipalityBound: false } };
    await publishCells(store, closed, cells(1));
    const id = await store.saveQuery(
      {
        tableId: 'grouped',
        version: 1,
        language: 'nl',
        outputFormat: 'json-stat2',
        outputFormatParams: [],
        selection: [],
      },
      10,
    );
    await publishCells(store, grouped, cells(2));
    assert.equal((await serve(store).inject(`/api/v2/savedqueries/${id}/data`)).statusCode, 404);
  });
});
