import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Indicator, SeriesBreak } from '@peilglas/model';
import { loadLanguage, summariseComparison, type ComparedFigure, type PeerKind } from '@peilglas/text';
import { growth, inhabitants, plain, point, youthCare } from './builders.ts';

await loadLanguage('en');

interface Case {
  readonly name: string;
  readonly indicator: Readonly<Record<'nl' | 'en', Indicator>>;
  readonly figures: readonly ComparedFigure[];
  readonly kind?: PeerKind;
  readonly average?: number;
  readonly breaks?: readonly SeriesBreak[];
  readonly nl: string;
  readonly en: string;
}

type Given = Parameters<typeof point>;

const region = (label: string, now: Given, then?: Given): ComparedFigure => ({
  label,
  own: label === 'Enschede',
  point: point(...now),
  before: then ? point(...then) : null,
});

const cases: readonly Case[] = [
  {
    name: 'one region that has no figure, of which it is said once',
    indicator: youthCare,
    figures: [region('Enschede', ['2023-H1', null, 'C'], ['2022-H1', 5])],
    nl: 'Jongeren met jeugdhulp: het cijfer voor Enschede in de 1e helft van 2023 is geheim: te kleine aantallen; in de 1e helft van 2022 was dit 5,0 %.',
    en: 'Young people with youth care: the figure for Enschede in the first half of 2023 is confidential: numbers too small; in the first half of 2022 the figure was 5.0%.',
  },
  {
    name: 'several regions that have no figure',
    indicator: youthCare,
    figures: [region('Enschede', ['2023-H1', null, 'C']), region('Hengelo', ['2023-H1', null, 'C'])],
    nl: 'Jongeren met jeugdhulp: het cijfer voor Enschede in de 1e helft van 2023 is geheim: te kleine aantallen.',
    en: 'Young people with youth care: the figure for Enschede in the first half of 2023 is confidential: numbers too small.',
  },
  {
    name: 'a rank among things counted, with the average',
    indicator: inhabitants,
    figures: [
      region('Almelo', ['2023', 73949]),
      region('Enschede', ['2023', 161235]),
      region('Tubbergen', ['2023', 21408]),
    ],
    average: 85530.7,
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023; dat is plaats 1 van de 3 gemeenten, van hoog naar laag; het laagste cijfer heeft Tubbergen (21.408); het gemiddelde is 85.531.',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023; that is rank 1 of the 3 municipalities, from high to low; the lowest figure is that of Tubbergen (21,408); the average is 85,531.',
  },
  {
    name: 'a municipality that no longer exists, of which nothing is missing',
    indicator: inhabitants,
    figures: [
      region('Enschede', ['2023', 161235]),
      region('Haaren', ['2023', null, 'M']),
      region('Tubbergen', ['2023', 21408]),
    ],
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023; dat is plaats 1 van de 2 gemeenten, van hoog naar laag; het laagste cijfer heeft Tubbergen (21.408).',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023; that is rank 1 of the 2 municipalities, from high to low; the lowest figure is that of Tubbergen (21,408).',
  },
  {
    name: 'a shared rank, a provisional figure, and one that is confidential',
    indicator: youthCare,
    figures: [
      region('Almelo', ['2023-H1', 15.2]),
      region('Enschede', ['2023-H1', 12.3, 'P']),
      region('Hengelo', ['2023-H1', 12.3]),
      region('Borne', ['2023-H1', 6.1]),
      region('Losser', ['2023-H1', null, 'C']),
    ],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,3 % (voorlopig) in de 1e helft van 2023; dat is een gedeelde plaats 2 van de 4 gemeenten met een cijfer, van hoog naar laag; het hoogste cijfer heeft Almelo (15,2 %) en het laagste Borne (6,1 %); 1 gemeente heeft geen cijfer.',
    en: 'Young people with youth care: in Enschede the figure was 12.3% (provisional) in the first half of 2023; that is joint rank 2 of the 4 municipalities with a figure, from high to low; the highest figure is that of Almelo (15.2%) and the lowest is that of Borne (6.1%); 1 municipality has no figure.',
  },
  {
    name: 'two periods, below zero, and ends that several share',
    indicator: growth,
    figures: [
      region('Almelo', ['2023', 5], ['2015', 1]),
      region('Borne', ['2023', 5], ['2015', 2]),
      region('Enschede', ['2023', -3], ['2015', 4]),
      region('Losser', ['2023', -8], ['2015', null, 'O']),
    ],
    nl: 'Bevolkingsgroei: in Enschede waren dit −3 personen in 2023; dat is plaats 3 van de 4 gemeenten, van hoog naar laag; in 2015 was dit 4 (plaats 1 van 3); het hoogste cijfer is 5 en het laagste heeft Losser (−8).',
    en: 'Population growth: in Enschede the figure was −3 persons in 2023; that is rank 3 of the 4 municipalities, from high to low; in 2015 the figure was 4 (rank 1 of 3); the highest figure is 5 and the lowest is that of Losser (−8).',
  },
  {
    name: 'an own figure that is not there',
    indicator: youthCare,
    figures: [
      region('Enschede', ['2023-H1', null, 'C']),
      region('Hengelo', ['2023-H1', 12.3]),
      region('Borne', ['2023-H1', 6.1]),
    ],
    nl: 'Jongeren met jeugdhulp: het cijfer voor Enschede in de 1e helft van 2023 is geheim: te kleine aantallen; het hoogste cijfer heeft Hengelo (12,3 %) en het laagste Borne (6,1 %); 1 gemeente heeft geen cijfer.',
    en: 'Young people with youth care: the figure for Enschede in the first half of 2023 is confidential: numbers too small; the highest figure is that of Hengelo (12.3%) and the lowest is that of Borne (6.1%); 1 municipality has no figure.',
  },
  {
    name: 'no own region, and areas that are no municipalities',
    indicator: youthCare,
    figures: [region('Centrum', ['2023-H1', 12.3]), region('Noord', ['2023-H1', 6.1])],
    kind: 'area',
    average: 9.2,
    nl: 'Jongeren met jeugdhulp: van de 2 gebieden in de 1e helft van 2023: het hoogste cijfer heeft Centrum (12,3 %) en het laagste Noord (6,1 %); het gemiddelde is 9,2 %.',
    en: 'Young people with youth care: of the 2 areas in the first half of 2023, the highest figure is that of Centrum (12.3%) and the lowest is that of Noord (6.1%); the average is 9.2%.',
  },
  {
    name: 'the same figure everywhere',
    indicator: youthCare,
    figures: [region('Hengelo', ['2023-H1', 6.1]), region('Borne', ['2023-H1', 6.1])],
    nl: 'Jongeren met jeugdhulp: van de 2 gemeenten in de 1e helft van 2023: alle cijfers zijn 6,1 %.',
    en: 'Young people with youth care: of the 2 municipalities in the first half of 2023, all figures are 6.1%.',
  },
  {
    name: 'no own region, and one with a figure',
    indicator: youthCare,
    figures: [region('Hengelo', ['2023-H1', 12.3]), region('Borne', ['2023-H1', null, 'C'])],
    nl: 'Jongeren met jeugdhulp: in Hengelo was dit 12,3 % in de 1e helft van 2023; 1 gemeente heeft geen cijfer.',
    en: 'Young people with youth care: in Hengelo the figure was 12.3% in the first half of 2023; 1 municipality has no figure.',
  },
  {
    name: 'figures that read the same as the same, whatever is behind their last decimal',
    indicator: youthCare,
    figures: [
      region('Enschede', ['2023-H1', 12.31], ['2022-H1', 8.04]),
      region('Hengelo', ['2023-H1', 12.29], ['2022-H1', 7.96]),
      region('Borne', ['2023-H1', 12.25], ['2022-H1', 6]),
    ],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,3 % in de 1e helft van 2023; dat is een gedeelde plaats 1 van de 3 gemeenten, van hoog naar laag; in de 1e helft van 2022 was dit 8,0 % (gedeelde plaats 1 van 3); alle cijfers zijn 12,3 %.',
    en: 'Young people with youth care: in Enschede the figure was 12.3% in the first half of 2023; that is joint rank 1 of the 3 municipalities, from high to low; in the first half of 2022 the figure was 8.0% (joint rank 1 of 3); all figures are 12.3%.',
  },
  {
    name: 'that figures on both sides of a break are not comparable, in place of the earlier one',
    indicator: youthCare,
    figures: [
      region('Enschede', ['2023-H1', 12.3], ['2015-H1', 8]),
      region('Hengelo', ['2023-H1', 6.1], ['2015-H1', 9]),
    ],
    breaks: [{ period: '2022-H1', note: 'Andere regel', indicators: null }],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,3 % in de 1e helft van 2023; dat is plaats 1 van de 2 gemeenten, van hoog naar laag; niet te vergelijken met de 1e helft van 2015: trendbreuk in de 1e helft van 2022; het laagste cijfer heeft Hengelo (6,1 %).',
    en: 'Young people with youth care: in Enschede the figure was 12.3% in the first half of 2023; that is rank 1 of the 2 municipalities, from high to low; cannot be compared with the first half of 2015: break in series in the first half of 2022; the lowest figure is that of Hengelo (6.1%).',
  },
  {
    name: 'a break also without an own region, and none that is not between the two',
    indicator: youthCare,
    figures: [region('Hengelo', ['2023-H1', 12.3], ['2015-H1', 8]), region('Borne', ['2023-H1', 6.1], ['2015-H1', 9])],
    breaks: [
      { period: '2015-H1', note: 'Eerder', indicators: null },
      { period: '2022-H1', note: 'Andere regel', indicators: null },
    ],
    nl: 'Jongeren met jeugdhulp: van de 2 gemeenten in de 1e helft van 2023: het hoogste cijfer heeft Hengelo (12,3 %) en het laagste Borne (6,1 %); niet te vergelijken met de 1e helft van 2015: trendbreuk in de 1e helft van 2022.',
    en: 'Young people with youth care: of the 2 municipalities in the first half of 2023, the highest figure is that of Hengelo (12.3%) and the lowest is that of Borne (6.1%); cannot be compared with the first half of 2015: break in series in the first half of 2022.',
  },
  {
    name: 'one region, which has no rank',
    indicator: inhabitants,
    figures: [region('Enschede', ['2023', 161235])],
    average: 161235,
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023.',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023.',
  },
];

describe('summariseComparison', () => {
  for (const { name, indicator, figures, kind = 'municipality', average = null, breaks = [], ...expected } of cases) {
    for (const lang of ['nl', 'en'] as const) {
      it(`tells ${name} (${lang})`, () => {
        const told = summariseComparison({ indicator: indicator[lang], figures, kind, average, breaks, lang });
        assert.equal(plain(told), expected[lang]);
      });
    }
  }
});
