/** Kinds of bad data under a good manifest, for `faults.test.ts`. */
import { protectedRates, type Fault } from './faults-of-manifests.ts';
import { all, figure, put } from './zorg-table.ts';

const cell = 'GM0153,T,2020,clienten';

/** Data in which something is changed; the finding is on the line of that text. */
function spoilt(
  name: string,
  rule: string,
  field: string,
  edit: (text: string) => string,
  at: string,
  more: Partial<Fault> = {},
): Fault {
  return { name, rule, field, file: 'zorg.csv', at, 'zorg.csv': edit, ...more };
}

const suppressed = put(
  '    additive: true\n',
  '    additive: true\n    disclosure: { suppression: { minimum: 10, dominance: { column: top, percent: 75 } } }\n',
);
/** Small counts are hidden, by a rule that knows only what the manifest says of sums. */
const hides = put('    additive: true\n', '    additive: true\n    disclosure: { suppression: { minimum: 10 } }\n');
/** Regions as districts of a municipality, in the place of a country of municipalities; nothing joins them. */
const districtsOf = (number: string, text: string): string =>
  text
    .replaceAll(/GM..(..)/g, `WK${number}$1`)
    .replaceAll('NL01', `GM${number}`)
    .replaceAll(/, (parent: GM\d+|complete: true)/g, '');
const districts = (text: string): string => `${districtsOf('0001', text)}${districtsOf('0002', text)}`;

/** A column `top` beside each figure: half of it. */
const withTop = (text: string): string =>
  text.replace(/^(.*)$/gm, (line: string) => {
    if (line === '') return line;
    const value = Number(line.split(',')[4]);
    return `${line},${Number.isNaN(value) ? 'top' : value / 2}`;
  });

/** The table about persons, with rates that are safe by themselves. */
export const aggregated = all(put('personal: none', 'personal: aggregated'), protectedRates);

const oddPeriods = [
  ['with a space after it', '2020 ', /^"2020 " has a character that no code may have$/],
  ['that nobody could ask for', '2020 - 2021', /^"2020 - 2021" has a character/],
  ['that another code stands for too', '2020JJ00', /^"(2020|2020JJ00)" is the same period as "(2020JJ00|2020)"$/],
] as const;

