import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf, MalformedDatasetError } from '@peilglas/model';
import { parseJsonStat } from '@peilglas/client/json-stat';
import { bundle, collection, population, sparse } from './datasets.ts';

function refusal(input: unknown): MalformedDatasetError {
  try {
    parseJsonStat(input);
  } catch (error) {
    assert.ok(error instanceof MalformedDatasetError, String(error));
    return error;
  }
  assert.fail('was not refused');
}

/** What is said beside figures: never a reason to refuse them. */
describe('parseJsonStat: decorations', () => {
  const publicationOf = (extension: object) => parseJsonStat({ ...population(), extension }).publication;

  it('take a version as number or text, and otherwise none', () => {
    const versions = [3, '3', true].map((version) => publicationOf({ peilglas: { version } }).version);
    assert.deepEqual(versions, ['3', '3', null]);
  });

  it('leave out what is said by half', () => {
    for (const half of [
      { validation: { by: 'x' } },
      { validation: { on: '2026-01-05' } },
      { disclosure: { rule: 'rounding' } },
      { disclosure: { note: 'x' } },
      { breaks: [{ period: '2022' }, { note: 'x' }, 'x'] },
    ]) {
      const { validation, disclosure, breaks } = publicationOf({ peilglas: half });
      assert.deepEqual([validation, disclosure, breaks], [null, null, []]);
    }
  });

  it('tell of a break which indicators it is of, or that it is of all', () => {
    const breaks = [
      { period: '2022', note: 'x', indicators: ['a', 3] },
      { period: '2023', note: 'y', indicators: 'a' },
    ];
    assert.deepEqual(
      publicationOf({ peilglas: { breaks } }).breaks.map(({ indicators }) => indicators),
      [['a'], null],
    );
  });

  it('name a contact by the first of its names that is there', () => {
    const mail = 'a@example.org';
    const contacts: readonly (readonly [object, string | null])[] = [
      [{ name: 'N', organization: 'O', raw: 'R', mail }, 'N'],
      [{ organization: 'O', raw: 'R', mail }, 'O'],
      [{ raw: ' R #1', mail }, 'R'],
      [{ mail }, mail],
      [{ raw: '#1' }, null],
      [{}, null],
    ];
    for (const [contact, name] of contacts)
      assert.equal(publicationOf({ contact: [contact] }).contact?.name ?? null, name);
    assert.equal(publicationOf({ contact: [{ name: 'N', mail }] }).contact?.mail, mail);
    assert.equal(publicationOf({ contact: { name: 'N' } }).contact, null);
  });

  it('count for official statistics, elimination and obligatory notes only what is true', () => {
    for (const said of [true, 'true', 1]) {
      const extension = { px: { 'official-statistics': said, tableid: 'T1' }, noteMandatory: { 0: said } };
      const { officialStatistics, mandatoryNotes, table } = publicationOf(extension);
      assert.equal(officialStatistics, said === true);
      assert.equal(mandatoryNotes.length, said === true ? 1 : 0);
      assert.equal(table, 'T1');
      const dataset = population();
      Object.assign(dataset.dimension.RegioS.extension, { elimination: said });
      assert.equal(parseJsonStat(dataset).dimension('RegioS').optional, said === true);
    }
  });

  const unitOf = (unit: unknown) => {
    const dataset = population();
    Object.assign(dataset.dimension.Onderwerp.category, { unit: { inwoners: unit } });
    return parseJsonStat(dataset).indicator('inwoners');
  };

  it('take from 0 to 20 decimals', () => {
    const decimals = [0, 20, 21, -1, 1.5, '1', null].map((each) => unitOf({ decimals: each }).decimals);
    assert.deepEqual(decimals, [0, 20, null, null, null, null, null]);
  });

  it('take a unit from its base, or else from symbol and label', () => {
    const units = [
      { base: 'b', symbol: '$', label: 'l' },
      { symbol: '%', base: 'b' },
      { symbol: '$' },
      { label: 'l' },
      {},
      3,
    ];
    assert.deepEqual(
      units.map((unit) => unitOf(unit).unit),
      ['b', '%', '$', 'l', '', ''],
    );
  });

  it('say in which power of ten figures are given', () => {
    assert.deepEqual(
      [3, 6, 0, 1, '3', 'Units'].map((multiplier) => unitOf({ base: 'people', multiplier }).unit),
      ['x 1 000 people', 'x 1 000 000 people', 'people', 'people', 'people', 'people'],
    );
    assert.equal(unitOf({ multiplier: 3 }).unit, 'x 1 000');
  });

  it('know an indicator by words they know, and margins by both ends', () => {
    const dataset = population();
    const metric = dataset.dimension.Onderwerp.extension;
    metric.measuringType.inwoners = 'Sum';
    metric.adjustment.aandeel = 'None';
    const defined = dataset.extension.peilglas.definition.inwoners;
    Object.assign(defined, { goodDirection: 'sideways', bounds: { lower: 'onder' } });
    const { measuringType, goodDirection, bounds } = parseJsonStat(dataset).indicator('inwoners');
    assert.deepEqual([measuringType, goodDirection, bounds], ['other', 'none', null]);
    Object.assign(defined, { goodDirection: 'down', bounds: { upper: 'boven' } });
    metric.measuringType.inwoners = 'AVERAGE';
    const other = parseJsonStat(dataset).indicator('inwoners');
    assert.deepEqual([other.measuringType, other.goodDirection, other.bounds], ['average', 'down', null]);
    assert.equal(parseJsonStat(dataset).indicator('aandeel').adjustment, null);
  });

  it('take notes as a list or as one text, and labels that are text', () => {
    const dataset = { ...population(), note: 'Alleen deze.' };
    Object.assign(dataset.dimension.RegioS.category, { note: { NL01: 'Een', PV23: ['Twee', 3] } });
    Object.assign(dataset.dimension.RegioS.category.label, { GM0153: 3 });
    const cube = parseJsonStat(dataset);
    const regions = cube.dimension('RegioS');
    assert.deepEqual(cube.notes, ['Alleen deze.']);
    assert.deepEqual([regions.notesOf('NL01'), regions.notesOf('PV23')], [['Een'], ['Twee']]);
    assert.equal(regions.labelOf('GM0153'), 'GM0153');
  });

  it('leave unknown codes out of a hierarchy, which may have several ways down', () => {
    const dataset = population();
    Object.assign(dataset.dimension.RegioS.category, {
      child: { NL01: ['PV23', 'GM0153', 'XX'], PV23: ['GM0153', 'GM0164'], XX: ['NL01'] },
    });
    const regions = parseJsonStat(dataset).dimension('RegioS');
    assert.deepEqual(regions.childrenOf('NL01'), ['PV23', 'GM0153']);
    assert.deepEqual(regions.childrenOf('XX'), []);
    assert.equal(regions.parentOf('NL01'), null);
  });

  it('give a dimension the first of its roles, and names of Eurostat in any letters only where none is given', () => {
    const both = { ...population(), role: { time: ['Perioden'], geo: ['RegioS', 'Perioden'], metric: null } };
    assert.equal(parseJsonStat(both).dimension('Perioden').role, 'time');
    assert.equal(parseJsonStat(both).dimensionFor('metric'), null);
    const { geo, ...rest } = sparse().dimension;
    const upper = parseJsonStat({ ...sparse(), id: ['concept', 'GEO', 'time'], dimension: { ...rest, GEO: geo } });
    assert.equal(upper.dimensionFor('geo')?.id, 'GEO');
  });

  it('are those of areas in what PxWeb calls so, where it gives that role to no dimension', () => {
    const { RegioS, ...rest } = population().dimension;
    const dataset = {
      ...population(),
      id: population().id.map((id) => (id === 'RegioS' ? 'Region' : id)),
      dimension: { ...rest, Region: RegioS },
    };
    const roleBy = (role: object): string | null => parseJsonStat({ ...dataset, role }).dimension('Region').role;
    assert.equal(roleBy({ time: ['Perioden'] }), 'geo');
    assert.equal(roleBy({ time: ['Perioden'], geo: [] }), 'geo');
    assert.equal(roleBy({ time: ['Perioden'], geo: ['Geslacht'] }), null);
    assert.equal(roleBy({ time: ['Region'] }), 'time');
  });
});

