import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codesOf, getData, startEndpoint, type Dataset, type Problem } from './support.ts';

const app = await startEndpoint();
const all = { 'valueCodes[RegioS]': '*', 'valueCodes[Perioden]': '*', 'valueCodes[Onderwerp]': '*' };

async function chosen(dimension: string, expression: string): Promise<readonly string[]> {
  return codesOf(await getData(app, { ...all, [`valueCodes[${dimension}]`]: expression }), dimension);
}

async function refusal(query: Readonly<Record<string, string>>): Promise<string> {
  const answer = await app.inject({ url: '/api/v2/tables/werk/data', query });
  assert.equal(answer.statusCode, 400, answer.body);
  return answer.json<{ detail: string }>().detail;
}

describe('value expressions', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['RegioS', 'GM0153', ['GM0153']],
    ['RegioS', 'gm0153,nl01', ['NL01', 'GM0153']],
    ['RegioS', ' GM0153 , GM0164 ', ['GM0153', 'GM0164']],
    ['RegioS', '*', ['NL01', 'GM0153', 'GM0164']],
    ['RegioS', 'gm*', ['GM0153', 'GM0164']],
    ['RegioS', '*0153', ['GM0153']],
    ['RegioS', '*01*', ['NL01', 'GM0153', 'GM0164']],
    ['RegioS', '????', ['NL01']],
    ['RegioS', 'GM01?4', ['GM0164']],
    ['RegioS', 'TOP(2)', ['NL01', 'GM0153']],
    ['RegioS', 'top(1,2)', ['GM0164']],
    ['RegioS', 'TOP(99)', ['NL01', 'GM0153', 'GM0164']],
    ['RegioS', 'BOTTOM(2)', ['GM0153', 'GM0164']],
    ['RegioS', 'Bottom(1, 1)', ['GM0153']],
    ['RegioS', 'FROM(GM0153)', ['GM0153', 'GM0164']],
    ['RegioS', 'TO(gm0153)', ['NL01', 'GM0153']],
    ['RegioS', 'RANGE(NL01,GM0153)', ['NL01', 'GM0153']],
    ['RegioS', 'RANGE(GM0164,GM0153)', ['GM0153', 'GM0164']],
    ['RegioS', 'TOP(1),BOTTOM(1),NL01', ['NL01', 'GM0164']],
    ['Perioden', '*', ['2020', '2021', '2022', '2023']],
    ['Perioden', 'TOP(1)', ['2023']],
    ['Perioden', 'TOP(2,1)', ['2021', '2022']],
    ['Perioden', 'BOTTOM(1)', ['2020']],
    ['Perioden', 'BOTTOM(2,1)', ['2021', '2022']],
    ['Perioden', 'FROM(2022)', ['2022', '2023']],
    ['Perioden', 'TO(2021)', ['2020', '2021']],
    ['Perioden', 'RANGE(2021,2022)', ['2021', '2022']],
    ['Perioden', '202?', ['2020', '2021', '2022', '2023']],
  ];
  for (const [dimension, expression, expected] of cases) {
    it(`${dimension}=${expression}`, async () => assert.deepEqual(await chosen(dimension, expression), expected));
  }

  const refused: readonly (readonly [string, RegExp])[] = [
    ['GM9999', /^Value, GM9999 is not a valid value code for variable RegioS$/],
    ['GM*9999', /matches no value/],
    ['TOP()', /TOP\(\).*cannot be read/],
    ['TOP(-1)', /cannot be read/],
    ['TOP(two)', /cannot be read/],
    ['TOP(1,2,3)', /cannot be read/],
    ['TOP(2,9)', /matches no value/],
    ['TOP(0)', /matches no value/],
    ['RANGE(NL01)', /cannot be read/],
    ['RANGE(NL01,XX)', /Value, XX is not/],
    ['FROM(NL01,GM0153)', /cannot be read/],
    ['FROM(XX)', /Value, XX is not/],
    ['TOP(1', /is not a valid value code/],
  ];
  for (const [expression, message] of refused) {
    it(`refuses ${expression}`, async () =>
      assert.match(await refusal({ ...all, 'valueCodes[RegioS]': expression }), message));
  }

  it('match wildcards as their definition says, whatever the pattern', async () => {
    const codes = ['NL01', 'GM0153', 'GM0164'];
    const pattern = fc.array(fc.constantFrom('*', '?', 'G', 'm', '0', '1', '5', '3'), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(pattern, async (parts) => {
        const text = `*${parts.join('')}`;
        const meaning = new RegExp(`^${text.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
        const expected = codes.filter((code) => meaning.test(code));
        const answer = await app.inject({
          url: '/api/v2/tables/werk/data',
          query: { ...all, 'valueCodes[RegioS]': text },
        });
        if (expected.length === 0) assert.equal(answer.statusCode, 400);
        else assert.deepEqual(codesOf(answer.json<Dataset>(), 'RegioS'), expected);
      }),
      { numRuns: 200 },
    );
  });

  it('answer any text with data or a refusal, never with a fault of the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (dimension, text) => {
        const query = { ...all, [`valueCodes[${dimension}]`]: text };
        const { statusCode } = await app.inject({ url: '/api/v2/tables/werk/data', query });
        assert.ok(statusCode === 200 || statusCode === 400, String(statusCode));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is left out of a selection', () => {
  it('gives the total of a dimension that has one', async () => {
    const data = await getData(app, { ...all, 'valueCodes[RegioS]': 'NL01', 'valueCodes[Onderwerp]': 'personen' });
    assert.deepEqual(codesOf(data, 'Leeftijd'), ['T']);
    assert.deepEqual(data.value, [1_000_000, 1_000_037, 1_000_074, 1_000_111]);
  });

  it('is an error for a dimension without a total, which it names', async () => {
    assert.match(
      await refusal({ 'valueCodes[RegioS]': 'NL01', 'valueCodes[Perioden]': '*' }),
      /mandatory variable Onderwerp/,
    );
  });

  it('means the default selection when nothing is selected: newest period, first indicator, totals', async () => {
    const data = await getData(app, {});
    assert.deepEqual(
      ['RegioS', 'Leeftijd', 'Perioden', 'Onderwerp'].map((dimension) => codesOf(data, dimension)),
      [['NL01', 'GM0153', 'GM0164'], ['T'], ['2023'], ['personen']],
    );
  });

  it('means the default selection of the manifest where it has one', async () => {
    const manifest = (text: string) => `${text}defaultSelection: { RegioS: [gm0153], Perioden: ['TOP(2)'] }\n`;
    const data = await getData(await startEndpoint({}, { manifest }), {});
    assert.deepEqual(codesOf(data, 'RegioS'), ['GM0153']);
    assert.deepEqual(codesOf(data, 'Perioden'), ['2022', '2023']);
  });
});

describe('names and parameters', () => {
  it('are read in any case', async () => {
    const query = { 'VALUECODES[regios]': 'NL01', 'valuecodes[PERIODEN]': '2023', 'valueCodes[onderwerp]': 'PERSONEN' };
    assert.deepEqual((await getData(app, query)).value, [1_000_111]);
  });

  it('add up when one dimension is given twice', async () => {
    const url =
      '/api/v2/tables/werk/data?valueCodes[RegioS]=NL01&valueCodes[RegioS]=GM0164&valueCodes[Perioden]=2023&valueCodes[Onderwerp]=personen';
    assert.deepEqual(codesOf((await app.inject(url)).json<Dataset>(), 'RegioS'), ['NL01', 'GM0164']);
  });

  for (const [name, query, message] of [
    ['an unknown dimension', { 'valueCodes[Land]': 'NL' }, /Variable Land does not exist/],
    ['a dimension named after a prototype', { 'valueCodes[__proto__]': 'NL' }, /Variable __proto__ does not exist/],
    ['a code named after a prototype', { ...all, 'valueCodes[RegioS]': 'constructor' }, /Value, constructor is not/],
    ['a dimension under two spellings', { ...all, 'valueCodes[regios]': 'NL01' }, /RegioS is selected more than once/],
    ['a parameter that does not exist', { 'valueCode[RegioS]': 'NL01' }, /Unknown parameter valueCode\[RegioS\]/],
    ['a codelist', { ...all, 'codelist[RegioS]': 'twente' }, /RegioS has no codelist twente/],
    [
      'more wildcards than any question has',
      { ...all, 'valueCodes[RegioS]': Array.from({ length: 101 }, (_, n) => `*${n}`).join() },
      /more than 100/,
    ],
  ] as const) {
    it(`refuse ${name}`, async () => assert.match(await refusal(query), message));
  }

  it('refuse a plain parameter that is given twice', async () => {
    const answer = await app.inject('/api/v2/tables/werk/data?lang=nl&lang=en');
    assert.match(answer.json<Problem>().detail, /lang is given more than once/);
  });
});

describe('a selection by POST', () => {
  const post = (payload: object) => app.inject({ method: 'POST', url: '/api/v2/tables/werk/data', payload });

  it('gives the same answer as by GET', async () => {
    const selection = Object.entries({ ...all, 'valueCodes[Perioden]': 'TOP(2)' }).map(([name, codes]) => {
      return { variableCode: name.slice(11, -1), valueCodes: [codes] };
    });
    const answer = await post({ selection });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.deepEqual(answer.json(), await getData(app, { ...all, 'valueCodes[Perioden]': 'TOP(2)' }));
  });

  it('without a body means the default selection', async () => {
    const named = { 'content-type': 'application/json' };
    for (const headers of [{}, named]) {
      const answer = await app.inject({ method: 'POST', url: '/api/v2/tables/werk/data', headers });
      assert.deepEqual(answer.json(), await getData(app, {}));
    }
  });

  it('takes the placement from the body', async () => {
    const answer = await post({ selection: [], placement: { heading: ['RegioS'] } });
    assert.deepEqual(answer.json<Dataset>().id, ['Leeftijd', 'Perioden', 'Onderwerp', 'RegioS']);
  });

  for (const [name, payload, message] of [
    ['is no selection', { selectie: [] }, /selection is missing/],
    [
      'has a code that is no text',
      { selection: [{ variableCode: 'RegioS', valueCodes: [1] }] },
      /selection\.0\.valueCodes\.0 should be string/,
    ],
    [
      'names an unknown dimension',
      { selection: [{ variableCode: 'Land', valueCodes: [] }] },
      /Variable Land does not exist/,
    ],
  ] as const) {
    it(`is refused when the body ${name}`, async () => {
      const answer = await post(payload);
      assert.equal(answer.statusCode, 400);
      assert.match(answer.json<Problem>().detail, message);
    });
  }
});