export const dataFaults: readonly Fault[] = [
  spoilt('a value with a comma', 'columns-and-types', 'value', figure(cell, '"4,7"'), cell),
  spoilt('a value with a thousands separator', 'columns-and-types', 'value', figure(cell, '1_000'), cell),
  spoilt('a value that is not finite', 'columns-and-types', 'value', figure(cell, '1e999'), cell),
  ...[
    ['a whole number of more digits than can be kept', '9007199254740993'],
    ['a number of too many digits with decimals', '1000000000000000.123'],
    ['a number of twenty digits behind an exponent', '1.2345678901234567891e19'],
  ].map(([name = '', value = '']) =>
    spoilt(name, 'columns-and-types', 'value', figure(cell, value), cell, {
      message: new RegExp(`^${value.replace('.', '\\.')} has more digits than can be kept$`),
    }),
  ),
  spoilt('a long number as a spreadsheet shows it', 'columns-and-types', 'value', figure(cell, '1.23457E+11'), cell, {
    message: /^1\.23457E\+11 is what a spreadsheet shows of a number: its last digits are lost$/,
  }),
  spoilt(
    'a number of too many digits about persons, without repeating it',
    'columns-and-types',
    'value',
    figure(cell, '9007199254740993'),
    cell,
    { 'zorg.yaml': aggregated, secret: '900719925474099', message: /^The value has more digits than can be kept$/ },
  ),
  spoilt(
    'a value in words about persons, without repeating it',
    'columns-and-types',
    'value',
    figure(cell, 'zeven'),
    cell,
    {
      'zorg.yaml': aggregated,
      secret: 'zeven',
    },
  ),
  spoilt('a status that does not exist', 'columns-and-types', 'status', figure(cell, '470', 'X'), cell),
  spoilt('a confidential cell with its figure', 'columns-and-types', 'status', figure(cell, '470', 'C'), cell),
  spoilt('a provisional cell without a figure', 'columns-and-types', 'status', figure(cell, '', 'P'), cell),
  spoilt('a column that is not there', 'columns-and-types', 'region', put('region,', 'regio,'), 'regio,'),
  {
    ...spoilt(
      'a row with too few columns',
      'columns-and-types',
      '',
      put(/^GM0153,T,2020,clienten.*$/m, 'GM0153,geheim'),
      'GM0153,geheim',
      { secret: 'geheim' },
    ),
  },
  spoilt('data without rows', 'columns-and-types', 'value', (text) => `${text.split('\n', 1)[0] ?? ''}\n`, 'region'),
  {
    name: 'data that is not there',
    rule: 'columns-and-types',
    field: 'data.file',
    at: 'data: {',
    removed: ['zorg.csv'],
  },
  spoilt('an unknown region', 'known-codes', 'region', put(cell, 'GM9999,T,2020,clienten'), 'GM9999'),
  ...[
    ['in another case', 'gm0153'],
    ['with a space after it', 'GM0153 '],
    ['behind a byte order mark', '\ufeffGM0153'],
    ['without its letters and zeros, as a spreadsheet leaves it', '153'],
  ].map(([name = '', code = '']) =>
    spoilt(
      `a region ${name}, and names the one that is meant`,
      'known-codes',
      'region',
      put('GM0153,T', `${code},T`),
      `${code},T`,
      {
        message: /^Unknown code [^;]+ on 1 row; GM0153 is in the manifest, and every character counts$/,
      },
    ),
  ),
  spoilt('an unknown class', 'known-codes', 'sex', put(cell, 'GM0153,X,2020,clienten'), 'GM0153,X'),
  spoilt('an unknown indicator', 'known-codes', 'indicator', put(cell, 'GM0153,T,2020,mensen'), 'mensen'),
  spoilt('a row without a code', 'known-codes', 'period', put(cell, 'GM0153,T,,clienten'), 'GM0153,T,,clienten'),
  {
    name: 'a region without observations',
    rule: 'regions-present',
    field: 'dimensions.0.codes.2.code',
    at: '{ code: GM0164',
    'zorg.csv': (text) => text.replace(/^GM0164.*\n/gm, ''),
  },
  {
    name: 'a total that the manifest does not call so, beside counts that a rule hides',
    rule: 'undeclared-totals',
    field: 'dimensions.1.codes.0.code',
    at: '- { code: T,',
    message: /^T of Geslacht is the sum of M and others throughout/,
    // Also where some counts are nothing.
    'zorg.csv': (text) => text.replaceAll(/^(GM1700,.,2022,clienten),\d+/gm, '$1,0'),
    'zorg.yaml': all(hides, put('    total: T\n', ''), put(/(code: T,.*), complete: true/, '$1')),
  },
  {
    name: 'a country that the manifest does not call the whole of its municipalities, merged or not',
    rule: 'undeclared-totals',
    field: 'dimensions.0.codes.0.code',
    at: '- { code: NL01,',
    message: /^NL01 of RegioS is the sum of GM0153 and others throughout/,
    'zorg.yaml': all(
      hides,
      (text) => text.replaceAll(', parent: NL01', ''),
      put(/(code: NL01,.*), complete: true/, '$1'),
    ),
  },
  {
    name: 'a region that has a place itself, but is not called the whole of its municipalities',
    rule: 'undeclared-totals',
    field: 'dimensions.0.codes.0.code',
    at: '- { code: NL01,',
    'zorg.yaml': all(
      hides,
      (text) => text.replaceAll(', parent: NL01', ''),
      put(/(code: NL01,.*), complete: true \}/, '$1, parent: EU }\n      - { code: EU, label: { nl: Europa } }'),
    ),
    'zorg.csv': (text) =>
      text.replace(/(?<=\n)[^]*$/, (rows) => rows + rows.replaceAll(/^(?!NL01).*\n/gm, '').replaceAll('NL01', 'EU')),
  },
  {
    name: 'municipalities that the manifest does not call the whole of their districts',
    rule: 'undeclared-totals',
    field: 'dimensions.0.codes.0.code',
    at: '- { code: GM0001,',
    message: /^GM0001 of RegioS is the sum of WK000153 and others throughout/,
    'zorg.yaml': all(hides, put('    codelists: [groepen.yaml]\n', ''), (text) =>
      text.replace(/^ *- \{ code: NL01[^]*GM1700.*\n/m, districts),
    ),
    'zorg.csv': (text) => text.replace(/(?<=\n)[^]*$/, districts),
  },
  spoilt(
    'a figure of a region that no longer exists',
    'region-years',
    'region',
    (text) => `${text}GM0186,T,2022,inwoners,1800,\n`,
    'GM0186,T,2022',
  ),
  spoilt(
    'two rows about the same cell',
    'duplicate-cells',
    'region, sex, period, indicator',
    (text) => `${text}${cell},1,\n`,
    `${cell},1,`,
  ),
  spoilt('what is no period', 'periods', 'period', put(cell, 'GM0153,T,later,clienten'), 'later'),
  ...oddPeriods.map(([name, code, message]): Fault => ({
    ...{ name: `a period ${name}`, rule: 'periods', field: 'period', message },
    ...{ file: 'zorg.csv', 'zorg.csv': put(cell, `GM0153,T,${code},clienten`) },
  })),
  spoilt(
    'more decimals than declared',
    'decimals',
    'value',
    figure('GM0153,T,2020,jong', '50.25'),
    'GM0153,T,2020,jong',
  ),
  spoilt(
    'decimals behind an exponent',
    'decimals',
    'value',
    figure('GM0153,T,2020,jong', '5025e-2'),
    'GM0153,T,2020,jong',
  ),
  spoilt('a figure below its range', 'range', 'value', figure(cell, '-1'), cell, {
    message: /is -1, outside its range/,
  }),
  spoilt(
    'a figure above its range',
    'range',
    'value',
    figure('GM0153,T,2020,aandeel', '100.1'),
    'GM0153,T,2020,aandeel',
  ),
  spoilt(
    'a total that is not the sum of its classes',
    'totals-add-up',
    'value',
    figure('GM0153,T,2020,inwoners', '6000'),
    'GM0153,T,2020,inwoners',
    {
      message: /is 6000; its parts by sex add up to \d+/,
    },
  ),
  spoilt(
    'a region that is not the sum of its parts',
    'totals-add-up',
    'value',
    figure('NL01,M,2021,inwoners', '6000'),
    'NL01,M,2021,inwoners',
    {
      message: /its parts by region/,
    },
  ),
  spoilt(
    'a total of persons that does not add up, without its figure',
    'totals-add-up',
    'value',
    figure('GM0153,T,2020,inwoners', '6123'),
    'GM0153,T,2020,inwoners',
    {
      'zorg.yaml': aggregated,
      secret: '6123',
    },
  ),
  spoilt(
    'shares that are no whole',
    'shares-sum',
    'value',
    figure('GM0153,T,2020,jong', '10.0'),
    'GM0153,T,2020,jong',
    {
      message: /jong \+ oud is [\d.]+, not 100/,
    },
  ),
  spoilt(
    'shares over a dimension that are no whole',
    'shares-sum',
    'value',
    figure('GM0153,M,2021,jong', '1.0'),
    'GM0153,M,2021,jong',
    {
      'zorg.yaml': put('indicators: [jong, oud] }', 'indicators: [jong], over: Geslacht, tolerance: 30 }'),
      message: /GM0153 · 2021 · jong: all of Geslacht is/,
    },
  ),
  spoilt(
    'a small count without a disclosure rule, without the count',
    'small-counts',
    'value',
    figure('GM0164,V,2021,clienten', '7'),
    'GM0164,V,2021,clienten',
    {
      'zorg.yaml': all(aggregated, put('totals: { tolerance: 0 }', 'totals: { tolerance: 1000 }')),
      message: /^GM0164 · V · 2021 · clienten counts fewer than 10 persons$/,
    },
  ),
  spoilt(
    'a confidential count about persons that follows from its total and the other parts',
    'single-confidential',
    'status',
    figure('GM0153,M,2021,clienten', '', 'C'),
    'GM0153,M,2021,clienten',
    {
      'zorg.yaml': aggregated,
      message: /^GM0153 · M · 2021 · clienten is confidential, but follows from its total and parts by (sex|region)$/,
    },
  ),
  spoilt(
    'a rate about persons of a count that is confidential',
    'confidential-rates',
    'value',
    all(figure('GM0153,M,2021,clienten', '', 'C'), figure('GM0153,V,2021,clienten', '', 'C')),
    'GM0153,M,2021,aandeel',
    {
      'zorg.yaml': aggregated,
      message: /^aandeel · GM0153 · M · 2021 is the rate of a confidential count, which follows from it$/,
    },
  ),
  spoilt(
    'a confidential total about persons of which every part is given',
    'single-confidential',
    'status',
    figure('NL01,T,2021,clienten', '', 'C'),
    'NL01,T,2021,clienten',
    { 'zorg.yaml': aggregated },
  ),
  spoilt(
    'a confidential count beside a total that is not said to be complete, but is the sum everywhere else',
    'single-confidential',
    'status',
    figure('GM0153,M,2021,clienten', '', 'C'),
    'GM0153,M,2021,clienten',
    { 'zorg.yaml': all(aggregated, (text) => text.replaceAll(', complete: true', '')) },
  ),
  {
    name: 'dominance without its column',
    rule: 'columns-and-types',
    field: 'top',
    file: 'zorg.csv',
    at: 'region',
    'zorg.yaml': suppressed,
  },
  spoilt(
    'a largest contribution that is no number',
    'dominance',
    'top',
    all(withTop, put(/^(GM0153,T,2020,clienten,.*,)[\d.]+$/m, '$1half')),
    cell,
    { 'zorg.yaml': suppressed, message: /^GM0153 · T · 2020 · clienten: the largest contribution is not a number$/ },
  ),
  spoilt(
    'a largest contribution that is not given',
    'dominance',
    'top',
    all(withTop, put(/^(GM0153,T,2020,clienten,.*,)[\d.]+$/m, '$1')),
    cell,
    { 'zorg.yaml': suppressed, message: /^GM0153 · T · 2020 · clienten: the largest contribution is missing$/ },
  ),
  spoilt(
    'a largest contribution of more than the figure',
    'dominance',
    'top',
    all(withTop, put(/^(GM0153,T,2020,clienten,.*,)[\d.]+$/m, '$199999')),
    cell,
    {
      'zorg.yaml': suppressed,
      message: /^GM0153 · T · 2020 · clienten: the largest contribution is not a part of the figure$/,
    },
  ),
  spoilt(
    'a largest contribution below zero',
    'dominance',
    'top',
    all(withTop, put(/^(GM0153,T,2020,clienten,.*,)[\d.]+$/m, '$1-1')),
    cell,
    {
      'zorg.yaml': suppressed,
      message: /^GM0153 · T · 2020 · clienten: the largest contribution is not a part of the figure$/,
    },
  ),
  {
    name: 'a default selection that means nothing in the data',
    rule: 'default-selection',
    field: 'defaultSelection',
    at: 'defaultSelection',
    'zorg.yaml': (text) => `${text}defaultSelection: { Perioden: ['1999'] }\n`,
  },
];