describe('parseJsonStat: a dataset', () => {
  it('reads dimensions with roles, labels, totals and hierarchy', () => {
    const cube = parseJsonStat(population());
    assert.equal(cube.label, 'Bevolking');
    assert.equal(cube.source, 'CBS');
    assert.equal(cube.updated, '2025-01-12T00:00:00Z');
    const regions = cube.dimension('RegioS');
    assert.equal(regions.role, 'geo');
    assert.equal(regions.labelOf('GM0153'), 'Enschede');
    assert.equal(regions.total, 'NL01');
    assert.equal(regions.optional, true);
    assert.equal(regions.parentOf('GM0164'), 'PV23');
    assert.deepEqual(regions.childrenOf('NL01'), ['PV23']);
    assert.equal(cube.dimension('Perioden').role, 'time');
    assert.equal(cube.dimension('Perioden').labelOf('2022'), '2022');
  });

  it('reads figures and their status', () => {
    const cube = parseJsonStat(population());
    const at = (Perioden: string, Onderwerp: string) => cube.observation({ RegioS: 'NL01', Perioden, Onderwerp });
    assert.deepEqual(at('2021', 'aandeel'), { value: 1.5, status: 'A', reason: null });
    assert.deepEqual(at('2023', 'inwoners'), { value: 6, status: 'P', reason: null });
    assert.deepEqual(at('2023', 'aandeel'), { value: null, status: 'C', reason: 'confidential' });
  });

  it('reads indicators', () => {
    const [people, share] = parseJsonStat(population()).indicators;
    assert.deepEqual(people, {
      code: 'inwoners',
      label: 'Inwoners',
      unit: 'inwoners',
      decimals: 0,
      definition: 'Wie is ingeschreven.',
      explanation: 'Iedereen die is ingeschreven.',
      method: 'Register.',
      referencePeriod: '1 januari',
      measuringType: 'stock',
      goodDirection: 'up',
      bounds: { lower: 'onder', upper: 'boven' },
      weight: 'huishoudens',
      adjustment: null,
      basePeriod: null,
    });
    assert.equal(share?.unit, '%');
    assert.equal(share.decimals, 1);
    assert.equal(share.adjustment, 'SesOnly');
    assert.equal(share.basePeriod, '2015');
    assert.equal(share.measuringType, 'other');
  });

  it('does not repeat a definition as its own explanation', () => {
    const dataset = population();
    dataset.extension.peilglas.definition.inwoners.long = 'Wie is ingeschreven.';
    assert.equal(parseJsonStat(dataset).indicator('inwoners').explanation, null);
  });

  it('reads the publication', () => {
    const cube = parseJsonStat(population());
    assert.deepEqual(cube.notes, ['Stand op 1 januari.', 'Cijfers zijn afgerond.']);
    assert.deepEqual(cube.publication, {
      table: null,
      language: 'nl',
      version: '3',
      audience: 'public',
      validation: { by: 'research bureau', on: '2026-01-05' },
      breaks: [{ period: '2022', note: 'Nieuwe telling.', indicators: ['inwoners'] }],
      licence: 'CC-BY-4.0',
      contact: { name: 'Onderzoek en Statistiek', mail: 'onderzoek@example.org' },
      officialStatistics: true,
      nextUpdate: '2026-02-01',
      mandatoryNotes: ['Cijfers zijn afgerond.'],
      disclosure: { rule: 'rounding', note: 'Afgerond op vijf.' },
    });
  });

  it('takes metadata without values for a table of which no figure is available', () => {
    const { value: _, status: __, ...metadata } = population();
    for (const input of [
      metadata,
      { ...metadata, value: [] },
      { ...metadata, value: null },
      { ...metadata, value: {} },
    ]) {
      const cube = parseJsonStat(input);
      assert.equal(cube.size, 24);
      for (const { observation } of cellsOf(cube)) assert.equal(observation.reason, 'not-available');
    }
  });

  it('keeps the value array as it is', () => {
    const dataset = population();
    const cube = parseJsonStat(dataset);
    dataset.value[0] = 99;
    assert.equal(cube.observation({ RegioS: 'NL01', Perioden: '2021', Onderwerp: 'inwoners' }).value, 99);
  });

  it('finds the one value that is wrong, wherever it is in a long list', () => {
    const codes = Array.from({ length: 3001 }, (_, place) => String(place));
    for (const cell of [0, 999, 1000, 1999, 2000, 3000]) {
      const value: unknown[] = codes.map(Number);
      value[cell] = '7';
      const table = { version: '2.0', class: 'dataset', id: ['a'], size: [3001], value };
      assert.equal(refusal({ ...table, dimension: { a: { category: { index: codes } } } }).path, `$.value[${cell}]`);
    }
  });

  it('reads sparse values, one status for all, and a category without an index', () => {
    const cube = parseJsonStat(sparse());
    assert.deepEqual(cube.dimension('concept').codes, ['jobs']);
    assert.deepEqual(cube.dimension('geo').codes, ['a', 'b', 'c']);
    assert.deepEqual(cube.observation({ geo: 'a', time: '2020' }), {
      value: 10,
      status: 'P',
      reason: null,
      original: 'p',
    });
    assert.equal(cube.observation({ geo: 'b', time: '2021' }).reason, 'not-available');
    assert.equal(cube.observation({ geo: 'c', time: '2021' }).value, 30);
  });

  it('never makes room for cells that are not there', () => {
    const many = Array.from({ length: 32_000 }, (_, position) => String(position));
    const cube = parseJsonStat({
      id: ['a', 'b'],
      size: [32_000, 32_000],
      dimension: { a: { category: { index: many } }, b: { category: { index: many } } },
      value: { 1_023_999_999: 7 },
      class: 'dataset',
    });
    assert.equal(cube.size, 1_024_000_000);
    assert.equal(cube.observation({ a: '31999', b: '31999' }).value, 7);
  });

  it('knows the dimensions of Eurostat, which names no roles', () => {
    const cube = parseJsonStat(sparse());
    assert.equal(cube.dimensionFor('time')?.id, 'time');
    assert.equal(cube.dimensionFor('geo')?.id, 'geo');
    assert.equal(parseJsonStat({ ...sparse(), role: { geo: ['geo'] } }).dimensionFor('time'), null);
  });

  it('reads a status list, a list of one and a list inside an object', () => {
    const list = ['p', 'b', null, ':', 'e', 'c'];
    const read = (status: unknown) =>
      [...cellsOf(parseJsonStat({ ...sparse(), value: [1, 2, 3, null, 5, null], status }))].map(
        ({ observation }) => observation.status,
      );
    assert.deepEqual(read(list), ['P', 'B', 'A', 'O', 'E', 'C']);
    assert.deepEqual(read({ value: list }), ['P', 'B', 'A', 'O', 'E', 'C']);
    assert.deepEqual(read([]), ['A', 'A', 'A', 'O', 'A', 'O']);
    assert.deepEqual(read([null]), ['A', 'A', 'A', 'O', 'A', 'O']);
    assert.deepEqual(read(null), ['A', 'A', 'A', 'O', 'A', 'O']);
    assert.deepEqual(read(['e']), ['E', 'E', 'E', 'O', 'E', 'O']);
    assert.deepEqual(read({ 1: 'e', comment: 'none of the others' }), ['A', 'E', 'A', 'O', 'A', 'O']);
  });

  it('reads dimensions and codes that are named as members of every object', () => {
    const index = ['__proto__', 'constructor'];
    const dimension: unknown = JSON.parse(
      `{"__proto__": {"category": {"index": ${JSON.stringify(index)}, "label": {"__proto__": "P"}}},
        "constructor": {"category": {"index": {"toString": 0}}}}`,
    );
    const cube = parseJsonStat({ id: ['__proto__', 'constructor'], size: [2, 1], dimension, value: [1, 2] });
    const picked: Record<string, string> = Object.fromEntries([['__proto__', 'constructor']]);
    assert.equal(cube.observation(picked).value, 2);
    assert.equal(cube.dimension('__proto__').labelOf('__proto__'), 'P');
  });

  it('reads sparse figures where an old script has given every object another member', () => {
    Object.defineProperty(Object.prototype, 'each', { value: () => undefined, enumerable: true, configurable: true });
    try {
      assert.equal(parseJsonStat(sparse()).observation({ geo: 'a', time: '2020' }).value, 10);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'each');
    }
  });

  it('leaves out a hierarchy that goes round', () => {
    const dataset = population();
    Object.assign(dataset.dimension.RegioS.category.child, { GM0153: ['NL01'] });
    assert.equal(parseJsonStat(dataset).dimension('RegioS').parentOf('GM0153'), null);
  });

  it('joins symbol and label of a unit, so that its size is not lost', () => {
    const dataset = population();
    const unit = { inwoners: { symbol: '$', label: 'million' }, aandeel: { symbol: '%', label: 'percent' } };
    Object.assign(dataset.dimension.Onderwerp.category, { unit });
    assert.deepEqual(
      parseJsonStat(dataset).indicators.map((indicator) => indicator.unit),
      ['$ million', '%'],
    );
  });

  it('names a contact of which only the raw text of a PX file is known', () => {
    const dataset = { ...population(), extension: { contact: [{ raw: 'Statistics desk, Office#Tel 1#Fax 2' }] } };
    assert.deepEqual(parseJsonStat(dataset).publication.contact, { name: 'Statistics desk, Office', mail: null });
  });

  it('leaves out a mail address that would do more than name somebody', () => {
    for (const mail of [
      'a@example.org?bcc=all@example.org',
      'a@example.org&body=x',
      'a\uD800@example.org',
      'a b@example.org',
    ]) {
      const { publication } = parseJsonStat({ ...population(), extension: { contact: [{ name: 'Bureau', mail }] } });
      assert.deepEqual(publication.contact, { name: 'Bureau', mail: null });
    }
  });

  it('ignores decorations of a wrong type', () => {
    const dataset = population();
    Object.assign(dataset.dimension.Onderwerp.category, { unit: { inwoners: 7, aandeel: { decimals: 1.5 } }, note: 3 });
    Object.assign(dataset.dimension.RegioS.category, { label: { NL01: 1, PV23: 'Overijssel' }, child: ['NL01'] });
    Object.assign(dataset.dimension.RegioS, { extension: 'none', label: {} });
    const cube = parseJsonStat({
      ...dataset,
      note: { a: 1 },
      label: 4,
      source: [],
      extension: { contact: 'us', px: 1 },
    });
    assert.equal(cube.label, '');
    assert.deepEqual(cube.notes, []);
    assert.equal(cube.publication.contact, null);
    assert.equal(cube.dimension('RegioS').labelOf('NL01'), 'NL01');
    assert.equal(cube.dimension('RegioS').labelOf('PV23'), 'Overijssel');
    assert.deepEqual(
      cube.indicators.map(({ unit, decimals, definition }) => [unit, decimals, definition]),
      [
        ['', null, null],
        ['', null, null],
      ],
    );
  });
});

