import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePeriod } from '@peilglas/model';
import {
  directionOf,
  formatAxisValue,
  formatDate,
  formatFigure,
  formatGrowth,
  formatNumber,
  formatObservation,
  formatPeriod,
  formatPoint,
  formatReference,
  formatSigned,
  formatUnit,
  loadLanguage,
} from '@peilglas/text';
import { indicator, inhabitants, plain, point, salePrice } from './builders.ts';

await loadLanguage('en');

describe('formatNumber', () => {
  const cases: readonly [number, number | null, string, string][] = [
    [161235, 0, '161.235', '161,235'],
    [12.3, 1, '12,3', '12.3'],
    [12, 1, '12,0', '12.0'],
    [-0.4, 1, '−0,4', '−0.4'],
    [-0.04, 1, '0,0', '0.0'],
    [2.345, 2, '2,35', '2.35'],
    [1.005, 2, '1,01', '1.01'],
    [12.5, null, '12,5', '12.5'],
    [12, null, '12', '12'],
    [1 / 3, null, '0,33', '0.33'],
    [0, 0, '0', '0'],
    [NaN, 0, '.', '.'],
    [Infinity, 1, '.', '.'],
    [1.5, 400, '1,500000000000000', '1.500000000000000'],
  ];
  for (const [value, decimals, nl, en] of cases) {
    it(`writes ${value} with ${decimals} decimals as ${nl}`, () => {
      assert.equal(formatNumber(value, decimals, 'nl'), nl);
      assert.equal(formatNumber(value, decimals, 'en'), en);
    });
  }

  it('takes English from the first subtag and Dutch for everything else', () => {
    for (const lang of ['en', 'en-US', 'EN_gb']) assert.equal(formatNumber(1.5, 1, lang), '1.5');
    for (const lang of ['nl', 'nl-BE', 'de', 'fy', 'eng', '', '-']) assert.equal(formatNumber(1.5, 1, lang), '1,5');
  });
});

it('a change has a sign, and none where it does not show', () => {
  const signed = [0.4, -0.4, 0, 0.04, -0.04].map((value) => formatSigned(value, 1, 'nl'));
  assert.deepEqual(signed, ['+0,4', '−0,4', '0,0', '0,0', '0,0']);
  const growth = [0.004, 0.0004, -0.0004, 0.999, 1.5].map((fraction) => formatGrowth(fraction, 'en'));
  assert.deepEqual(growth, ['+0.4%', null, null, '+99.9%', '+150%']);
});

