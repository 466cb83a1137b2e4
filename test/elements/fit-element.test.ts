import { Cube, Dimension, plainIndicator, type Indicator } from '@peilglas/model';
import { assert } from 'chai';
import { fitElement } from '../../packages/elements/dist/statistical-yearbook/fit-element.js';

const publication = {
  table: null,
  language: null,
  version: null,
  audience: 'public',
  validation: null,
  breaks: [],
  licence: null,
  contact: null,
  officialStatistics: false,
  nextUpdate: null,
  mandatoryNotes: [],
  disclosure: null,
};

interface Shape {
  readonly regions?: readonly string[];
  readonly periods: readonly string[];
  /** Classifications; the first code is the total, unless that is null. */
  readonly by?: Readonly<Record<string, readonly (string | null)[]>>;
}

/** The metadata of a table of this shape. */
function tableOf({ regions = ['GM0153'], periods, by = {} }: Shape): Cube {
  const dimension = (id: string, codes: readonly string[], role: Dimension['role'], total: string | null = null) =>
    new Dimension({ id, label: id, role, codes, labels: new Map(), total });
  return new Cube({
    label: 'Tabel',
    source: null,
    updated: null,
    notes: [],
    publication,
    dimensions: [
      dimension('RegioS', regions, 'geo'),
      dimension('Perioden', periods, 'time'),
      ...Object.entries(by).map(([id, codes]) =>
        dimension(
          id,
          codes.filter((code) => code !== null),
          null,
          codes[0] ?? null,
        ),
      ),
    ],
    indicators: new Map(),
    values: [],
    statuses: null,
    readStatus: () => ({ status: 'O' }),
  });
}

const count: Indicator = { ...plainIndicator('inwoners', 'Inwoners'), unit: 'inwoners', measuringType: 'stock' };
const share: Indicator = { ...count, unit: '%' };
const average: Indicator = { ...count, unit: 'm³', measuringType: 'average' };

const index: Indicator = { ...count, unit: 'index (2015 = 100)', measuringType: 'other' };
const density: Indicator = { ...count, unit: 'inwoners/km²', measuringType: 'other' };

const one = ['2024'];
const four = ['2021', '2022', '2023', '2024'];
const twelve = Array.from({ length: 12 }, (_, year) => String(2013 + year));
const twente = ['NL01', 'PV23', 'GM0153', 'GM0164', 'GM0183'];
const sexes = ['T', 'M', 'V'];
const ages = ['totaal', '0-19', '20-64', '65+'];
const crimes = [null, 'inbraak', 'fraude', 'diefstal'];

const fitting: readonly (readonly [string, Shape, Indicator, string, Record<string, string>])[] = [
  ['one period, one region', { periods: one }, count, 'kpi-tile', {}],
  ['one period, a region and the country', { periods: one, regions: ['GM0153', 'NL01'] }, share, 'kpi-tile', {}],
  ['one period, many regions', { periods: one, regions: twente }, count, 'municipality-compare', {}],
  ['a number over periods', { periods: twelve, regions: twente }, count, 'trend-chart', {}],
  ['a share over periods', { periods: four, regions: twente }, share, 'trend-chart', { 'compare-with': 'NL01' }],
  ['an average over periods', { periods: four, regions: twente }, average, 'trend-chart', { 'compare-with': 'NL01' }],
  ['a share over periods, no country', { periods: four }, share, 'trend-chart', {}],
  ['by sex, over periods', { periods: four, by: { Geslacht: sexes } }, count, 'trend-chart', {}],
  [
    'age by sex',
    { periods: four, regions: twente, by: { Geslacht: sexes, Leeftijd: ages } },
    count,
    'population-pyramid',
    { age: 'Leeftijd', sex: 'Geslacht' },
  ],
  [
    'age by sex and something without a total',
    { periods: four, regions: twente, by: { Geslacht: sexes, Leeftijd: ages, Soort: crimes } },
    count,
    'data-table',
    { rows: 'Soort', columns: 'period', filter: 'Soort:*', period: '2021..' },
  ],
  ['a rate by age and sex', { periods: four, by: { Geslacht: sexes, Leeftijd: ages } }, share, 'trend-chart', {}],
  [
    'parts of a whole, a few periods',
    { periods: four, regions: twente, by: { Leeftijd: ages } },
    count,
    'share-chart',
    { parts: 'Leeftijd', period: 'latest' },
  ],
  ['parts of a whole, many periods', { periods: twelve, by: { Leeftijd: ages } }, count, 'trend-chart', {}],
  ['shares by a classification', { periods: four, by: { Leeftijd: ages } }, share, 'trend-chart', {}],
  ['an index by a classification', { periods: four, by: { Leeftijd: ages } }, index, 'trend-chart', {}],
  ['a density by a classification', { periods: four, by: { Leeftijd: ages } }, density, 'trend-chart', {}],
  [
    'a classification without a total',
    { periods: twelve, regions: twente, by: { Soort: crimes } },
    count,
    'data-table',
    { rows: 'Soort', columns: 'period', filter: 'Soort:*', period: '2020..' },
  ],
  [
    'two regions that are no municipalities',
    { periods: one, regions: ['PV23', 'PV24', 'PV25'] },
    count,
    'data-table',
    {},
  ],
];

describe('the element that fits', () => {
  for (const [what, shape, indicator, tag, attributes] of fitting) {
    it(`${what}: ${tag}`, () => {
      assert.deepEqual(fitElement(tableOf(shape), indicator), { tag, attributes } as never);
    });
  }
});