describe('parseJsonStat: around a dataset', () => {
  it('reads the first dataset of a version 1 bundle', () => {
    const cube = parseJsonStat(bundle());
    assert.equal(cube.dimensionFor('metric')?.id, 'Onderwerp');
    assert.equal(cube.observation({ Perioden: '2021', Onderwerp: 'aandeel' }).value, 1.5);
  });

  it('reads a version 1 dataset that stands alone', () => {
    assert.equal(parseJsonStat(bundle()['bevolking 2023']).size, 24);
  });

  it('reads the first embedded dataset of a collection', () => {
    assert.equal(parseJsonStat(collection()).label, 'Sparse');
  });

  it('says what it found instead', () => {
    const links = refusal({ class: 'collection', link: { item: [{ href: 'https://example.org/a' }] } });
    assert.equal(links.path, '$.link.item');
    assert.match(links.expected, /an embedded dataset, found 1 links only/);
    const dimension = refusal({ version: '2.0', class: 'dimension', category: { index: ['a'] } });
    assert.equal(dimension.path, '$.class');
    assert.match(dimension.expected, /found class "dimension"/);
    assert.equal(refusal({}).path, '$');
  });
});

describe('parseJsonStat: refusals name the place', () => {
  type Change = (dataset: ReturnType<typeof population>) => unknown;
  const cases: readonly (readonly [string, Change, string])[] = [
    ['ids missing', ({ id: _, ...rest }) => rest, '$.id'],
    ['an id twice', (d) => ({ ...d, id: ['RegioS', 'RegioS', 'Onderwerp'] }), '$.id'],
    ['no ids', (d) => ({ ...d, id: [], size: [] }), '$.id'],
    ['an id that is no text', (d) => ({ ...d, id: ['RegioS', 2, 'Onderwerp'] }), '$.id[1]'],
    ['a size too many', (d) => ({ ...d, size: [4, 3, 2, 1] }), '$.size'],
    ['a negative size', (d) => ({ ...d, size: [4, -3, 2] }), '$.size[1]'],
    ['sizes beyond counting', (d) => ({ ...d, size: [4e15, 4e15, 4e15] }), '$.size'],
    ['a role that is no list', (d) => ({ ...d, role: { time: 'Perioden' } }), '$.role.time'],
    [
      'a dimension missing',
      (d) => ({ ...d, id: ['RegioS', 'Perioden', 'Leeftijd (jaar)'] }),
      '$.dimension["Leeftijd (jaar)"]',
    ],
    [
      'a category missing',
      (d) => ({ ...d, dimension: { ...d.dimension, Perioden: {} } }),
      '$.dimension.Perioden.category',
    ],
    [
      'an index missing where there are more codes',
      (d) => ({ ...d, dimension: { ...d.dimension, Perioden: { category: { label: { a: 'A', b: 'B', c: 'C' } } } } }),
      '$.dimension.Perioden.category.index',
    ],
    [
      'two codes in one place',
      (d) => ({ ...d, dimension: { ...d.dimension, Perioden: { category: { index: { a: 0, b: 1, c: 1 } } } } }),
      '$.dimension.Perioden.category.index',
    ],
    [
      'a position that no number can be made of',
      (d) => ({
        ...d,
        dimension: {
          ...d.dimension,
          Perioden: { category: { index: { a: { valueOf: 1, toString: 1 }, b: 0, c: 2 } } },
        },
      }),
      '$.dimension.Perioden.category.index',
    ],
    [
      'a code twice',
      (d) => ({ ...d, dimension: { ...d.dimension, Perioden: { category: { index: ['a', 'b', 'a'] } } } }),
      '$.dimension.Perioden.category.index',
    ],
    [
      'a code that is no text',
      (d) => ({ ...d, dimension: { ...d.dimension, Perioden: { category: { index: ['2021', 2022, '2023'] } } } }),
      '$.dimension.Perioden.category.index[1]',
    ],
    [
      'a value that is text',
      (d) => ({ ...d, value: [...d.value.slice(0, 7), '1.234', ...d.value.slice(8)] }),
      '$.value[7]',
    ],
    ['a value beyond numbers', (d) => ({ ...d, value: d.value.with(7, Infinity) }), '$.value[7]'],
    ['too few values', (d) => ({ ...d, value: d.value.slice(1) }), '$.value'],
    ['values of another kind', (d) => ({ ...d, value: 'none' }), '$.value'],
    ['a sparse value out of range', (d) => ({ ...d, value: { 0: 1, 24: 2 } }), '$.value.24'],
    ['a sparse value nowhere', (d) => ({ ...d, value: { 0: 1, total: 2 } }), '$.value.total'],
    ['a sparse value at a strange number', (d) => ({ ...d, value: { '01': 2 } }), '$.value.01'],
    ['a sparse value that is text', (d) => ({ ...d, value: { 3: '2' } }), '$.value.3'],
    ['a sparse value between cells', (d) => ({ ...d, value: { '1.5': 2 } }), '$.value["1.5"]'],
    ['a sparse value before the first', (d) => ({ ...d, value: { '-1': 2 } }), '$.value.-1'],
    ['a sparse value at a number in other words', (d) => ({ ...d, value: { '1e1': 2 } }), '$.value.1e1'],
    ['statuses of another kind', (d) => ({ ...d, status: 3 }), '$.status'],
    ['a status in a list that is a number', (d) => ({ ...d, status: ['p', 3] }), '$.status[1]'],
    ['a role that is no object', (d) => ({ ...d, role: 'time' }), '$.role'],
    ['a dimension id twice', (d) => ({ ...d, id: ['RegioS', 'RegioS', 'Onderwerp'] }), '$.id'],
    ['no dimension at all', (d) => ({ ...d, id: [], size: [] }), '$.id'],
    ['half a code', (d) => ({ ...d, size: [4, 1.5, 2] }), '$.size[1]'],
    ['a status that is a number', (d) => ({ ...d, status: { 3: 2 } }), '$.status.3'],
    ['too few statuses', (d) => ({ ...d, status: ['p', 'p'] }), '$.status'],
  ];
  for (const [name, change, path] of cases) {
    it(name, () => assert.equal(refusal(change(population())).path, path));
  }

  it('says what was found in place of a dataset, no longer than it helps', () => {
    const found = (kind: unknown) => refusal({ class: kind }).message;
    assert.equal(found('dimension'), '$.class: expected "dataset" or "collection", found class "dimension"');
    assert.equal(found(3), '$.class: expected "dataset" or "collection", found a class of type number');
    assert.ok(found('x'.repeat(100)).endsWith(`found class "${'x'.repeat(40)}"`));
    assert.equal(refusal({ class: 'collection' }).message, '$.link.item: expected the list of a collection');
    assert.equal(refusal({ a: 1, b: {} }).message, '$: expected a JSON-stat dataset, bundle or collection');
  });

  it('within a bundle and a collection too', () => {
    const old = bundle();
    old['bevolking 2023'].value.pop();
    assert.equal(refusal(old).path, '$["bevolking 2023"].value');
    const many = collection();
    many.link.item[1] = { ...sparse(), size: [1, 3, 3] };
    assert.equal(refusal(many).path, '$.link.item[1].dimension.time.category.index');
  });
});
