import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Indicator, SeriesBreak } from '@peilglas/model';
import { summariseSeries, type SummaryLine, loadLanguage } from '@peilglas/text';
import { births, breakAt, growth, inhabitants, line, plain, point, salePrice, youthCare } from './builders.ts';

await loadLanguage('en');

interface Case {
  readonly name: string;
  readonly indicator: Readonly<Record<'nl' | 'en', Indicator>>;
  readonly lines: readonly SummaryLine[];
  readonly breaks?: readonly SeriesBreak[];
  readonly nl: string;
  readonly en: string;
}

const enschede = (...points: Parameters<typeof point>[]) =>
  line('Enschede', true, ...points.map((each) => point(...each)));
const other = (label: string, ...points: Parameters<typeof point>[]) =>
  line(label, false, ...points.map((each) => point(...each)));

const cases: readonly Case[] = [
  {
    name: 'a rise in things counted',
    indicator: inhabitants,
    lines: [enschede(['2012', 158586], ['2015', 158351], ['2023', 161235])],
    nl: 'Het aantal inwoners in Enschede steeg van 158.586 op 1 januari 2012 naar 161.235 op 1 januari 2023 (+1,7 %).',
    en: 'The number of inhabitants in Enschede rose from 158,586 on 1 January 2012 to 161,235 on 1 January 2023 (+1.7%).',
  },
  {
    name: 'a fall, a provisional last figure, and the others at that moment',
    indicator: youthCare,
    lines: [
      other('Nederland', ['2022-H1', 10], ['2023-H1', 10.1, 'P']),
      enschede(['2022-H1', 12.3], ['2023-H1', 11.9, 'P']),
      other('Losser', ['2022-H1', 9], ['2023-H1', null, 'C']),
    ],
    nl: 'Jongeren met jeugdhulp: in Enschede daalde dit van 12,3 % in de 1e helft van 2022 naar 11,9 % (voorlopig) in de 1e helft van 2023 (−0,4 procentpunt); ter vergelijking: Nederland 10,1 % (voorlopig) en Losser (geheim).',
    en: 'Young people with youth care: in Enschede the figure fell from 12.3% in the first half of 2022 to 11.9% (provisional) in the first half of 2023 (−0.4 percentage points); for comparison: Nederland 10.1% (provisional) and Losser (confidential).',
  },
  {
    name: 'equal ends',
    indicator: salePrice,
    lines: [enschede(['2019', 200000], ['2020', 201000], ['2021', 200000]), other('Hengelo', ['2021', 190000])],
    nl: 'Gemiddelde verkoopprijs: in Enschede was dit € 200.000 in 2021, gelijk aan 2019; ter vergelijking in 2021: Hengelo € 190.000.',
    en: 'Average sale price: in Enschede the figure was €200,000 in 2021, the same as in 2019; for comparison in 2021: Hengelo €190,000.',
  },
  {
    name: 'equal ends of things counted',
    indicator: inhabitants,
    lines: [enschede(['2019', 100], ['2021', 100])],
    nl: 'Enschede telde 100 inwoners op 1 januari 2021, gelijk aan 1 januari 2019.',
    en: 'Enschede had 100 inhabitants on 1 January 2021, the same as on 1 January 2019.',
  },
  {
    name: 'a peak that first and last figure hide',
    indicator: salePrice,
    lines: [
      enschede(['1995', 80000], ['2008', 300000], ['2013', 220000], ['2014', 230000]),
      other('Hengelo', ['2014', 1]),
    ],
    nl: 'Gemiddelde verkoopprijs: in Enschede steeg dit van € 80.000 in 1995 naar € 230.000 in 2014 (+188 %), met als hoogste cijfer € 300.000 in 2008; ter vergelijking in 2014: Hengelo € 1.',
    en: 'Average sale price: in Enschede the figure rose from €80,000 in 1995 to €230,000 in 2014 (+188%), with €300,000 in 2008 as the highest figure; for comparison in 2014: Hengelo €1.',
  },
  {
    name: 'a high peak and a low',
    indicator: births,
    lines: [
      enschede(['2012', 1000], ['2013', 1500], ['2014', 700], ['2015', 700], ['2016', 1050]),
      other('Hengelo', ['2016', 900]),
    ],
    nl: 'Geboorten: in Enschede steeg dit van 1.000 in 2012 naar 1.050 kinderen in 2016 (+5,0 %), met als hoogste cijfer 1.500 in 2013 en als laagste cijfer 700; ter vergelijking in 2016: Hengelo 900.',
    en: 'Births: in Enschede the figure rose from 1,000 in 2012 to 1,050 children in 2016 (+5.0%), with 1,500 in 2013 as the highest figure and 700 as the lowest figure; for comparison in 2016: Hengelo 900.',
  },
  {
    name: 'many others by their lowest and highest',
    indicator: youthCare,
    lines: [
      enschede(['2022', 10], ['2023', 12]),
      ...['Almelo', 'Borne', 'Losser', 'Wierden'].map((name, index) =>
        other(name, ['2023', [9, 11, 8, 10][index] ?? null]),
      ),
      other('Hengelo', ['2023', null, 'C']),
    ],
    nl: 'Jongeren met jeugdhulp: in Enschede steeg dit van 10,0 % in 2022 naar 12,0 % in 2023 (+2,0 procentpunt); de 4 andere met een cijfer lagen toen tussen 8,0 % (Losser) en 11,0 % (Borne).',
    en: 'Young people with youth care: in Enschede the figure rose from 10.0% in 2022 to 12.0% in 2023 (+2.0 percentage points); at that time the 4 others with a figure were between 8.0% (Losser) and 11.0% (Borne).',
  },
  {
    name: 'many others of which one has a figure',
    indicator: youthCare,
    lines: [
      enschede(['2023', 12]),
      other('Borne', ['2023', 8]),
      ...['A', 'B', 'C'].map((name) => other(name, ['2023', null, 'C'])),
    ],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,0 % in 2023; ter vergelijking: Borne 8,0 %.',
    en: 'Young people with youth care: in Enschede the figure was 12.0% in 2023; for comparison: Borne 8.0%.',
  },
  {
    name: 'many others that are all equal',
    indicator: youthCare,
    lines: [enschede(['2023', 12]), ...['A', 'B', 'C', 'D'].map((name) => other(name, ['2023', 8]))],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,0 % in 2023; de 4 andere lagen toen op 8,0 %.',
    en: 'Young people with youth care: in Enschede the figure was 12.0% in 2023; at that time the 4 others were at 8.0%.',
  },
  {
    name: 'categories that are no regions',
    indicator: youthCare,
    lines: [other('Jongens', ['2022', 8], ['2023', 9]), other('Meisjes', ['2022', 8], ['2023', 7])],
    nl: 'Jongeren met jeugdhulp: voor Jongens steeg dit van 8,0 % in 2022 naar 9,0 % in 2023 (+1,0 procentpunt); ter vergelijking: Meisjes 7,0 %.',
    en: 'Young people with youth care: for Jongens the figure rose from 8.0% in 2022 to 9.0% in 2023 (+1.0 percentage points); for comparison: Meisjes 7.0%.',
  },
  {
    name: 'missing at both ends',
    indicator: births,
    lines: [
      enschede(
        ['2012', null, 'O'],
        ['2013', null, 'O'],
        ['2014', 1500],
        ['2015', null, 'C'],
        ['2016', 1400],
        ['2017', null, 'N'],
      ),
    ],
    nl: 'Geboorten: in Enschede daalde dit van 1.500 in 2014 naar 1.400 kinderen in 2016 (−6,7 %); geen cijfer voor 2012–2013 en 2017.',
    en: 'Births: in Enschede the figure fell from 1,500 in 2014 to 1,400 children in 2016 (−6.7%); no figure for 2012–2013 and 2017.',
  },
  {
    name: 'a missing last figure with its reason',
    indicator: inhabitants,
    lines: [enschede(['2021', 100], ['2022', 110], ['2023', null, 'N'])],
    nl: 'Het aantal inwoners in Enschede steeg van 100 op 1 januari 2021 naar 110 op 1 januari 2022 (+10,0 %); geen cijfer voor 2023 (nog niet gepubliceerd).',
    en: 'The number of inhabitants in Enschede rose from 100 on 1 January 2021 to 110 on 1 January 2022 (+10.0%); no figure for 2023 (not yet published).',
  },
  {
    name: 'one point',
    indicator: inhabitants,
    lines: [enschede(['2023', 161235])],
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023.',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023.',
  },
  {
    name: 'one confidential point',
    indicator: births,
    lines: [enschede(['2023', null, 'C'])],
    nl: 'Geboorten: het cijfer voor Enschede in 2023 is geheim: te kleine aantallen.',
    en: 'Births: the figure for Enschede in 2023 is confidential: numbers too small.',
  },
  {
    name: 'one figure among missing ones',
    indicator: inhabitants,
    lines: [enschede(['2021', null, 'O'], ['2022', 100], ['2023', null, 'O'])],
    nl: 'Enschede telde 100 inwoners op 1 januari 2022; geen cijfer voor 2021 en 2023 (niet bekend).',
    en: 'Enschede had 100 inhabitants on 1 January 2022; no figure for 2021 and 2023 (not known).',
  },
  {
    name: 'only confidential points, while others have figures',
    indicator: youthCare,
    lines: [
      enschede(['2022-H1', null, 'C'], ['2022-H2', null, 'C']),
      other('Nederland', ['2022-H1', 9], ['2022-H2', 10]),
    ],
    nl: 'Jongeren met jeugdhulp: er zijn geen cijfers voor Enschede over de 1e helft van 2022 tot en met de 2e helft van 2022 (geheim: te kleine aantallen); ter vergelijking in de 2e helft van 2022: Nederland 10,0 %.',
    en: 'Young people with youth care: there are no figures for Enschede in the first half of 2022 to the second half of 2022 (confidential: numbers too small); for comparison in the second half of 2022: Nederland 10.0%.',
  },
  {
    name: 'only missing points, while others have figures at different moments',
    indicator: births,
    lines: [
      enschede(['2021', null, 'C'], ['2022', null, 'C']),
      other('Almelo', ['2020', 5], ['2021', 6]),
      other('Borne', ['2021', 7], ['2022', 8], ['2023', null, 'N']),
      other('Golf', ['g1', 1, 'A', 'Golf 1']),
      other('Losser', ['2021', 9]),
    ],
    nl: 'Geboorten: er zijn geen cijfers voor Enschede over 2021–2022 (geheim: te kleine aantallen); ter vergelijking in 2022: Borne 8.',
    en: 'Births: there are no figures for Enschede in 2021–2022 (confidential: numbers too small); for comparison in 2022: Borne 8.',
  },
  {
    name: 'figures with and without decimals of things counted',
    indicator: {
      nl: { ...inhabitants.nl, decimals: null },
      en: { ...inhabitants.en, decimals: null },
    },
    lines: [enschede(['2021', 2.5], ['2022', 4])],
    nl: 'Inwoners: in Enschede steeg dit van 2,5 op 1 januari 2021 naar 4 inwoners op 1 januari 2022 (+60,0 %).',
    en: 'Inhabitants: in Enschede the figure rose from 2.5 on 1 January 2021 to 4 inhabitants on 1 January 2022 (+60.0%).',
  },
  {
    name: 'things counted in what is no region',
    indicator: inhabitants,
    lines: [other('Mannen', ['2021', 2], ['2022', 4])],
    nl: 'Inwoners: voor Mannen steeg dit van 2 op 1 januari 2021 naar 4 inwoners op 1 januari 2022 (+100 %).',
    en: 'Inhabitants: for Mannen the figure rose from 2 on 1 January 2021 to 4 inhabitants on 1 January 2022 (+100%).',
  },
  {
    name: 'missing for different reasons',
    indicator: births,
    lines: [enschede(['2021', null, 'C'], ['2022', null, 'N'])],
    nl: 'Geboorten: er zijn geen cijfers voor Enschede over 2021–2022.',
    en: 'Births: there are no figures for Enschede in 2021–2022.',
  },
  {
    name: 'a line without points',
    indicator: births,
    lines: [enschede()],
    nl: 'Geboorten: er zijn geen cijfers voor Enschede.',
    en: 'Births: there are no figures for Enschede.',
  },
  {
    name: 'no lines',
    indicator: births,
    lines: [],
    nl: 'Geboorten: er zijn geen cijfers.',
    en: 'Births: there are no figures.',
  },
  {
    name: 'a break in series',
    indicator: youthCare,
    lines: [enschede(['2019', 8], ['2020', 9], ['2021', 11], ['2022', 12])],
    breaks: [breakAt('2018'), breakAt('2021'), breakAt('2023')],
    nl: 'Jongeren met jeugdhulp: in Enschede steeg dit van 11,0 % in 2021 naar 12,0 % in 2022 (+1,0 procentpunt); cijfers zijn pas te vergelijken vanaf 2021.',
    en: 'Young people with youth care: in Enschede the figure rose from 11.0% in 2021 to 12.0% in 2022 (+1.0 percentage points); figures can only be compared from 2021.',
  },
  {
    name: 'a break that only the status tells, right at the last figure',
    indicator: youthCare,
    lines: [enschede(['2019', 8], ['2020', 9, 'B'])],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 9,0 % in 2020; cijfers zijn pas te vergelijken vanaf 2020.',
    en: 'Young people with youth care: in Enschede the figure was 9.0% in 2020; figures can only be compared from 2020.',
  },
  {
    name: 'a break that the publisher dates, at a figure that is marked too',
    indicator: youthCare,
    lines: [enschede(['2019', 8], ['2020', 9], ['2021', 11, 'B'], ['2022', 12])],
    breaks: [breakAt('2021-H1')],
    nl: 'Jongeren met jeugdhulp: in Enschede steeg dit van 11,0 % in 2021 naar 12,0 % in 2022 (+1,0 procentpunt); cijfers zijn pas te vergelijken vanaf de 1e helft van 2021.',
    en: 'Young people with youth care: in Enschede the figure rose from 11.0% in 2021 to 12.0% in 2022 (+1.0 percentage points); figures can only be compared from the first half of 2021.',
  },
  {
    name: 'the last break, and no peak that lies before it',
    indicator: youthCare,
    lines: [enschede(['2018', 40], ['2019', 8], ['2020', 9], ['2021', 11, 'B'], ['2022', 12])],
    breaks: [breakAt('2020')],
    nl: 'Jongeren met jeugdhulp: in Enschede steeg dit van 11,0 % in 2021 naar 12,0 % in 2022 (+1,0 procentpunt); cijfers zijn pas te vergelijken vanaf 2021.',
    en: 'Young people with youth care: in Enschede the figure rose from 11.0% in 2021 to 12.0% in 2022 (+1.0 percentage points); figures can only be compared from 2021.',
  },
  {
    name: 'a break at its beginning, before which there is nothing',
    indicator: youthCare,
    lines: [enschede(['2021', 11, 'B'], ['2022', 12])],
    nl: 'Jongeren met jeugdhulp: in Enschede steeg dit van 11,0 % in 2021 naar 12,0 % in 2022 (+1,0 procentpunt).',
    en: 'Young people with youth care: in Enschede the figure rose from 11.0% in 2021 to 12.0% in 2022 (+1.0 percentage points).',
  },
  {
    name: 'no peak or low that is small beside the figures themselves',
    indicator: births,
    lines: [enschede(['2012', 1000], ['2013', 1134], ['2014', 946], ['2015', 1080])],
    nl: 'Geboorten: in Enschede steeg dit van 1.000 in 2012 naar 1.080 kinderen in 2015 (+8,0 %).',
    en: 'Births: in Enschede the figure rose from 1,000 in 2012 to 1,080 children in 2015 (+8.0%).',
  },
  {
    name: 'three others by name',
    indicator: youthCare,
    lines: [enschede(['2023', 12]), ...['A', 'B', 'C'].map((name, index) => other(name, ['2023', 9 - index]))],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,0 % in 2023; ter vergelijking: A 9,0 %, B 8,0 % en C 7,0 %.',
    en: 'Young people with youth care: in Enschede the figure was 12.0% in 2023; for comparison: A 9.0%, B 8.0% and C 7.0%.',
  },
  {
    name: 'ends of different kinds of period',
    indicator: births,
    lines: [
      enschede(
        ['2012', null, 'O'],
        ['2013KW01', null, 'O'],
        ['2014', 1500],
        ['2016', 1400],
        ['2017KW01', null, 'O'],
        ['2018', null, 'O'],
      ),
    ],
    nl: 'Geboorten: in Enschede daalde dit van 1.500 in 2014 naar 1.400 kinderen in 2016 (−6,7 %); geen cijfer voor 2012 tot en met het 1e kwartaal van 2013 en het 1e kwartaal van 2017 tot en met 2018 (niet bekend).',
    en: 'Births: in Enschede the figure fell from 1,500 in 2014 to 1,400 children in 2016 (−6.7%); no figure for 2012 to the first quarter of 2013 and the first quarter of 2017 to 2018 (not known).',
  },
  {
    name: 'from below zero to above',
    indicator: growth,
    lines: [enschede(['2021', -12], ['2022', 30])],
    nl: 'Bevolkingsgroei: in Enschede steeg dit van −12 in 2021 naar 30 personen in 2022 (+42).',
    en: 'Population growth: in Enschede the figure rose from −12 in 2021 to 30 persons in 2022 (+42).',
  },
  {
    name: 'period codes that nobody knows',
    indicator: youthCare,
    lines: [enschede(['g1', 8, 'A', 'Golf 1'], ['g2', 9, 'A', 'Golf 2'])],
    nl: 'Jongeren met jeugdhulp: in Enschede steeg dit van 8,0 % (Golf 1) naar 9,0 % (Golf 2) (+1,0 procentpunt).',
    en: 'Young people with youth care: in Enschede the figure rose from 8.0% (Golf 1) to 9.0% (Golf 2) (+1.0 percentage points).',
  },
];

describe('summariseSeries', () => {
  for (const { name, nl, en, ...given } of cases) {
    for (const [lang, expected] of [['nl', nl] as const, ['en', en] as const]) {
      it(`tells ${name} (${lang})`, () => {
        const { lines, breaks = [] } = given;
        assert.equal(plain(summariseSeries({ indicator: given.indicator[lang], lines, breaks, lang })), expected);
      });
    }
  }
});

it('names no highest figure that reads the same as all others', () => {
  const rate = { ...youthCare.nl, decimals: 0 };
  const lines = [enschede(['2020', 4.1], ['2021', 4.4], ['2022', 4.1])];
  assert.equal(
    plain(summariseSeries({ indicator: rate, lines, breaks: [], lang: 'nl' })),
    'Jongeren met jeugdhulp: in Enschede was dit 4 % in 2022, gelijk aan 2020.',
  );
});

it('a language that does not count in its sentences says what the figures are of', async () => {
  await loadLanguage('de');
  const lines = [enschede(['2021', 2], ['2022', 4])];
  assert.match(summariseSeries({ indicator: inhabitants.nl, lines, breaks: [], lang: 'de' }), /2 .* 4 inwoners /);
});
