import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codesOf, dimensionOf, type Dataset, type Endpoint, type Problem } from './support.ts';
import { emptyStore, grouped, publishCells, serve, type Cell } from './stored-table.ts';

const sizes = { regions: 4, years: 3, indicators: 5 };
const [koop, woningen, gebouwd, aandeel, prijs] = [0, 1, 2, 3, 4];

/** Figures that tell where they come from: region 1 to 4 in thousands, year in hundreds, indicator in ones. */
function figure(region: number, year: number, indicator: number): number {
  return (region + 1) * 1000 + year * 100 + indicator;
}

function cellsWith(changes: (region: number, year: number, indicator: number) => Cell | null | undefined): Cell[] {
  const cells: (Cell | null)[] = [];
  for (let region = 0; region < sizes.regions; region++)
    for (let year = 0; year < sizes.years; year++)
      for (let indicator = 0; indicator < sizes.indicators; indicator++) {
        const change = changes(region, year, indicator);
        cells.push(change === undefined ? { value: figure(region, year, indicator), status: null } : change);
      }
  return cells as Cell[];
}

async function endpointWith(
  changes: (region: number, year: number, indicator: number) => Cell | null | undefined = () => undefined,
  options = {},
): Promise<Endpoint> {
  const store = await emptyStore();
  await publishCells(store, grouped, cellsWith(changes));
  return serve(store, options);
}

async function ask(app: Endpoint, query: Readonly<Record<string, string>>, path = 'data'): Promise<Dataset> {
  const answer = await app.inject({ url: `/api/v2/tables/grouped/${path}`, query });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<Dataset>();
}

/** One aggregated cell. */
async function cell(app: Endpoint, region: string, year: string, indicator: string): Promise<Cell> {
  const { value, status } = await ask(app, {
    'codelist[RegioS]': 'Streken',
    'valueCodes[RegioS]': region,
    'valueCodes[Perioden]': year,
    'valueCodes[Onderwerp]': indicator,
  });
  return { value: value?.[0] ?? null, status: status?.[0] ?? null };
}

const plain = await endpointWith();

describe('a codelist', () => {
  const get = async (id: string) => plain.inject(`/api/v2/codelists/${id}`);

  it('says what its values are made of', async () => {
    const answer = await get('Streken?lang=en');
    assert.deepEqual(answer.json(), {
      id: 'Streken',
      label: 'Districts',
      language: 'en',
      languages: ['nl', 'en'],
      elimination: false,
      type: 'Aggregation',
      values: [
        { code: 'Noord', label: 'North', valueMap: ['GM0001', 'GM0002'] },
        { code: 'Zuid', label: 'South', valueMap: ['GM0003', 'GM0004'] },
        { code: 'Los', label: 'Alleen twee', valueMap: ['GM0002'] },
      ],
      links: [{ rel: 'self', hreflang: 'en', href: '/api/v2/codelists/Streken?lang=en' }],
    });
    assert.equal((await get('streken')).json<{ id: string }>().id, 'Streken');
  });

  it('that is a value set lists the values it picks', async () => {
    const { type, values } = (await get('Steden')).json<{ type: string; values: object[] }>();
    assert.equal(type, 'Valueset');
    assert.deepEqual(values, [
      { code: 'GM0003', label: 'Drie', valueMap: ['GM0003'] },
      { code: 'GM0001', label: 'Een', valueMap: ['GM0001'] },
    ]);
  });

  it('is answered 304 to who has it', async () => {
    const { headers } = await get('Streken');
    const again = await plain.inject({
      url: '/api/v2/codelists/Streken',
      headers: { 'if-none-match': String(headers.etag) },
    });
    assert.equal(again.statusCode, 304);
  });

  it('of no table, or of indicators that nobody may add up, does not exist', async () => {
    for (const id of ['nope', '__proto__', 'Optellen']) {
      const answer = await get(id);
      assert.equal(answer.statusCode, 404);
      assert.equal(answer.json<Problem>().detail, `Codelist with id, ${id} can not be found`);
    }
  });

  it('of a table that is not for everyone does not exist for everyone', async () => {
    const store = await emptyStore();
    const table = { ...grouped, audience: { theme: 'wonen', municipalityBound: false } };
    await publishCells(
      store,
      table,
      cellsWith(() => undefined),
    );
    const answer = await serve(store).inject('/api/v2/codelists/Streken');
    assert.equal(answer.statusCode, 404);
    assert.equal(answer.body, (await plain.inject('/api/v2/codelists/nope')).body.replace('nope', 'Streken'));
  });

  it('is named by its variable', async () => {
    const { extension } = dimensionOf(await ask(plain, { lang: 'en' }, 'metadata'), 'RegioS');
    assert.deepEqual(extension.codelists, [
      {
        id: 'Streken',
        label: 'Districts',
        type: 'Aggregation',
        links: [{ rel: 'metadata', hreflang: 'en', href: '/api/v2/codelists/Streken?lang=en' }],
      },
      {
        id: 'Steden',
        label: 'Towns',
        type: 'Valueset',
        links: [{ rel: 'metadata', hreflang: 'en', href: '/api/v2/codelists/Steden?lang=en' }],
      },
    ]);
  });
});

