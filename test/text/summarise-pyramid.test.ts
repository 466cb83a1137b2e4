import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observe } from '@peilglas/model';
import { loadLanguage, summarisePyramid, type ToldPopulation } from '@peilglas/text';
import { inhabitants, plain, point } from './builders.ts';

await loadLanguage('en');

const groups = ['0 tot 20 jaar', '20 tot 65 jaar', '65 jaar of ouder'];

type Given = number | null | 'M';
const figure = (given: Given) => (given === 'M' ? observe(null, 'M') : observe(given, given === null ? 'C' : 'A'));

const population = (place: string, period: string, men: readonly Given[], women: readonly Given[]): ToldPopulation => ({
  place,
  point: point(period, 1),
  sides: [
    { label: 'Mannen', observations: men.map(figure) },
    { label: 'Vrouwen', observations: women.map(figure) },
  ],
});

const shares = { unit: '%', decimals: 1 };

const cases: readonly {
  readonly name: string;
  readonly measured?: typeof shares;
  readonly populations: readonly ToldPopulation[];
  readonly nl: string;
  readonly en: string;
}[] = [
  {
    name: 'the largest group of each side',
    populations: [population('Enschede', '2023', [9, 45, 20], [8, 22, 44])],
    nl: 'Inwoners in Enschede op 1 januari 2023: de grootste groep is bij mannen 20 tot 65 jaar (45) en bij vrouwen 65 jaar of ouder (44).',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest group is 20 tot 65 jaar among mannen (45) and 65 jaar of ouder among vrouwen (44).',
  },
  {
    name: 'another region, in shares',
    measured: shares,
    populations: [
      population('Enschede', '2023', [9.1, 30.2, 10], [8, 29.9, 12.8]),
      population('Nederland', '2023', [9, 29, 11], [9, 29.5, 12.5]),
    ],
    nl: 'Inwoners in Enschede op 1 januari 2023: de grootste groep is bij mannen 20 tot 65 jaar (30,2 %) en bij vrouwen 20 tot 65 jaar (29,9 %); ter vergelijking, Nederland: bij mannen 20 tot 65 jaar (29,0 %) en bij vrouwen 20 tot 65 jaar (29,5 %).',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest group is 20 tot 65 jaar among mannen (30.2%) and 20 tot 65 jaar among vrouwen (29.9%); for comparison, Nederland: 20 tot 65 jaar among mannen (29.0%) and 20 tot 65 jaar among vrouwen (29.5%).',
  },
  {
    name: 'an earlier period, and groups without a figure',
    populations: [
      population('Enschede', '2023', [9, 45, null], [8, 44, null]),
      population('Enschede', '2013', [9, 40, 10], [8, 41, 12]),
    ],
    nl: 'Inwoners in Enschede op 1 januari 2023: de grootste groep met een cijfer is bij mannen 20 tot 65 jaar (45) en bij vrouwen 20 tot 65 jaar (44); ter vergelijking, 1 januari 2013: bij mannen 20 tot 65 jaar (40) en bij vrouwen 20 tot 65 jaar (41); 2 groepen hebben geen cijfer.',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest group with a figure is 20 tot 65 jaar among mannen (45) and 20 tot 65 jaar among vrouwen (44); for comparison, 1 January 2013: 20 tot 65 jaar among mannen (40) and 20 tot 65 jaar among vrouwen (41); 2 groups have no figure.',
  },
  {
    name: 'one side only where nobody is on the other, and no group that cannot exist',
    populations: [
      population('', '2023', [9, 45, 'M'], [0, 0, 'M']),
      population('Nederland', '2023', [0, 0, 0], [0, 0, 0]),
    ],
    nl: 'Inwoners op 1 januari 2023: de grootste groep is bij mannen 20 tot 65 jaar (45).',
    en: 'Inhabitants on 1 January 2023: the largest group is 20 tot 65 jaar among mannen (45).',
  },
  {
    name: 'how many groups have no figure where none has one',
    populations: [population('Enschede', '2023', [null, null, 'M'], [null, 'M', 'M'])],
    nl: 'Inwoners in Enschede op 1 januari 2023: 3 groepen hebben geen cijfer.',
    en: 'Inhabitants in Enschede on 1 January 2023: 3 groups have no figure.',
  },
  {
    name: 'no more than where and when where nobody is counted',
    populations: [population('Buurt', '2023', [0, 0, 0], [0, 0, 0])],
    nl: 'Inwoners in Buurt op 1 januari 2023.',
    en: 'Inhabitants in Buurt on 1 January 2023.',
  },
  { name: 'nothing without a population', populations: [], nl: '', en: '' },
];

describe('summarisePyramid', () => {
  it('does not compare with a population before a break, and says so', () => {
    const told = summarisePyramid({
      indicator: inhabitants.nl,
      measured: inhabitants.nl,
      groups,
      populations: [
        population('Enschede', '2023', [9, 45, 10], [8, 44, 12]),
        population('Enschede', '2013', [9, 40, 10], [8, 41, 12]),
      ],
      breaks: [{ period: '2020', note: 'Andere telling', indicators: null }],
      lang: 'nl',
    });
    assert.equal(
      plain(told),
      'Inwoners in Enschede op 1 januari 2023: de grootste groep is bij mannen 20 tot 65 jaar (45) en bij vrouwen 20 tot 65 jaar (44); niet te vergelijken met 2013: trendbreuk in 2020.',
    );
  });

  for (const { name, measured, populations, ...expected } of cases) {
    for (const lang of ['nl', 'en'] as const) {
      it(`tells ${name} (${lang})`, () => {
        const indicator = inhabitants[lang];
        const told = summarisePyramid({ indicator, measured: measured ?? indicator, groups, populations, lang });
        assert.equal(plain(told), expected[lang]);
      });
    }
  }
});
