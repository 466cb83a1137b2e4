/** Kinds of bad manifests and codelists, for `faults.test.ts`. */
import { all, put, type ZorgEdits, type ZorgFile } from './zorg-table.ts';

export interface Fault extends ZorgEdits {
  readonly name: string;
  readonly rule: string;
  readonly field: string;
  /** Where the finding points; default: the manifest. */
  readonly file?: ZorgFile;
  /** Text of that file on the line that the finding names. */
  readonly at?: string;
  readonly message?: RegExp;
  /** What the report must not repeat. */
  readonly secret?: string;
  /** Files that are not there. */
  readonly removed?: readonly ZorgFile[];
}

const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

/** A manifest in which a part is replaced; the finding is on the line of the new part. */
function changed(
  name: string,
  rule: string,
  field: string,
  from: string | RegExp,
  to: string,
  more: Partial<Fault> = {},
): Fault {
  return { name, rule, field, at: to, 'zorg.yaml': put(from, to), ...more };
}

/** Adds a field to the first indicator with this code. */
function indicator(code: string, field: string): (text: string) => string {
  return put(new RegExp(`( {2}- code: ${code}\\n)`), `$1    ${field}\n`);
}

const shape = (name: string, field: string, from: string | RegExp, to: string, more: Partial<Fault> = {}): Fault =>
  changed(name, 'manifest-shape', field, from, to, more);
const missing = (name: string, field: string, from: RegExp, at: string): Fault => ({
  name,
  rule: 'required-metadata',
  field,
  at,
  'zorg.yaml': put(from, ''),
});
const wrong = (name: string, field: string, from: string | RegExp, to: string, more: Partial<Fault> = {}): Fault =>
  changed(name, 'manifest-references', field, from, to, more);