describe('a codelist in a selection', () => {
  const rest = { 'valueCodes[Perioden]': '*', 'valueCodes[Onderwerp]': '*' };
  const codes = async (expression: string): Promise<readonly string[]> =>
    codesOf(await ask(plain, { ...rest, 'codelist[regios]': 'STREKEN', 'valueCodes[RegioS]': expression }), 'RegioS');

  it('makes its values the codes, for every value expression', async () => {
    assert.deepEqual(await codes('*'), ['Noord', 'Zuid', 'Los']);
    assert.deepEqual(await codes('TOP(1),los'), ['Noord', 'Los']);
    assert.deepEqual(await codes('FROM(Zuid)'), ['Zuid', 'Los']);
    assert.deepEqual(await codes('?uid'), ['Zuid']);
  });

  it('leaves no code of the variable itself', async () => {
    const query = { ...rest, 'codelist[RegioS]': 'Streken', 'valueCodes[RegioS]': 'GM0001' };
    const answer = await plain.inject({ url: '/api/v2/tables/grouped/data', query });
    assert.equal(answer.statusCode, 400);
    assert.match(answer.json<Problem>().detail, /GM0001 is not a valid value code for variable RegioS/);
  });

  it('gives by POST what it gives by GET', async () => {
    const selection = [
      { variableCode: 'RegioS', codelist: 'Streken', valueCodes: ['*'] },
      { variableCode: 'Perioden', valueCodes: ['*'] },
      { variableCode: 'Onderwerp', codelist: null, valueCodes: ['*'] },
    ];
    const post = await plain.inject({ method: 'POST', url: '/api/v2/tables/grouped/data', payload: { selection } });
    assert.deepEqual(
      post.json(),
      await ask(plain, { ...rest, 'codelist[RegioS]': 'Streken', 'valueCodes[RegioS]': '*' }),
    );
  });

  it('alone gives the default selection with all of its values', async () => {
    const data = await ask(plain, { 'codelist[RegioS]': 'Streken' });
    assert.deepEqual(
      [codesOf(data, 'RegioS'), data.size],
      [
        ['Noord', 'Zuid', 'Los'],
        [3, 1, 1],
      ],
    );
  });

  it('is applied to metadata too', async () => {
    const metadata = await ask(plain, { 'codelist[RegioS]': 'Streken' }, 'metadata');
    assert.deepEqual(
      [codesOf(metadata, 'RegioS'), metadata.size],
      [
        ['Noord', 'Zuid', 'Los'],
        [3, 3, 5],
      ],
    );
    const reduced = await ask(plain, { 'codelist[RegioS]': 'Streken', defaultSelection: 'true' }, 'metadata');
    assert.deepEqual(reduced.size, [3, 1, 1]);
    const named = (dataset: Dataset) => dimensionOf(dataset, 'RegioS').extension.codelists;
    assert.deepEqual(named(metadata), named(await ask(plain, {}, 'metadata')));
  });

  it('picks the values of a value set, each as it is published', async () => {
    const query = { ...rest, 'codelist[RegioS]': 'Steden', 'valueCodes[RegioS]': '*' };
    const picked = await ask(plain, query);
    assert.deepEqual(codesOf(picked, 'RegioS'), ['GM0003', 'GM0001']);
    assert.deepEqual(picked.value?.slice(0, 2), [figure(2, 0, koop), figure(2, 0, woningen)]);
  });

  it('keeps what is said of a value that it picks', async () => {
    const [region, ...others] = grouped.dimensions;
    assert.ok(region);
    const codes = region.codes.map((each) =>
      each.code === 'GM0003' ? { ...each, note: { nl: 'Met GM0004.' }, parent: 'GM0001' } : each,
    );
    const store = await emptyStore();
    const dimensions = [{ ...region, codes }, ...others];
    await publishCells(
      store,
      { ...grouped, dimensions },
      cellsWith(() => undefined),
    );
    const app = serve(store);
    const category = async (list: string) =>
      dimensionOf(await ask(app, { 'codelist[RegioS]': list }, 'metadata'), 'RegioS').category;
    const { note, child } = await category('Steden');
    assert.deepEqual([note, child], [{ GM0003: ['Met GM0004.'] }, { GM0001: ['GM0003'] }]);
    assert.equal((await category('Streken')).note, undefined);
  });

  it('must be there, and on a variable that has it', async () => {
    for (const query of ['codelist[RegioS]=nope', 'codelist[Nope]=Streken', 'codelist[Onderwerp]=Optellen']) {
      assert.equal((await plain.inject(`/api/v2/tables/grouped/data?${query}`)).statusCode, 400, query);
    }
  });

  it('has its own tag for caches', async () => {
    const tag = async (list: string) =>
      (await plain.inject({ url: '/api/v2/tables/grouped/data', query: { 'codelist[RegioS]': list } })).headers.etag;
    assert.notEqual(await tag('Streken'), await tag('Steden'));
  });

  it('counts the cells that an aggregate is made of', async () => {
    const small = await endpointWith(undefined, { maxDataCells: 3 });
    const one = 'codelist[RegioS]=Streken&codelist[Perioden]=Jaren&valueCodes[RegioS]=Noord&valueCodes[Perioden]=*';
    const answer = await small.inject(`/api/v2/tables/grouped/data?${one}&valueCodes[Onderwerp]=TOP(3)`);
    assert.equal(answer.statusCode, 200);
    const all = one.replace('Noord', 'Noord,Zuid').replace('TOP(3)', 'koop');
    const refused = await small.inject(`/api/v2/tables/grouped/data?${all}&valueCodes[Onderwerp]=aandeel`);
    assert.equal(refused.statusCode, 403);
    assert.match(refused.json<Problem>().detail, /needs 36 cells to aggregate, which exceeds the number allowed: 30/);
  });
});

