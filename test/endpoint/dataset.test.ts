import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dimensionOf, startEndpoint, type Dataset, type Problem } from './support.ts';

const app = await startEndpoint();
const all = 'valueCodes[RegioS]=*&valueCodes[Leeftijd]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';

async function get(path: string): Promise<Dataset> {
  const answer = await app.inject(`/api/v2/tables/werk${path}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<Dataset>();
}

describe('a dataset', () => {
  it('puts every fact in its standard place', async () => {
    const data = await get(`/data?${all}`);
    assert.equal(data.label, 'Mensen met werk');
    assert.equal(data.source, 'Eigen voorbeeld');
    assert.equal(data.updated, '2024-03-01');
    assert.deepEqual(data.role, { time: ['Perioden'], geo: ['RegioS'], metric: ['Onderwerp'] });
    assert.deepEqual(data.note, ['Voorlopig over het laatste jaar.', 'Een gewone opmerking.']);
    assert.deepEqual(data.extension.noteMandatory, { 0: true });
    const { category, extension } = dimensionOf(data, 'Onderwerp');
    assert.deepEqual(category.unit, {
      personen: { base: 'personen', decimals: 0 },
      aandeel: { base: '%', decimals: 1 },
    });
    assert.deepEqual(category.note?.personen, ['Mensen met betaald werk.']);
    assert.deepEqual(dimensionOf(data, 'RegioS').category.note, { GM0164: ['Met Beckum.'] });
    assert.deepEqual(extension.refperiod, { personen: '31 december' });
    assert.deepEqual(extension.measuringType, { personen: 'Stock', aandeel: 'Average' });
    assert.deepEqual(data.extension.contact[0]?.mail, 'service@example.org');
    assert.equal(data.extension.px['official-statistics'], false);
    assert.equal(data.extension.px['next-update'], '2025-03-01');
    assert.equal(data.extension.px.decimals, 1);
  });

  it('carries validation, definitions and breaks where there is no standard place', async () => {
    const { peilglas } = (await get(`/data?${all}`)).extension;
    assert.equal(peilglas.version, 1);
    assert.equal(peilglas.audience, 'public');
    assert.equal(peilglas.licence, 'CC0-1.0');
    assert.equal(peilglas.validation.by, 'the example desk');
    assert.equal(peilglas.validation.on, '2024-03-02');
    assert.ok(peilglas.validation.checks.includes('duplicate-cells'));
    assert.deepEqual(peilglas.definition.aandeel, {
      long: 'Deel van de bevolking met betaald werk.',
      method: 'Personen gedeeld door inwoners.',
      goodDirection: 'up',
      weight: 'personen',
    });
    assert.deepEqual(peilglas.breaks, [{ period: '2022', note: 'Nieuwe telling', indicators: ['aandeel'] }]);
  });

  it('keeps the hierarchy among the codes that were chosen', async () => {
    assert.deepEqual(dimensionOf(await get(`/data?${all}`), 'RegioS').category.child, { NL01: ['GM0153', 'GM0164'] });
    const some = await get(`/data?${all.replace('[RegioS]=*', '[RegioS]=gm*')}`);
    assert.equal(dimensionOf(some, 'RegioS').category.child, undefined);
  });

  it('says that a dimension can be left out, and which code is its total', async () => {
    const metadata = await get('/metadata');
    const [RegioS, Leeftijd] = [dimensionOf(metadata, 'RegioS'), dimensionOf(metadata, 'Leeftijd')];
    assert.deepEqual([Leeftijd.extension.elimination, Leeftijd.extension.eliminationValueCode], [true, 'T']);
    assert.deepEqual([RegioS.extension.elimination, RegioS.extension.eliminationValueCode], [false, undefined]);
  });

  it('gives each cell its place, its figure and its status', async () => {
    const data = await get(
      `/data?${all.replace('[RegioS]=*', '[RegioS]=GM0164').replace('[Leeftijd]=*', '[Leeftijd]=J')}`,
    );
    assert.deepEqual(data.size, [1, 1, 4, 2]);
    assert.deepEqual(data.value, [20_000, null, 20_037, null, 20_074, null, 20_111, 12.5]);
    // Confidential; empty in the data; no row in the data; provisional.
    assert.deepEqual(data.status, { 1: 'C', 3: 'O', 5: 'O', 6: 'P', 7: 'P' });
  });

  it('has no status where every figure is final', async () => {
    const data = await get('/data?valueCodes[RegioS]=NL01&valueCodes[Perioden]=2020&valueCodes[Onderwerp]=personen');
    assert.equal('status' in data, false);
  });

  it('orders its dimensions by heading and stub, and the cells with them', async () => {
    const plain = await get(`/data?${all}`);
    const turned = await get(`/data?${all}&heading=Leeftijd&stub=Onderwerp,RegioS`);
    assert.deepEqual(turned.id, ['Onderwerp', 'RegioS', 'Perioden', 'Leeftijd']);
    assert.deepEqual(turned.extension.px.heading, ['Leeftijd']);
    const [regions = 0, ages = 0, periods = 0, topics = 0] = plain.size;
    const [values, turnedValues] = [plain.value ?? [], turned.value ?? []];
    assert.equal(values.length, 48);
    for (let cell = 0; cell < values.length; cell++) {
      const [topic, period] = [cell % topics, Math.floor(cell / topics) % periods];
      const [age, region] = [Math.floor(cell / topics / periods) % ages, Math.floor(cell / topics / periods / ages)];
      const other = ((topic * regions + region) * periods + period) * ages + age;
      assert.equal(turnedValues[other], values[cell]);
      assert.equal(turned.status?.[other], plain.status?.[cell]);
    }
  });

  it('refuses a dimension in heading and stub at once', async () => {
    const answer = await app.inject('/api/v2/tables/werk/data?heading=RegioS&stub=regios');
    assert.equal(answer.statusCode, 400);
  });

  it('speaks English where it is asked to and can, else Dutch', async () => {
    const data = await get(`/data?${all}&lang=en`);
    assert.equal(data.label, 'People at work');
    assert.deepEqual(dimensionOf(data, 'RegioS').category.label, {
      NL01: 'Netherlands',
      GM0153: 'Enschede',
      GM0164: 'Hengelo',
    });
    assert.deepEqual(dimensionOf(data, 'Onderwerp').category.note?.aandeel, [
      'Deel van de bevolking met betaald werk.',
    ]);
    assert.equal(data.extension.peilglas.breaks[0]?.note, 'New count');
    assert.equal(data.extension.px.language, 'en');
  });
});

describe('metadata', () => {
  it('lists every code and no figures', async () => {
    const metadata = await get('/metadata');
    assert.equal(metadata.value, null);
    assert.deepEqual(metadata.size, [3, 2, 4, 2]);
  });

  it('can be limited to the default selection', async () => {
    assert.deepEqual((await get('/metadata?defaultSelection=true')).size, [3, 1, 1, 1]);
  });

  it('is the same for clients that ask for its form, as they had to before the specification was final', async () => {
    assert.deepEqual(await get('/metadata?outputFormat=json-stat2'), await get('/metadata'));
  });

  for (const query of ['codelist[RegioS]=x', 'defaultSelection=maybe', 'outputFormat=json-px']) {
    it(`refuses ${query}`, async () => {
      assert.equal((await app.inject(`/api/v2/tables/werk/metadata?${query}`)).statusCode, 400);
    });
  }
});

describe('the default selection', () => {
  it('is spelled out in codes, and gives the same data as no selection', async () => {
    const spelled = await app.inject('/api/v2/tables/werk/defaultselection');
    const { selection, placement } = spelled.json<{ selection: object[]; placement: object }>();
    assert.deepEqual(placement, { heading: ['Perioden', 'Onderwerp'], stub: ['RegioS', 'Leeftijd'] });
    const answer = await app.inject({ method: 'POST', url: '/api/v2/tables/werk/data', payload: { selection } });
    assert.deepEqual(answer.json(), await get('/data'));
  });
});

describe('CSV', () => {
  const csv = async (query: string): Promise<string[]> => {
    const answer = await app.inject(`/api/v2/tables/werk/data?outputFormat=csv&${query}`);
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
    return answer.body.split('\r\n').slice(0, -1);
  };
  const two =
    'valueCodes[RegioS]=GM0164&valueCodes[Leeftijd]=J&valueCodes[Perioden]=2020,2023&valueCodes[Onderwerp]=aandeel';

  it('has a line per observation, with the status that explains an empty figure', async () => {
    assert.deepEqual(await csv(two), [
      "Regio's,Leeftijd,Perioden,Onderwerp,waarde,status",
      'Hengelo,"Jonger dan 27, ""jong""",2020,Aandeel,,C',
      'Hengelo,"Jonger dan 27, ""jong""",2023,Aandeel,12.5,P',
    ]);
  });

  it('puts the code behind a label that another has too, in rows and in the heading', async () => {
    const alike = await startEndpoint({}, { manifest: (text) => text.replace('nl: Hengelo', 'nl: Enschede') });
    const body = async (more: string): Promise<readonly string[]> =>
      (
        await alike.inject(`/api/v2/tables/werk/data?outputFormat=csv&${two.replace('GM0164', 'GM0153,GM0164')}${more}`)
      ).body.split('\r\n');
    const regions = async (more = ''): Promise<readonly string[]> => {
      const [, ...lines] = (await body(more)).slice(0, -1);
      return lines.map((line) => line.split(/[,;]/)[0] ?? '').filter((name, index, all) => all[index - 1] !== name);
    };
    assert.deepEqual(await regions(), ['Enschede (GM0153)', 'Enschede (GM0164)']);
    assert.deepEqual(await regions('&outputFormatParams=UseCodes'), ['GM0153', 'GM0164']);
    assert.deepEqual(await regions('&outputFormatParams=UseCodesAndTexts'), ['GM0153 Enschede', 'GM0164 Enschede']);
    const [head] = await body('&heading=RegioS,Perioden');
    assert.match(head ?? '', /,Enschede \(GM0153\) 2020,.*,Enschede \(GM0164\) 2023$/);
  });

  it('is a table when heading or stub is given, with the status in place of an empty figure', async () => {
    assert.deepEqual(await csv(`${two}&heading=Perioden&outputFormatParams=UseCodes`), [
      'RegioS,Leeftijd,Onderwerp,2020,2023',
      'GM0164,J,aandeel,C,12.5',
    ]);
  });

  it('follows the parameters of the format', async () => {
    const [title, head, row] = await csv(
      `${two}&lang=en&outputFormatParams=UseCodesAndTexts,IncludeTitle,SeparatorSemicolon`,
    );
    assert.equal(title, 'People at work');
    assert.equal(head, 'Regions;Age;Periods;Topic;value;status');
    assert.equal(row, 'GM0164 Hengelo;"J Younger than 27, ""young""";2020;aandeel Share;;C');
  });

  it('takes the parameters of the format one by one too, as the specification writes a list', async () => {
    const apart = 'outputFormatParams=UseCodes&outputFormatParams=SeparatorTab';
    assert.deepEqual(await csv(`${two}&${apart}`), await csv(`${two}&outputFormatParams=UseCodes,SeparatorTab`));
  });

  it('has an apostrophe before texts that a spreadsheet would run as a formula, never before figures', async () => {
    const odd = await startEndpoint(
      {},
      {
        manifest: (text) =>
          text
            .replace('nl: \'Jonger dan 27, "jong"\'', "nl: '=1+1'")
            .replace('label: { nl: Leeftijd, en', 'label: { nl: "@leeftijd", en')
            .replace('nl: Aandeel, en', "nl: '-aandeel', en"),
        data: (text) => text.replace(/^(GM0164,J,2023,aandeel,).*$/m, '$1-12.5,P'),
      },
    );
    const body = async (more: string): Promise<string[]> =>
      (await odd.inject(`/api/v2/tables/werk/data?outputFormat=csv&${two}${more}`)).body.split('\r\n').slice(0, -1);
    const [head, , row] = await body('');
    assert.equal(head, "Regio's,'@leeftijd,Perioden,Onderwerp,waarde,status");
    assert.equal(row, "Hengelo,'=1+1,2023,'-aandeel,-12.5,P");
    assert.deepEqual(await body('&heading=Onderwerp,Perioden'), [
      "Regio's,'@leeftijd,'-aandeel 2020,'-aandeel 2023",
      "Hengelo,'=1+1,C,-12.5",
    ]);
  });

  for (const parameters of [
    'UseCodes,UseTexts',
    'SeparatorTab,SeparatorSpace',
    'UseCodes&outputFormatParams=UseTexts',
    'Gold',
  ]) {
    it(`refuses ${parameters}`, async () => {
      const answer = await app.inject(`/api/v2/tables/werk/data?outputFormat=csv&outputFormatParams=${parameters}`);
      assert.equal(answer.statusCode, 400);
    });
  }

  it('is not the only other format the specification knows: the rest are refused by name', async () => {
    for (const format of ['xlsx', 'html', 'json-px', 'parquet']) {
      const answer = await app.inject(`/api/v2/tables/werk/data?outputFormat=${format}`);
      assert.equal(answer.json<Problem>().detail, `Output format ${format} is not offered; use json-stat2, csv, px`);
    }
  });
});