describe('formatFigure', () => {
  const cases: readonly [string, number, number | null, string, string][] = [
    ['%', 12.3, 1, '12,3\u202f%', '12.3%'],
    ['procent', 12.3, 1, '12,3\u202f%', '12.3%'],
    ['% van de jongeren', 12.3, 1, '12,3\u202f% van de jongeren', '12.3% van de jongeren'],
    ['€', 29900, 0, '€\u00a029.900', '€29,900'],
    ['euro', -1200, 0, '€\u00a0−1.200', '−€1,200'],
    ['euro per m2', 2500, 0, '€\u00a02.500 per m²', '€2,500 per m²'],
    ['x 1 000 euro', 29.9, 1, '€\u00a029,9\u00a0duizend', '€29.9\u00a0thousand'],
    ['1.000 euro', 29.9, 1, '€\u00a029,9\u00a0duizend', '€29.9\u00a0thousand'],
    ['mln euro', 3, 0, '€\u00a03\u00a0miljoen', '€3\u00a0million'],
    ['€ (x 1.000)', 3, 0, '€\u00a03\u00a0duizend', '€3\u00a0thousand'],
    ['x 1.000 huishoudens', 8300, 0, '8.300\u00a0duizend huishoudens', '8,300\u00a0thousand huishoudens'],
    ['x 1 000', 12, 0, '12\u00a0duizend', '12\u00a0thousand'],
    ['aantal', 12, 0, '12', '12'],
    ['', 12, 0, '12', '12'],
    ['aantal inwoners per km²', 1143, 0, '1.143 inwoners per km²', '1,143 inwoners per km²'],
    ['inwoners per km2', 1, 0, '1 inwoners per km²', '1 inwoners per km²'],
    ['per 1 000 inwoners', 9.2, 1, '9,2 per 1.000 inwoners', '9.2 per 1,000 inwoners'],
    ['m3', 1100, 0, '1.100\u00a0m³', '1,100\u00a0m³'],
    ['kWh', 2800, 0, '2.800\u00a0kWh', '2,800\u00a0kWh'],
    ['2015 = 100', 103.2, 1, '103,2 (2015 = 100)', '103.2 (2015 = 100)'],
    ['inwoners', 161235, 0, '161.235 inwoners', '161,235 inwoners'],
    ['uren per week', 12, 0, '12 uren per week', '12 uren per week'],
    ['europarlementariërs', 31, 0, '31 europarlementariërs', '31 europarlementariërs'],
  ];
  for (const [unit, value, decimals, nl, en] of cases) {
    it(`writes ${value} in "${unit}" as ${nl}`, () => {
      assert.equal(formatFigure(value, { unit, decimals }, 'nl').text, nl);
      assert.equal(formatFigure(value, { unit, decimals }, 'en').text, en);
    });
  }

  it('knows a thousand, a million and a billion however publishers write them', () => {
    const scales = {
      duizend: ['1.000', '1 000', '1,000', 'x 1.000', 'x1.000', '×1 000', '(x 1.000)', 'duizend', 'thousand'],
      miljoen: [
        '1.000.000',
        'x 1 000 000',
        'x1.000.000',
        '×1,000,000',
        '(1.000.000)',
        'mln',
        'mln.',
        'miljoen',
        'million',
      ],
      miljard: [
        '1.000.000.000',
        'x 1 000 000 000',
        'x1.000.000.000',
        '(x 1,000,000,000)',
        'mld',
        'mld.',
        'miljard',
        'billion',
      ],
    };
    for (const [word, ways] of Object.entries(scales)) {
      for (const way of ways) {
        const text = (unit: string) => formatFigure(3, { unit, decimals: 0 }, 'nl').text;
        assert.equal(text(`${way} euro`), `€\u00a03\u00a0${word}`);
        assert.equal(text(`€ ${way}`), `€\u00a03\u00a0${word}`);
        assert.equal(text(`${way} huishoudens`), `3\u00a0${word} huishoudens`);
      }
    }
  });

  it('takes no scale from within a unit', () => {
    const text = (unit: string) => formatFigure(3, { unit, decimals: 0 }, 'nl').text;
    for (const unit of [
      'uren (x 1.000)',
      'leden van 1.000.000',
      'giften in miljard',
      'miljoenennota’s',
      'duizendpoten',
    ])
      assert.equal(text(unit), `3 ${unit}`);
  });

  it('gives the parts that a tile sets in different sizes', () => {
    const parts = (value: number, unit: string) => formatFigure(value, { unit, decimals: 0 }, 'nl');
    assert.deepEqual(parts(29900, '€'), { prefix: '€\u00a0', number: '29.900', unit: '', text: '€\u00a029.900' });
    assert.deepEqual(parts(12, '%'), { prefix: '', number: '12', unit: '%', text: '12\u202f%' });
    assert.deepEqual(parts(5, 'inwoners'), { prefix: '', number: '5', unit: 'inwoners', text: '5 inwoners' });
  });

  it('knows a size and a currency however they are written', () => {
    const units = ['1000 euro', '1000 personen', "euro's", 'x 1.000 euro’s', '1000000 euro', '%-punt'];
    assert.deepEqual(
      units.map((unit) => plain(formatFigure(25, { unit, decimals: 0 }, 'nl').text)),
      ['€ 25 duizend', '25 duizend personen', '€ 25', '€ 25 duizend', '€ 25 miljoen', '25 %-punt'],
    );
  });

  it('counts one thing in the singular', () => {
    const one = (unit: string, lang: string) => formatFigure(1, { unit, decimals: 0 }, lang).text;
    assert.deepEqual(
      ['inwoners', 'personen', 'huishoudens', 'woningen', 'studenten'].map((unit) => one(unit, 'nl')),
      ['1 inwoner', '1 persoon', '1 huishouden', '1 woning', '1 student'],
    );
    assert.deepEqual(
      ['kinderen', 'jongeren', 'misdrijven', 'banen', 'uren', 'gezinnen', 'scholen'].map((unit) => one(unit, 'nl')),
      ['1 kind', '1 jongere', '1 misdrijf', '1 baan', '1 uur', '1 gezin', '1 school'],
    );
    assert.deepEqual(
      ['windmolens', 'jachthavens', 'auto’s', "auto's", 'sectoren', 'hectaren'].map((unit) => one(unit, 'nl')),
      ['1 windmolen', '1 jachthaven', '1 auto', '1 auto', '1 sectoren', '1 hectaren'],
    );
    assert.deepEqual(
      ['vrouwen', 'cliënten', 'scholieren', 'dagen', 'klachten', 'overledenen', 'ongevallen', 'trajecten'].map((unit) =>
        one(unit, 'nl'),
      ),
      ['1 vrouw', '1 cliënt', '1 scholier', '1 dag', '1 klacht', '1 overledene', '1 ongeval', '1 traject'],
    );
    assert.deepEqual(
      ['prijs', 'huis', 'proces', 'adres', 'bureaus', 'vacatures'].map((unit) => one(unit, 'nl')),
      ['1 prijs', '1 huis', '1 proces', '1 adres', '1 bureau', '1 vacature'],
    );
    assert.deepEqual(
      ['gemeenten', 'pleegkinderen', 'runderen'].map((unit) => one(unit, 'nl')),
      ['1 gemeente', '1 pleegkind', '1 rund'],
    );
    assert.deepEqual(
      ['companies', 'cities', 'businesses', 'addresses', 'houses', 'women', 'species', 'process'].map((unit) =>
        one(unit, 'en'),
      ),
      ['1 company', '1 city', '1 business', '1 address', '1 house', '1 woman', '1 species', '1 process'],
    );
    assert.deepEqual(
      ['inhabitants', 'people', 'children', 'constructor'].map((unit) => one(unit, 'en')),
      ['1 inhabitant', '1 person', '1 child', '1 constructor'],
    );
  });
});