describe('an aggregate', () => {
  it('of counts is their sum', async () => {
    assert.deepEqual(await cell(plain, 'Noord', '2020', 'koop'), {
      value: figure(0, 0, koop) + figure(1, 0, koop),
      status: null,
    });
  });

  it('of a rate is computed anew, though its parts are not asked for', async () => {
    const part = figure(0, 1, koop) + figure(1, 1, koop);
    const whole = figure(0, 1, woningen) + figure(1, 1, woningen);
    assert.deepEqual(await cell(plain, 'Noord', '2021', 'aandeel'), {
      value: Math.round((part / whole) * 1000) / 10,
      status: null,
    });
  });

  it('of an average that nothing can be made of is not available', async () => {
    assert.deepEqual(await cell(plain, 'Noord', '2021', 'prijs'), { value: null, status: 'O' });
  });

  it('of one member is that member', async () => {
    for (const [name, indicator] of Object.entries({ koop, aandeel, prijs })) {
      assert.deepEqual(await cell(plain, 'Los', '2022', name), { value: figure(1, 2, indicator), status: null });
    }
  });

  it('over years adds what flows, not what is counted at a moment', async () => {
    const { value, status } = await ask(plain, {
      'codelist[Perioden]': 'Jaren',
      'valueCodes[Perioden]': 'Alles',
      'valueCodes[RegioS]': 'GM0001',
      'valueCodes[Onderwerp]': 'koop,gebouwd,aandeel',
    });
    const built = [0, 1, 2].reduce((sum, year) => sum + figure(0, year, gebouwd), 0);
    assert.deepEqual([value, status], [[null, built, null], { 0: 'O', 2: 'O' }]);
  });

  it('with a confidential member is confidential, whatever else is missing', async () => {
    const app = await endpointWith((region, year, indicator) => {
      if (region === 0 && indicator === koop) return { value: null, status: 'C' };
      return region === 1 ? { value: null, status: year === 0 ? 'O' : 'N' } : undefined;
    });
    for (const year of ['2020', '2021'])
      for (const indicator of ['koop', 'aandeel'])
        assert.deepEqual(await cell(app, 'Noord', year, indicator), { value: null, status: 'C' });
  });

  it('is confidential when its own members are, though their parts are not', async () => {
    const app = await endpointWith((region, _year, indicator) =>
      region === 0 && indicator === aandeel ? { value: null, status: 'C' } : undefined,
    );
    assert.deepEqual(await cell(app, 'Noord', '2020', 'aandeel'), { value: null, status: 'C' });
  });

  for (const [name, member, expected] of [
    ['unreliable', { value: null, status: 'U' }, { value: null, status: 'O' }],
    ['not available', { value: null, status: 'O' }, { value: null, status: 'O' }],
    ['absent', null, { value: null, status: 'O' }],
    ['not yet published', { value: null, status: 'N' }, { value: null, status: 'N' }],
    ['not applicable', { value: null, status: 'M' }, { value: figure(1, 0, koop), status: null }],
    ['provisional', { value: 7, status: 'P' }, { value: figure(1, 0, koop) + 7, status: 'P' }],
    ['estimated', { value: 7, status: 'E' }, { value: figure(1, 0, koop) + 7, status: 'E' }],
  ] as const) {
    it(`with a member that is ${name}`, async () => {
      const app = await endpointWith((region, _year, indicator) =>
        region === 0 && indicator === koop ? member : undefined,
      );
      assert.deepEqual(await cell(app, 'Noord', '2020', 'koop'), expected);
    });
  }

  it('is not applicable when all of its members are', async () => {
    const app = await endpointWith((region) => (region < 2 ? { value: null, status: 'M' } : undefined));
    assert.deepEqual(await cell(app, 'Noord', '2020', 'koop'), { value: null, status: 'M' });
  });

  it('of a rate is missing for the reason that its parts have', async () => {
    for (const [ofKoop, ofWoningen, expected] of [
      ['N', 'N', 'N'],
      ['N', null, 'N'],
      [null, 'M', 'M'],
      ['N', 'M', 'O'],
      ['O', null, 'O'],
    ] as const) {
      const app = await endpointWith((region, _year, indicator) => {
        const status = indicator === koop ? ofKoop : indicator === woningen ? ofWoningen : null;
        return region < 2 && status !== null ? { value: null, status } : undefined;
      });
      const name = `${ofKoop} ÷ ${ofWoningen}`;
      assert.deepEqual(await cell(app, 'Noord', '2020', 'aandeel'), { value: null, status: expected }, name);
    }
  });

  it('misses no municipality that had merged by then', async () => {
    const app = await endpointWith((region, year) => (region === 3 && year > 0 ? null : undefined));
    assert.deepEqual(await cell(app, 'Zuid', '2022', 'koop'), { value: figure(2, 2, koop), status: null });
    assert.deepEqual(await cell(app, 'Zuid', '2021', 'koop'), { value: null, status: 'O' });
  });

  it('says of such a municipality itself that it cannot have a figure', async () => {
    const app = await endpointWith((region, year) => (region === 3 && year > 0 ? null : undefined));
    const { value, status } = await ask(app, {
      'valueCodes[RegioS]': 'GM0004',
      'valueCodes[Perioden]': '*',
      'valueCodes[Onderwerp]': 'koop',
    });
    assert.deepEqual(value, [figure(3, 0, koop), null, null]);
    assert.deepEqual(status, { 1: 'O', 2: 'M' });
  });
});