const shapes: readonly Fault[] = [
  changed('what is no YAML', 'manifest-readable', '', 'licence: CC0-1.0', 'licence: "CC0', { at: 'licence:' }),
  shape(
    'a range without an end',
    'indicators.2.range.max',
    'range: { min: 0, max: 100 }',
    'range: { min: 0, max: .inf }',
  ),
  shape('a tolerance without an end', 'expectations.totals.tolerance', 'tolerance: 0 }', 'tolerance: .inf }'),
  shape('a field that does not exist', 'retension', 'retention:', 'retension: x\nretention:', { at: 'retension' }),
  shape(
    'a title in no language',
    'title',
    'title: { nl: Mensen met zorg, en: People in care }',
    'title: Mensen met zorg',
    {
      message: /^Expected a text in each language: \{ nl: …, en: … \}$/,
    },
  ),
  shape('decimals that are no number', 'indicators.0.decimals', 'decimals: 0', 'decimals: none'),
  shape('decimals below zero', 'indicators.0.decimals', 'decimals: 0', 'decimals: -1'),
  shape('a date that is none', 'updated', 'updated: 2024-03-01', 'updated: 1 maart'),
  shape('a mail address that is none', 'contact.mail', 'service@example.org', 'the desk'),
  shape('a word that is not in the list', 'indicators.0.measuringType', 'measuringType: Stock', 'measuringType: Count'),
  shape('a table id with capitals', 'id', 'id: zorg', 'id: Zorg'),
  shape('a code with a space', 'dimensions.1.codes.1.code', '{ code: M, label', "{ code: 'M V', label"),
  shape(
    'a code that reads as an expression',
    'dimensions.1.codes.1.code',
    '{ code: M, label',
    "{ code: 'TOP(1)', label",
  ),
  shape('a code named after a prototype', 'dimensions.1.codes.1.code', '{ code: M, label', '{ code: __proto__, label'),
  shape('an audience that does not exist', 'audience', 'audience: public', 'audience: internal'),
  shape(
    'an audience with an unknown field',
    'audience.role',
    'audience: public',
    'audience: { theme: zorg, municipalityBound: true, role: x }',
  ),
  shape(
    'a label that turns the direction of text',
    'dimensions.1.codes.0.label.nl',
    '{ nl: Totaal, en',
    '{ nl: "Totaal\u202E", en',
    {
      message: /U\+202E/,
    },
  ),
  {
    name: 'a codelist that turns the direction of text',
    rule: 'manifest-shape',
    field: 'label.nl',
    file: 'groepen.yaml',
    at: 'Groepen',
    'groepen.yaml': put('Groepen van', 'Groepen\u2067 van'),
  },
  shape('data in a spreadsheet', 'data.file', 'zorg.csv', 'zorg.xlsx'),
  shape(
    'data of a file and a query',
    'data.file',
    'file: zorg.csv,',
    "file: zorg.csv, query: 'SELECT 1', connection: DATABASE,",
  ),
  shape(
    'a connection string in the manifest',
    'data.connection',
    'file: zorg.csv,',
    "query: 'SELECT 1', connection: 'postgres://me:secret@server/db',",
    { secret: 'secret' },
  ),
  shape(
    'two disclosure rules at once',
    'indicators.0.disclosure',
    '    additive: true',
    '    disclosure: { rounding: { base: 5 }, suppression: { minimum: 10 } }\n    additive: true',
    { at: 'disclosure: { rounding' },
  ),
  shape(
    'rounding to ones',
    'indicators.0.disclosure.rounding.base',
    '    additive: true',
    '    disclosure: { rounding: { base: 1 } }\n    additive: true',
    { at: 'rounding: { base: 1' },
  ),
  shape(
    'dominance of more than everything',
    'indicators.0.disclosure.suppression.dominance.percent',
    '    additive: true',
    '    disclosure: { suppression: { minimum: 10, dominance: { column: top, percent: 120 } } }\n    additive: true',
    { at: 'percent: 120' },
  ),
  shape('an expectation that is no percentage', 'expectations.jumps.0.period', 'period: 25', 'period: a lot'),
  {
    name: 'one dimension only',
    rule: 'manifest-shape',
    field: 'dimensions',
    at: '- id: Alles',
    'zorg.yaml': put(
      /dimensions:\n[^]*\nindicators:/,
      'dimensions:\n  - id: Alles\n    column: region\n    label: { nl: Alles }\nindicators:',
    ),
  },
  {
    name: 'a text without Dutch',
    rule: 'required-metadata',
    field: 'indicators.0.label.nl',
    at: '{ en: Clients }',
    'zorg.yaml': put('{ nl: Cliënten, en: Clients }', '{ en: Clients }'),
  },
  missing('no title', 'title', /^title: .*\n/m, 'id: zorg'),
  missing('no source', 'source', /^source: .*\n/m, 'id: zorg'),
  missing('no owner', 'owner', /^owner: .*\n/m, 'id: zorg'),
  missing('no retention', 'retention', /^retention: .*\n/m, 'id: zorg'),
  missing('no word on personal data', 'personal', /^personal: .*\n/m, 'id: zorg'),
  missing('no validation', 'validation', /^validation: .*\n/m, 'id: zorg'),
  missing('no data', 'data', /^data: .*\n/m, 'id: zorg'),
  missing('a unit that is not given', 'indicators.2.unit', / +unit: \{ nl: '%'.*\n/, 'code: aandeel'),
  missing(
    'a definition that is not given',
    'indicators.2.definition',
    / +definition: \{ nl: Cliënten van.*\n/,
    'code: aandeel',
  ),
  missing(
    'a good direction that is not given',
    'indicators.0.goodDirection',
    / +goodDirection: none\n/,
    'code: clienten',
  ),
  {
    name: 'an audience that does not say whether it is bound',
    rule: 'required-metadata',
    field: 'audience.municipalityBound',
    at: 'audience: {',
    'zorg.yaml': put('audience: public', 'audience: { theme: zorg }'),
  },
  {
    name: 'a query without a connection',
    rule: 'required-metadata',
    field: 'data.connection',
    at: 'data: {',
    'zorg.yaml': put('file: zorg.csv,', "query: 'SELECT 1',"),
  },
];

const references: readonly Fault[] = [
  wrong('a parent that is no code', 'dimensions.0.codes.1.parent', 'parent: NL01', 'parent: PV99'),
  wrong(
    'a hierarchy that runs in a circle',
    'dimensions.0.codes.1.parent',
    'complete: true }',
    'complete: true, parent: GM0153 }',
    { at: 'GM0153, label' },
  ),
  wrong('a total that is no code', 'dimensions.1.total', 'total: T', 'total: X'),
  wrong('two time dimensions', 'dimensions', '    column: sex', '    role: time\n    column: sex', {
    at: '- id: RegioS',
  }),
  wrong('no metric dimension', 'dimensions', 'role: metric, ', '', { at: '- id: RegioS' }),
  wrong('two dimensions of regions', 'dimensions', '    column: sex', '    role: geo\n    column: sex', {
    at: '- id: RegioS',
  }),
  wrong('a dimension given twice', 'dimensions.1.id', 'id: Geslacht', 'id: regios'),
  wrong('a code given twice but for case', 'dimensions.1.codes.1.code', '{ code: M, label', '{ code: t, label'),
  wrong('an indicator given twice', 'indicators.1.code', 'code: inwoners', 'code: Clienten'),
  wrong(
    'codes of periods',
    'dimensions.2.codes',
    'column: period, ',
    "column: period, codes: [{ code: '2020', label: { nl: '2020' } }], ",
  ),
  {
    name: 'classes that are not listed',
    rule: 'manifest-references',
    field: 'dimensions.1.codes',
    at: 'codes: []',
    'zorg.yaml': put(/ {4}codes:\n( {6}- \{ code: [TMV], .*\n)+/, '    codes: []\n'),
  },
  wrong(
    'a complete whole without parts',
    'dimensions.1.codes.1.complete',
    '{ code: M, label: { nl: Mannen, en: Men } }',
    '{ code: M, label: { nl: Mannen, en: Men }, complete: true }',
  ),
  wrong(
    'a region that ends before it starts',
    'dimensions.0.codes.3.from',
    'until: 2021-12-31',
    'from: 2022-01-01, until: 2021-12-31',
  ),
  wrong(
    'a first day of what is no region',
    'dimensions.1.codes.1.from',
    '{ code: M, label: { nl: Mannen, en: Men } }',
    '{ code: M, label: { nl: Mannen, en: Men }, from: 2020-01-01 }',
  ),
  wrong('a break at what is no period', 'breaks.0.period', "period: '2022'", "period: 'ooit'"),
  wrong(
    'a break in an unknown indicator',
    'breaks.0.indicators.0',
    "period: '2022', indicators: [clienten]",
    "period: '2022', indicators: [mensen]",
  ),
  wrong(
    'margins of unknown indicators',
    'indicators.0.bounds.lower',
    '    range: { min: 0 }',
    '    bounds: { lower: laag, upper: inwoners }',
    { at: 'lower: laag' },
  ),
  wrong(
    'an average weighed by an unknown indicator',
    'indicators.0.weight',
    '    range: { min: 0 }',
    '    weight: mensen',
    { at: 'weight: mensen' },
  ),
  wrong('an indicator weighed by itself', 'indicators.0.weight', '    range: { min: 0 }', '    weight: clienten', {
    at: 'weight: clienten',
  }),
  wrong(
    'a quotient of an unknown indicator',
    'indicators.2.derived.numerator',
    'numerator: clienten',
    'numerator: mensen',
  ),
  wrong('a quotient of itself', 'indicators.2.derived.denominator', 'denominator: inwoners', 'denominator: aandeel'),
  {
    name: 'a quotient of a quotient',
    rule: 'manifest-references',
    field: 'indicators.3.derived.numerator',
    at: 'numerator: aandeel',
    'zorg.yaml': indicator('jong', 'derived: { numerator: aandeel, denominator: inwoners, factor: 1 }'),
  },
  {
    name: 'a quotient that can be added up',
    rule: 'manifest-references',
    field: 'indicators.2.derived',
    at: 'derived:',
    'zorg.yaml': indicator('aandeel', 'additive: true'),
  },
  wrong('a range without ends', 'indicators.0.range', 'range: { min: 0 }', 'range: {}'),
  wrong(
    'a range whose ends are exchanged',
    'indicators.2.range',
    'range: { min: 0, max: 100 }',
    'range: { min: 100, max: 0 }',
  ),
  wrong('shares of an unknown indicator', 'expectations.shares.0.indicators.1', '[jong, oud]', '[jong, ouder]'),
  wrong('shares of one indicator', 'expectations.shares.0.indicators', '[jong, oud]', '[jong]'),
  wrong('shares over an unknown dimension', 'expectations.shares.0.over', '[jong, oud] }', '[jong], over: Leeftijd }'),
  wrong(
    'shares over a dimension without parts',
    'expectations.shares.0.over',
    '[jong, oud] }',
    '[jong], over: Perioden }',
  ),
  wrong(
    'jumps of an unknown indicator',
    'expectations.jumps.0.indicators.1',
    '[clienten, inwoners], period',
    '[clienten, mensen], period',
  ),
  wrong('jumps against nothing', 'expectations.jumps.0', 'period: 25, version: 10, ', '', {
    at: '{ indicators: [clienten, inwoners]',
  }),
];

const personal = put('personal: none', 'personal: aggregated');
const special = all(
  put('personal: none', 'personal: special-category'),
  put(
    /^validation: .*$/m,
    "validation: { by: 'the example desk', on: 2024-03-02, second: { by: 'the privacy desk', on: 2024-03-02 } }",
  ),
);
const minimum = 'disclosure: { minimum: { of: clienten, atLeast: 10 } }';
export const protectedRates = all(indicator('jong', minimum), indicator('oud', minimum));

const codelists: readonly Fault[] = [
  {
    name: 'a codelist that is not there',
    rule: 'codelists',
    field: 'dimensions.0.codelists.0',
    at: 'codelists: [groepen.yaml]',
    removed: ['groepen.yaml'],
  },
  {
    name: 'a codelist that is no YAML',
    rule: 'manifest-readable',
    field: '',
    file: 'groepen.yaml',
    'groepen.yaml': put('label: {', 'label: ['),
  },
  {
    name: 'a codelist without members',
    rule: 'required-metadata',
    field: 'values.0.members',
    file: 'groepen.yaml',
    at: '{ code: STEDEN',
    'groepen.yaml': put(', members: [GM0153, GM0164]', ''),
  },
  {
    name: 'a codelist of an unknown type',
    rule: 'manifest-shape',
    field: 'type',
    file: 'groepen.yaml',
    at: 'type: Sum',
    'groepen.yaml': put('Aggregation', 'Sum'),
  },
  {
    name: 'a member that is no code',
    rule: 'codelists',
    field: 'values.0.members.1',
    file: 'groepen.yaml',
    at: 'GM0999',
    'groepen.yaml': put('GM0164', 'GM0999'),
  },
  {
    name: 'a member given twice',
    rule: 'codelists',
    field: 'values.0.members.1',
    file: 'groepen.yaml',
    at: 'GM0153, GM0153',
    'groepen.yaml': put('GM0164', 'GM0153'),
  },
  {
    name: 'a member that is part of another',
    rule: 'codelists',
    field: 'values.0.members.1',
    file: 'groepen.yaml',
    at: 'NL01, GM0164',
    'groepen.yaml': put('GM0153', 'NL01'),
  },
  {
    name: 'a group given twice',
    rule: 'codelists',
    field: 'values.1.code',
    file: 'groepen.yaml',
    at: '{ code: steden',
    'groepen.yaml': put('code: OVERIG', 'code: steden'),
  },
  changed('a codelist id given twice', 'codelists', 'dimensions.1.codelists.0.id', 'id: alleen-mannen', 'id: Groepen'),
  changed(
    'a codelist of periods',
    'codelists',
    'dimensions.2.codelists.0',
    'column: period, ',
    'column: period, codelists: [groepen.yaml], ',
  ),
];

const protection: readonly Fault[] = [
  {
    name: 'rounding of a percentage',
    rule: 'disclosure-rules',
    field: 'indicators.3.disclosure.rounding',
    at: 'rounding: { base: 5 }',
    'zorg.yaml': indicator('jong', 'disclosure: { rounding: { base: 5 } }'),
  },
  {
    name: 'suppression of what is not said to be a count',
    rule: 'disclosure-rules',
    field: 'indicators.0.disclosure.suppression',
    at: 'suppression:',
    'zorg.yaml': all(
      put('    additive: true\n', ''),
      indicator('clienten', 'disclosure: { suppression: { minimum: 10 } }'),
    ),
  },
  {
    name: 'a minimum of an unknown indicator',
    rule: 'disclosure-rules',
    field: 'indicators.3.disclosure.minimum.of',
    at: 'of: mensen',
    'zorg.yaml': indicator('jong', minimum.replace('clienten', 'mensen')),
  },
  {
    name: 'a minimum of a percentage',
    rule: 'disclosure-rules',
    field: 'indicators.3.disclosure.minimum.of',
    at: 'of: aandeel',
    'zorg.yaml': indicator('jong', minimum.replace('clienten', 'aandeel')),
  },
  {
    name: 'a count of persons that does not say so',
    rule: 'personal-data',
    field: 'indicators.0',
    at: '- code: clienten',
    'zorg.yaml': all(personal, protectedRates, put('    additive: true\n', '')),
  },
  {
    name: 'a percentage of persons without protection',
    rule: 'personal-data',
    field: 'indicators.3',
    at: '- code: jong',
    'zorg.yaml': personal,
  },
  {
    name: 'an amount about persons without protection',
    rule: 'personal-data',
    field: 'indicators.1',
    at: '- code: inwoners',
    'zorg.yaml': all(personal, protectedRates, put(/(code: inwoners\n[^]*?decimals: )0/, '$11')),
  },
  {
    name: 'an amount of which the average per person is given, without the rule that the persons have',
    rule: 'personal-data',
    field: 'indicators.1',
    at: '- code: inwoners',
    'zorg.yaml': all(
      personal,
      protectedRates,
      put('    additive: true\n', '    additive: true\n    disclosure: { suppression: { minimum: 10 } }\n'),
      put(
        '{ numerator: clienten, denominator: inwoners, factor: 100 }',
        '{ numerator: inwoners, denominator: clienten, factor: 1 }',
      ),
    ),
  },
  {
    name: 'special categories for everyone without protection',
    rule: 'personal-data',
    field: 'indicators.0',
    at: '- code: clienten',
    'zorg.yaml': all(special, protectedRates),
  },
  {
    name: 'a municipality-bound table without regions',
    rule: 'audience',
    field: 'audience.municipalityBound',
    at: 'audience: {',
    'zorg.yaml': all(
      put('    role: geo\n', ''),
      put(', until: 2021-12-31', ''),
      put(', from: 2022-01-01', ''),
      put('audience: public', 'audience: { theme: zorg, municipalityBound: true }'),
    ),
  },
  changed('an approval in the future', 'approval', 'validation.on', 'on: 2024-03-02', `on: ${tomorrow}`),
  changed('an update in the future', 'approval', 'updated', 'updated: 2024-03-01', `updated: ${tomorrow}`),
  changed(
    'a next update before the last',
    'approval',
    'nextUpdate',
    'nextUpdate: 2025-03-01',
    'nextUpdate: 2023-03-01',
  ),
  {
    name: 'special categories with one approval',
    rule: 'approval',
    field: 'validation.second',
    at: 'validation:',
    'zorg.yaml': put('personal: none', 'personal: special-category'),
  },
  {
    name: 'two approvals by one person',
    rule: 'approval',
    field: 'validation.second.by',
    at: 'validation:',
    'zorg.yaml': all(special, put("'the privacy desk'", "'The  example desk'")),
  },
];

export const manifestFaults: readonly Fault[] = [...shapes, ...references, ...codelists, ...protection];