it('formatUnit names the unit once, for the head of a table or chart', () => {
  const units = ['%', 'euro', 'x 1 000 euro', 'inwoners', 'aantal', 'per 1 000 inwoners', 'euro per m2'];
  assert.deepEqual(
    units.map((unit) => formatUnit({ unit }, 'nl')),
    ['%', '€', 'duizend euro', 'inwoners', '', 'per 1.000 inwoners', '€ per m²'],
  );
});

it('formatAxisValue is short from a million on', () => {
  const values = [0, 0.25, 0.30000000000000004, -5, 20000, 1200000, 1250000, 2e9];
  assert.deepEqual(
    values.map((value) => formatAxisValue(value, 'nl')),
    ['0', '0,25', '0,3', '−5', '20.000', '1,2\u00a0mln', '1,25\u00a0mln', '2\u00a0mld'],
  );
  assert.equal(formatAxisValue(1200000, 'en'), '1.2m');
  assert.equal(formatAxisValue(1_000_000, 'nl'), '1\u00a0mln');
  assert.equal(formatAxisValue(0.0005, 'nl'), '0,0005');
  assert.equal(formatAxisValue(NaN, 'nl'), '');
});

describe('formatPeriod', () => {
  const cases = [
    ['2023', '2023', '2023'],
    ['2023HJ01', '1e helft 2023', 'first half of 2023'],
    ['2023KW04', '4e kwartaal 2023', 'fourth quarter of 2023'],
    ['2023MM01', 'januari 2023', 'January 2023'],
    ['2023-W05', 'week 5 van 2023', 'week 5 of 2023'],
    ['2023-01-15', '15\u00a0januari 2023', '15\u00a0January 2023'],
    ['2022SJ00', 'schooljaar 2022/2023', 'school year 2022/2023'],
    ['2019-2021', '2019–2021', '2019–2021'],
  ] as const;
  for (const [code, nl, en] of cases) {
    it(`reads ${code} as ${nl}`, () => {
      const period = parsePeriod(code);
      assert.ok(period);
      assert.equal(formatPeriod(period, 'nl'), nl);
      assert.equal(formatPeriod(period, 'en'), en);
    });
  }

  it('shows the label of a code that is no period, or else the code', () => {
    assert.equal(formatPoint(point('G2', 1, 'A', 'Golf 2'), 'nl'), 'Golf 2');
    assert.equal(formatPoint(point('G2', 1, 'A', ' '), 'nl'), 'G2');
  });
});

