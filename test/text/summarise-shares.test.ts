import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadLanguage, summariseShares, type SharedWhole } from '@peilglas/text';
import { inhabitants, plain, point } from './builders.ts';

await loadLanguage('en');

const whole = (place: string, period: string, shares: readonly (number | null)[], unknown = 0): SharedWhole => ({
  place,
  point: point(period, 1),
  shares,
  unknown,
});

const ages = ['0 tot 15 jaar', '15 tot 65 jaar', '65 tot 80 jaar', '80 jaar of ouder'];

const cases: readonly {
  readonly name: string;
  readonly parts: readonly string[];
  readonly wholes: readonly SharedWhole[];
  readonly nl: string;
  readonly en: string;
}[] = [
  {
    name: 'a part that is not surely the largest, since what is left over may be one without a figure',
    parts: ages,
    wholes: [whole('Enschede', '2023', [0.2, 0.1, null, null], 2)],
    nl: 'Inwoners in Enschede op 1 januari 2023: het grootste deel met een cijfer is 0 tot 15 jaar (20,0 %); daarna komt 15 tot 65 jaar (10,0 %); 2 delen hebben geen cijfer.',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest part with a figure is 0 tot 15 jaar (20.0%); next comes 15 tot 65 jaar (10.0%); 2 parts have no figure.',
  },
  {
    name: 'a few parts by name, the largest first',
    parts: ['mannen', 'vrouwen'],
    wholes: [whole('Enschede', '2023', [0.494, 0.506])],
    nl: 'Inwoners in Enschede op 1 januari 2023: de delen zijn vrouwen (50,6 %) en mannen (49,4 %).',
    en: 'Inhabitants in Enschede on 1 January 2023: the parts are vrouwen (50.6%) and mannen (49.4%).',
  },
  {
    name: 'the two largest of many, and how large the largest is elsewhere',
    parts: ages,
    wholes: [
      whole('Enschede', '2023', [0.14, 0.67, 0.14, 0.05]),
      whole('Hengelo', '2023', [0.15, 0.62, 0.16, 0.07]),
      whole('Nederland', '2023', [0.15, 0.65, 0.15, 0.05]),
    ],
    nl: 'Inwoners in Enschede op 1 januari 2023: het grootste deel is 15 tot 65 jaar (67,0 %); daarna komt 0 tot 15 jaar (14,0 %); ter vergelijking, 15 tot 65 jaar: Hengelo 62,0 % en Nederland 65,0 %.',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest part is 15 tot 65 jaar (67.0%); next comes 0 tot 15 jaar (14.0%); for comparison, 15 tot 65 jaar: Hengelo 62.0% and Nederland 65.0%.',
  },
  {
    name: 'an earlier period',
    parts: ['mannen', 'vrouwen'],
    wholes: [whole('Enschede', '2023', [0.494, 0.506]), whole('Enschede', '2015', [0.49, 0.51])],
    nl: 'Inwoners in Enschede op 1 januari 2023: de delen zijn vrouwen (50,6 %) en mannen (49,4 %); ter vergelijking, vrouwen: 51,0 % op 1 januari 2015.',
    en: 'Inhabitants in Enschede on 1 January 2023: the parts are vrouwen (50.6%) and mannen (49.4%); for comparison, vrouwen: 51.0% on 1 January 2015.',
  },
  {
    name: 'what many parts leave, which may be the most',
    parts: ages,
    wholes: [{ ...whole('Enschede', '2023', [0.05, 0.12, 0.08, 0.05]), rest: 0.7 }],
    nl: 'Inwoners in Enschede op 1 januari 2023: het grootste deel is 15 tot 65 jaar (12,0 %); daarna komt 65 tot 80 jaar (8,0 %); overig (70,0 %).',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest part is 15 tot 65 jaar (12.0%); next comes 65 tot 80 jaar (8.0%); other (70.0%).',
  },
  {
    name: 'parts without a figure',
    parts: ages,
    wholes: [whole('Enschede', '2023', [0.14, 0.67, null, null], 2)],
    nl: 'Inwoners in Enschede op 1 januari 2023: het grootste deel is 15 tot 65 jaar (67,0 %); daarna komt 0 tot 15 jaar (14,0 %); 2 delen hebben geen cijfer.',
    en: 'Inhabitants in Enschede on 1 January 2023: the largest part is 15 tot 65 jaar (67.0%); next comes 0 tot 15 jaar (14.0%); 2 parts have no figure.',
  },
  {
    name: 'that shares are not known',
    parts: ['mannen', 'vrouwen'],
    wholes: [whole('', '2023', [null, null], 1)],
    nl: 'Inwoners op 1 januari 2023: de aandelen zijn niet te berekenen; 1 deel heeft geen cijfer.',
    en: 'Inhabitants on 1 January 2023: the shares cannot be worked out; 1 part has no figure.',
  },
  {
    name: 'three parts by name, and at most three others, of those that have it',
    parts: ages.slice(0, 3),
    wholes: [
      whole('Enschede', '2023', [0.2, 0.5, 0.3]),
      whole('Losser', '2023', [0.2, null, 0.3]),
      ...['Almelo', 'Borne', 'Hengelo'].map((place) => whole(place, '2023', [0.2, 0.6, 0.2])),
    ],
    nl: 'Inwoners in Enschede op 1 januari 2023: de delen zijn 15 tot 65 jaar (50,0 %), 65 tot 80 jaar (30,0 %) en 0 tot 15 jaar (20,0 %); ter vergelijking, 15 tot 65 jaar: Almelo 60,0 % en Borne 60,0 %.',
    en: 'Inhabitants in Enschede on 1 January 2023: the parts are 15 tot 65 jaar (50.0%), 65 tot 80 jaar (30.0%) and 0 tot 15 jaar (20.0%); for comparison, 15 tot 65 jaar: Almelo 60.0% and Borne 60.0%.',
  },
  { name: 'nothing without a whole', parts: ages, wholes: [], nl: '', en: '' },
];

describe('summariseShares', () => {
  const indicator = inhabitants.nl;

  it('has what the parts leave as one of them', () => {
    const wholes = [{ ...whole('Enschede', '2023', [0.479]), rest: 0.521 }];
    assert.equal(
      plain(summariseShares({ indicator, parts: ['alleen'], wholes, lang: 'nl' })),
      'Inwoners in Enschede op 1 januari 2023: de delen zijn alleen (47,9 %) en overig (52,1 %).',
    );
  });

  it('does not compare with shares before a break, and says so', () => {
    const wholes = [
      whole('Enschede', '2023', [0.494, 0.506]),
      whole('Enschede', '2015', [0.49, 0.51]),
      whole('Hengelo', '2023', [0.48, 0.52]),
    ];
    const breaks = [{ period: '2020', note: 'Andere telling', indicators: null }];
    assert.equal(
      plain(summariseShares({ indicator, parts: ['mannen', 'vrouwen'], wholes, breaks, lang: 'nl' })),
      'Inwoners in Enschede op 1 januari 2023: de delen zijn vrouwen (50,6 %) en mannen (49,4 %); ter vergelijking, vrouwen: Hengelo 52,0 %; niet te vergelijken met 2015: trendbreuk in 2020.',
    );
  });

  for (const { name, parts, wholes, ...expected } of cases) {
    for (const lang of ['nl', 'en'] as const) {
      it(`tells ${name} (${lang})`, () => {
        assert.equal(plain(summariseShares({ indicator: inhabitants[lang], parts, wholes, lang })), expected[lang]);
      });
    }
  }
});
