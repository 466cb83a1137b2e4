import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { only, readPx, type PxFile } from './px-reader.ts';
import { emptyStore, grouped, publishCells, serve, type Cell, type Table } from './stored-table.ts';
import { codesOf, startEndpoint, type Dataset, type Endpoint } from './support.ts';

const app = await startEndpoint();
const all = 'valueCodes[RegioS]=*&valueCodes[Leeftijd]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';

async function getPx(from: Endpoint, path: string): Promise<PxFile> {
  const answer = await from.inject(`/api/v2/tables/${path}&outputFormat=px`);
  assert.equal(answer.statusCode, 200, answer.body);
  return readPx(answer.rawPayload);
}

describe('a PX file', async () => {
  const file = await getPx(app, `werk/data?${all}`);
  const text = (key: string): string => only(file, key).join();

  it('is sent as a file to keep', async () => {
    const { headers } = await app.inject('/api/v2/tables/werk/data?outputFormat=PX');
    assert.equal(headers['content-type'], 'application/octet-stream');
    assert.equal(headers['content-disposition'], 'attachment; filename="werk.px"');
    assert.match(String(headers.etag), /^"/);
  });

  it('has every keyword that the format demands', () => {
    for (const key of [
      'CONTENTS',
      'DECIMALS',
      'HEADING',
      'LANGUAGE',
      'MATRIX',
      'STUB',
      'SUBJECT-AREA',
      'SUBJECT-CODE',
    ]) {
      assert.ok(text(key).length > 0, key);
    }
    assert.equal(text('CHARSET'), 'ANSI');
    assert.equal(text('AXIS-VERSION'), '2013');
    assert.equal(text('CODEPAGE'), 'utf-8');
    assert.match(text('CREATION-DATE'), /^20\d{6} \d\d:\d\d$/);
    assert.equal(text('NEXT-UPDATE'), '20250301 00:00');
    assert.match(file.lines[0] ?? '', /^CHARSET="ANSI";$/);
    assert.match(file.lines.at(-2) ?? '', /;$/);
  });

  it('describes its variables', () => {
    assert.deepEqual(
      [only(file, 'STUB'), only(file, 'HEADING')],
      [
        ["Regio's", 'Leeftijd'],
        ['Perioden', 'Onderwerp'],
      ],
    );
    assert.equal(text('TITLE'), "Mensen met werk naar Regio's, Leeftijd, Perioden, Onderwerp");
    assert.equal(text('CONTVARIABLE'), 'Onderwerp');
    assert.deepEqual(only(file, `CODES("Regio's")`), ['NL01', 'GM0153', 'GM0164']);
    assert.deepEqual(only(file, 'TIMEVAL("Perioden")'), ['TLIST(A1)', '2020', '2021', '2022', '2023']);
    assert.equal(text('ELIMINATION("Leeftijd")'), 'Alle leeftijden');
    assert.equal(text(`VARIABLECODE("Regio's")`), 'RegioS');
  });

  it('has no quotation mark inside a text', () => {
    assert.deepEqual(only(file, 'VALUES("Leeftijd")'), ['Alle leeftijden', "Jonger dan 27, 'jong'"]);
  });

  it('says per indicator what it counts, when and since when', () => {
    assert.equal(text('UNITS("Personen")'), 'personen');
    assert.equal(text('STOCKFA("Personen")'), 'S');
    assert.equal(text('STOCKFA("Aandeel")'), 'A');
    assert.equal(text('REFPERIOD("Personen")'), '31 december');
    assert.equal(text('LAST-UPDATED("Aandeel")'), '20240301 00:00');
    assert.equal(text('CONTACT("Aandeel")'), 'Service desk, Afdeling voorbeelden, , , service@example.org');
    assert.equal(text('VALUENOTE("Onderwerp","Personen")'), 'Mensen met betaald werk.');
    assert.deepEqual(
      [text('DECIMALS'), text('SHOWDECIMALS'), text('PRECISION("Onderwerp","Aandeel")')],
      ['1', '0', '1'],
    );
    assert.equal(text('NOTEX'), 'Voorlopig over het laatste jaar.');
    assert.equal(text('AGGREGALLOWED'), 'NO');
  });

  it('has the remark about a value, and the break in a series', () => {
    assert.equal(text(`VALUENOTE("Regio's","Hengelo")`), 'Met Beckum.');
    assert.equal(text('VALUENOTE("Perioden","2022")'), 'Aandeel: Nieuwe telling');
  });

  it('has no break of what is not in it', async () => {
    for (const part of ['Onderwerp]=personen&valueCodes[Perioden]=*', 'Onderwerp]=*&valueCodes[Perioden]=2021,2023']) {
      const other = await getPx(app, `werk/data?valueCodes[RegioS]=*&valueCodes[${part}`);
      assert.ok(![...other.keywords.keys()].some((key) => key.startsWith('VALUENOTE("Perioden"')), part);
    }
  });

  it('tells how small counts are kept from view', async () => {
    const store = await emptyStore();
    const indicators = grouped.indicators.map((each, index) =>
      index === 0 ? { ...each, disclosure: { rounding: { base: 5 } } } : each,
    );
    await publishCells(store, { ...grouped, indicators }, new Array<Cell>(60).fill({ value: 5, status: null }));
    const { keywords } = await getPx(serve(store), 'grouped/data?lang=en');
    assert.match(keywords.get('NOTE')?.join() ?? '', /Counts are rounded to multiples of 5\./);
  });

  it('shows no more decimals than PX can', async () => {
    const store = await emptyStore();
    const indicators = grouped.indicators.map((each, index) => ({ ...each, decimals: 7 - index }));
    await publishCells(store, { ...grouped, indicators }, new Array<Cell>(60).fill({ value: 0.1, status: null }));
    const shown = async (codes: string): Promise<readonly string[]> => {
      const query = `valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=${codes}`;
      const fine = await getPx(serve(store), `grouped/data?${query}`);
      return ['DECIMALS', 'SHOWDECIMALS', 'PRECISION("Onderwerp","koop")'].map(
        (key) => fine.keywords.get(key)?.join() ?? '',
      );
    };
    assert.deepEqual(await shown('koop'), ['7', '6', '']);
    assert.deepEqual(await shown('koop,prijs'), ['7', '3', '6']);
  });

  it('tells why a figure is missing, and which figures are not final', () => {
    assert.equal(text('DATASYMBOL5'), 'geheim');
    assert.equal(text('DATASYMBOL2'), 'niet bekend');
    assert.equal(text('ATTRIBUTES("NL01","T","2023","personen")'), 'P');
    assert.equal(text('ATTRIBUTES'), 'A');
    assert.deepEqual(only(file, 'ATTRIBUTE-ID'), ['OBS_STATUS']);
    assert.equal(text('ATTRIBUTE-TEXT'), 'Status van het cijfer');
  });

  it('speaks the language that is asked for', async () => {
    const english = await getPx(app, `werk/data?${all}&lang=en`);
    assert.equal(only(english, 'LANGUAGE').join(), 'en');
    assert.equal(
      only(english, 'TITLE').join(),
      'People at work by Regions, Age, Perioden, Topic'.replace('Perioden', 'Periods'),
    );
    assert.equal(only(english, 'DATASYMBOL5').join(), 'confidential');
  });

  it('keeps the placement that is asked for', async () => {
    const turned = await getPx(app, `werk/data?${all}&heading=RegioS&stub=Onderwerp,Perioden`);
    assert.deepEqual(
      [only(turned, 'STUB'), only(turned, 'HEADING')],
      [['Onderwerp', 'Perioden', 'Leeftijd'], ["Regio's"]],
    );
  });

  it('is the same file for the same version', async () => {
    const ask = async () => (await app.inject(`/api/v2/tables/werk/data?${all}&outputFormat=px`)).body;
    assert.equal(await ask(), await ask());
  });
});

describe('a PX file of a table with awkward texts', async () => {
  const long = 'Een heel lang verhaal; met "aanhalingstekens", komma’s en 40 % €. '.repeat(20).trim();
  const [region, period, metric] = grouped.dimensions;
  assert.ok(region && period && metric);
  const quarters = ['2020KW01', '2020KW02', '2021KW04'].map((code) => ({ code, label: { nl: code } }));
  const table: Table = {
    ...grouped,
    title: { nl: 'Titel "met" aanhalingstekens; en meer' },
    description: { nl: long },
    notes: [{ nl: `${long}\nen nog een regel` }],
    dimensions: [
      {
        ...region,
        label: { nl: 'Onderwerp' },
        codes: region.codes.map(({ code }, index) => ({ code, label: { nl: index < 2 ? 'Bergen' : long } })),
      },
      { ...period, codes: quarters },
      metric,
    ],
  };
  const store = await emptyStore();
  await publishCells(store, table, new Array<Cell>(60).fill({ value: 0.1, status: null }));
  const query = 'valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';
  const file = await getPx(serve(store), `grouped/data?${query}`);

  it('has no line longer than 256 characters before the data', () => {
    const before = file.lines.slice(0, file.lines.indexOf('DATA='));
    assert.ok(before.length > 30);
    for (const line of before) assert.ok(line.length <= 256 || /^[A-Z]+\(|^"[^"]{256}"[,;]?$/.test(line), line);
  });

  it('keeps whole texts, on several lines', () => {
    assert.equal(only(file, 'DESCRIPTION').join(), long.replaceAll('"', "'"));
    const notes = file.keywords.get('NOTE')?.map((values) => values.join()) ?? [];
    assert.equal(notes[0], `${long}#en nog een regel`.replaceAll('"', "'"));
  });

  it('gives variables and values with one name each its own', () => {
    const names = [...only(file, 'STUB'), ...only(file, 'HEADING')];
    assert.deepEqual(names, ['Onderwerp (RegioS)', 'Perioden', 'Onderwerp (Onderwerp)']);
    const values = only(file, 'VALUES("Onderwerp (RegioS)")');
    assert.deepEqual(values.slice(0, 2), ['Bergen (GM0001)', 'Bergen (GM0002)']);
    assert.equal(new Set(values).size, 4);
    for (const value of values) assert.ok(value.length <= 256);
  });

  it('writes quarters as PX does', () => {
    assert.deepEqual(only(file, 'TIMEVAL("Perioden")'), ['TLIST(Q1)', '20201', '20202', '20214']);
  });
});

describe('figures of a PX file', () => {
  const dots: Readonly<Record<string, string>> = { M: '.', O: '..', N: '...', U: '....', C: '.....' };

  async function sameAsJson(from: Endpoint, path: string): Promise<void> {
    const file = await getPx(from, path);
    const order = [...(file.keywords.get('STUB')?.[0] ?? []), ...(file.keywords.get('HEADING')?.[0] ?? [])];
    const ids = order.map((name) => only(file, `VARIABLECODE("${name}")`).join());
    const selected = path.replace(/&(heading|stub)=[^&]*/g, '');
    const json = (await from.inject(`/api/v2/tables/${selected}&stub=${ids.join(',')}`)).json<Dataset>();
    assert.deepEqual(json.id, ids);
    order.forEach((name, index) => {
      assert.deepEqual(only(file, `CODES("${name}")`), codesOf(json, ids[index] ?? ''));
    });
    assert.equal(file.data.length, json.value?.length);
    const codes = order.map((name) => only(file, `CODES("${name}")`));
    json.value?.forEach((value, cell) => {
      const written = file.data[cell] ?? '';
      const status = json.status?.[cell];
      if (value === null) assert.equal(written, dots[status ?? 'O']);
      else assert.equal(Number(written), value);
      let rest = cell;
      const key = [...codes].reverse().map((each) => {
        const code = each[rest % each.length];
        rest = Math.floor(rest / each.length);
        return `"${code}"`;
      });
      const attribute = file.keywords.get(`ATTRIBUTES(${key.reverse().join(',')})`)?.[0]?.join();
      assert.equal(attribute, value === null ? undefined : status);
    });
  }

  it('are those of the JSON-stat answer, with every reason for a missing one and with a codelist', async () => {
    const store = await emptyStore();
    const states = [null, 'P', 'C', 'O', 'U', 'N', 'M', 'R', 'E', 'B'];
    const cells = Array.from({ length: 60 }, (_, index): Cell => {
      const status = states[index % 10] ?? null;
      return { value: status && 'COUNM'.includes(status) ? null : index / 8, status };
    });
    await publishCells(store, grouped, cells);
    const grouping = serve(store);
    const all = 'valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';
    await sameAsJson(grouping, `grouped/data?${all}`);
    await sameAsJson(grouping, `grouped/data?${all}&codelist[RegioS]=Streken&heading=RegioS`);
    await sameAsJson(grouping, `grouped/data?${all}&codelist[RegioS]=Steden&codelist[Perioden]=Jaren`);
  });

  it('are those of the JSON-stat answer, for any selection and placement', async () => {
    const dimensions = {
      RegioS: ['NL01', 'GM0153', 'GM0164'],
      Leeftijd: ['T', 'J'],
      Perioden: ['2020', '2021', '2022', '2023'],
      Onderwerp: ['personen', 'aandeel'],
    };
    const names = Object.keys(dimensions);
    const selections = fc.record({
      codes: fc.tuple(...Object.values(dimensions).map((codes) => fc.subarray(codes, { minLength: 1 }))),
      order: fc.shuffledSubarray(names),
      heading: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(selections, async ({ codes, order, heading }) => {
        const chosen = names.map((name, index) => `valueCodes[${name}]=${codes[index]?.join(',')}`).join('&');
        const [above, beside] = [order.slice(0, heading), order.slice(heading)];
        await sameAsJson(app, `werk/data?${chosen}&heading=${above.join(',')}&stub=${beside.join(',')}`);
      }),
      { numRuns: 40 },
    );
  });
});