describe('formatReference', () => {
  const reference = (code: string, referencePeriod: string | null, lang = 'nl') =>
    formatReference(point(code, 1), indicator('x', 'y', { referencePeriod }), lang);

  it('puts a date in the year of the point, in the language asked for', () => {
    assert.equal(reference('2023', '1 januari'), '1\u00a0januari 2023');
    assert.equal(reference('2023', '31 december', 'en'), '31\u00a0December 2023');
    assert.equal(reference('2023', 'op 1 oktober'), '1\u00a0oktober 2023');
    assert.equal(reference('2022SJ00', '1 oktober'), '1\u00a0oktober 2022');
    assert.equal(reference('2022SJ00', '1 maart'), '1\u00a0maart 2023');
    assert.equal(reference('2023', ' 1  januari '), '1\u00a0januari 2023');
  });

  it('puts other words after the period', () => {
    assert.equal(reference('2023', 'Gemiddeld over het jaar'), '2023 (gemiddeld over het jaar)');
    assert.equal(reference('2023', '4 weken'), '2023 (4 weken)');
    assert.equal(reference('2023', '31 februari'), '2023 (31 februari)');
    assert.equal(reference('2023KW02', '1 januari'), '2e kwartaal 2023 (1 januari)');
    assert.equal(reference('2019-2021', '1 januari'), '2019–2021 (1 januari)');
    assert.equal(reference('2023', 'seizoen 2023'), 'seizoen 2023');
    assert.equal(reference('2023-H1', '1 oktober'), '1e helft 2023 (1 oktober)');
    assert.equal(reference('2023', 'vanaf 1 januari'), '2023 (vanaf 1 januari)');
    assert.equal(reference('2023', '1 januari of later'), '2023 (1 januari of later)');
    assert.equal(reference('2023', 'peiling in Enschede'), '2023 (peiling in Enschede)');
  });

  it('leaves out words that say no more than the period', () => {
    assert.equal(reference('2023', null), '2023');
    for (const words of ['het hele jaar', 'het gehele jaar', 'hele jaar', 'jaar', 'Het jaar', 'full year', 'the year'])
      assert.equal(reference('2023', words), '2023');
    assert.equal(reference('2023-H1', 'heel het halfjaar'), '1e helft 2023 (heel het halfjaar)');
    assert.equal(reference('2023-H1', 'halfjaar'), '1e helft 2023');
    assert.equal(reference('2023', 'het schooljaar'), '2023 (het schooljaar)');
    assert.equal(reference('2023', 'jaargemiddelde'), '2023 (jaargemiddelde)');
    assert.equal(reference('2023-H1', 'het hele half jaar'), '1e helft 2023');
    assert.equal(reference('2023-H1', 'the whole half-year', 'en'), 'first half of 2023');
    assert.equal(reference('2023MM01', 'de hele maand'), 'januari 2023');
  });
});

it('formatDate takes the day in Dutch time and keeps what is no date', () => {
  assert.equal(formatDate('2025-03-12', 'nl'), '12\u00a0maart 2025');
  assert.equal(formatDate('2025-03-12T23:30:00Z', 'en'), '13\u00a0March 2025');
  assert.equal(formatDate('2026-06', 'nl'), 'juni 2026');
  assert.equal(formatDate('voorjaar 2026', 'nl'), 'voorjaar 2026');
});

describe('formatObservation', () => {
  const shown = (value: number | null, status: Parameters<typeof point>[2], lang: 'nl' | 'en' = 'nl') =>
    formatObservation(point('2023', value, status).observation, inhabitants[lang], lang);

  it('marks figures that may change and says so', () => {
    const figure = '1.234';
    assert.deepEqual(shown(1234, 'A'), { figure, marker: '', note: null, text: '1.234 inwoners' });
    assert.deepEqual(shown(1234, 'P'), {
      figure,
      marker: '*',
      note: 'voorlopig',
      text: '1.234 inwoners, voorlopig',
    });
    assert.equal(shown(1234, 'R').marker, '**');
    assert.equal(shown(1234, 'R').note, 'nader voorlopig');
    assert.deepEqual([shown(1234, 'E').marker, shown(1234, 'E').note], ['', 'geschat']);
    assert.equal(shown(1234, 'B').note, 'trendbreuk');
  });

  it('shows why there is no figure', () => {
    const text = (status: 'C' | 'O' | 'M' | 'U' | 'N') => [shown(null, status).figure, shown(null, status).text];
    assert.deepEqual(text('C'), ['.', 'geheim: te kleine aantallen']);
    assert.deepEqual(text('O'), ['.', 'niet bekend']);
    assert.deepEqual(text('U'), ['.', 'onbetrouwbaar']);
    assert.deepEqual(text('N'), ['…', 'nog niet gepubliceerd']);
    assert.deepEqual(text('M'), ['', 'niet van toepassing']);
    assert.equal(shown(null, 'C', 'en').text, 'confidential: numbers too small');
  });
});

describe('directionOf', () => {
  it('is equal when the change rounds to nothing, else up or down', () => {
    const oneDecimal = { ...salePrice.nl, decimals: 1 };
    const directions = [0.04, -0.04, 0.05, -1].map((absolute) => directionOf({ absolute, relative: null }, oneDecimal));
    assert.deepEqual(directions, ['equal', 'equal', 'more', 'less']);
  });
});