describe('aggregates of random tables', () => {
  const state = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 500 }).map((value) => ({ value, status: null })) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 500 }).map((value) => ({ value, status: 'P' })) },
    { weight: 1, arbitrary: fc.constantFrom('C', 'O', 'U', 'N', 'M').map((status) => ({ value: null, status })) },
  );

  it('tell no more than the cells they are made of', async () => {
    const count = sizes.regions * sizes.years * sizes.indicators;
    const tables = fc.array(state, { minLength: count, maxLength: count });
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        const store = await emptyStore();
        await publishCells(store, grouped, cells);
        const app = serve(store);
        const years = { 'valueCodes[Perioden]': '*', 'valueCodes[Onderwerp]': 'koop,woningen,gebouwd,aandeel' };
        const groups = await ask(app, { ...years, 'codelist[RegioS]': 'Streken', 'valueCodes[RegioS]': '*' });
        const members = { Noord: [0, 1], Zuid: [2, 3] };
        Object.values(members).forEach((regions, group) => {
          for (let year = 0; year < sizes.years; year++) {
            const at = (region: number, indicator: number) =>
              cells[(region * sizes.years + year) * sizes.indicators + indicator];
            // A figure that GM0004 lacks after it merged is not missed.
            const exists = (region: number) => region !== 3 || year < 2;
            const own = (indicator: number) => regions.map((region) => at(region, indicator));
            const given = (indicator: number) => {
              const place = (group * sizes.years + year) * 4 + indicator;
              return { value: groups.value?.[place] ?? null, status: groups.status?.[place] ?? null };
            };
            for (const indicator of [koop, woningen, gebouwd]) {
              const values = own(indicator);
              const secret = values.some((each) => each?.status === 'C');
              const known = values.filter(
                (each, index) => each?.value != null || (each?.status !== 'M' && exists(regions[index] ?? 0)),
              );
              const complete = known.length > 0 && known.every((each) => each?.value != null);
              const sum = known.reduce((total, each) => total + (each?.value ?? 0), 0);
              assert.equal(given(indicator).value, !secret && complete ? sum : null);
              if (secret) assert.equal(given(indicator).status, 'C');
            }
            const parts = [given(koop), given(woningen)];
            const secret = [...own(aandeel), ...own(koop), ...own(woningen)].some((each) => each?.status === 'C');
            if (secret) assert.deepEqual(given(aandeel), { value: null, status: 'C' });
            else if (parts.every(({ value }) => value !== null) && parts[1]?.value !== 0)
              assert.ok(
                Math.abs(Number(given(aandeel).value) - (100 * Number(parts[0]?.value)) / Number(parts[1]?.value)) <
                  0.051,
              );
            else assert.equal(given(aandeel).value, null);
          }
        });
        await app.close();
      }),
      { numRuns: 12 },
    );
  });
});
