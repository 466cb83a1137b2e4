/** Sentences in each language side by side, about figures of Statistics Netherlands as the demo tables have them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Indicator } from '@peilglas/model';
import {
  describeChange,
  describePoint,
  describeTarget,
  loadLanguage,
  summariseComparison,
  summariseFigure,
  summarisePyramid,
  summariseSeries,
  summariseShares,
} from '@peilglas/text';
import { languages, type Lang } from './all-texts.ts';
import { breakAt, indicator, inhabitants, line, plain, point, salePrice } from './builders.ts';

await Promise.all(languages.map(loadLanguage));

/** Tables speak Dutch and English: elsewhere their words are Dutch. */
const of = (measured: Readonly<Record<'nl' | 'en', Indicator>>, lang: Lang): Indicator =>
  measured[lang === 'en' ? 'en' : 'nl'];

const health = indicator('Ervaren gezondheid', '%', { decimals: 1, goodDirection: 'up' });

const cases: Readonly<Record<string, readonly [say: (lang: Lang) => string | null, Readonly<Record<Lang, string>>]>> = {
  'a figure and its change': [
    (lang) =>
      summariseFigure({
        region: 'Enschede',
        indicator: of(inhabitants, lang),
        point: point('2023', 161235),
        previous: point('2022', 160640),
        breaks: [],
        lang,
      }),
    {
      nl: 'Enschede telde 161.235 inwoners op 1 januari 2023, 595 meer dan een jaar eerder (+0,4 %).',
      en: 'Enschede had 161,235 inhabitants on 1 January 2023, 595 more than a year earlier (+0.4%).',
      de: 'Inwoners: In Enschede lag der Wert am 1. Januar 2023 bei 161.235 inwoners, 595 mehr als ein Jahr zuvor (+0,4 %).',
      fy: 'Inwoners: yn Enschede wiene dit 161.235 inwoners op 1 jannewaris 2023, 595 mear as in jier earder (+0,4 %).',
    },
  ],
  'a development, with another place': [
    (lang) =>
      summariseSeries({
        indicator: of(salePrice, lang),
        lines: [
          line('Enschede', true, point('2022', 331510), point('2023', 330955), point('2024', 345393, 'P')),
          line('Hengelo', false, point('2024', null, 'C')),
          line('Nederland', false, point('2024', 450985)),
        ],
        breaks: [],
        lang,
      }),
    {
      nl: 'Gemiddelde verkoopprijs: in Enschede steeg dit van € 331.510 in 2022 naar € 345.393 (voorlopig) in 2024 (+4,2 %); ter vergelijking: Hengelo (geheim) en Nederland € 450.985.',
      en: 'Average sale price: in Enschede the figure rose from €331,510 in 2022 to €345,393 (provisional) in 2024 (+4.2%); for comparison: Hengelo (confidential) and Nederland €450,985.',
      de: 'Gemiddelde verkoopprijs: In Enschede stieg der Wert von 331.510 € im Jahr 2022 auf 345.393 € (vorläufig) im Jahr 2024 (+4,2 %); zum Vergleich: Hengelo (geheim) und Nederland 450.985 €.',
      fy: 'Gemiddelde verkoopprijs: yn Enschede gie dit omheech fan € 331.510 yn 2022 nei € 345.393 (foarlopich) yn 2024 (+4,2 %); ta ferliking: Hengelo (geheim) en Nederland € 450.985.',
    },
  ],
  'a series with a break and without its start': [
    (lang) =>
      summariseSeries({
        indicator: of(salePrice, lang),
        lines: [
          line(
            'Enschede',
            true,
            point('2022KW01', null, 'O'),
            point('2022KW02', 330000),
            point('2023KW01', 340000),
            point('2023KW04', 340000),
          ),
        ],
        breaks: [breakAt('2023KW01')],
        lang,
      }),
    {
      nl: 'Gemiddelde verkoopprijs: in Enschede was dit € 340.000 in het 4e kwartaal van 2023, gelijk aan het 1e kwartaal van 2023; cijfers zijn pas te vergelijken vanaf het 1e kwartaal van 2023.',
      en: 'Average sale price: in Enschede the figure was €340,000 in the fourth quarter of 2023, the same as in the first quarter of 2023; figures can only be compared from the first quarter of 2023.',
      de: 'Gemiddelde verkoopprijs: In Enschede lag der Wert im 4. Quartal 2023 bei 340.000 €, gleich hoch wie im 1. Quartal 2023; die Werte sind erst ab 1. Quartal 2023 vergleichbar.',
      fy: 'Gemiddelde verkoopprijs: yn Enschede wie dit € 340.000 yn it 4e kwartaal fan 2023, gelyk oan it 1e kwartaal fan 2023; sifers binne pas te fergelykjen fan it 1e kwartaal fan 2023 ôf.',
    },
  ],
  'nothing but a reason': [
    (lang) =>
      summariseFigure({
        region: 'Losser',
        indicator: health,
        point: point('2023HJ01', null, 'C'),
        breaks: [],
        lang,
      }),
    {
      nl: 'Ervaren gezondheid: het cijfer voor Losser in de 1e helft van 2023 is geheim: te kleine aantallen.',
      en: 'Ervaren gezondheid: the figure for Losser in the first half of 2023 is confidential: numbers too small.',
      de: 'Ervaren gezondheid: Der Wert für Losser im 1. Halbjahr 2023 ist geheim: Anzahl zu klein.',
      fy: 'Ervaren gezondheid: it sifer foar Losser yn de 1e helte fan 2023 is geheim: te lytse oantallen.',
    },
  ],
  'a rank among municipalities': [
    (lang) =>
      summariseComparison({
        indicator: of(inhabitants, lang),
        figures: [
          ['Enschede', 161235, 158048],
          ['Hengelo', 82311, 80957],
          ['Tubbergen', 21408, 21204],
          ['Losser', null, null],
        ].map(([label, now, then]) => ({
          label: String(label),
          own: label === 'Hengelo',
          point: point('2023', typeof now === 'number' ? now : null, now === null ? 'O' : 'A'),
          before: label === 'Losser' ? null : point('2012', Number(then)),
        })),
        kind: 'municipality',
        average: null,
        lang,
      }),
    {
      nl: 'Hengelo telde 82.311 inwoners op 1 januari 2023; dat is plaats 2 van de 3 gemeenten met een cijfer, van hoog naar laag; op 1 januari 2012 was dit 80.957 (plaats 2 van 3); het hoogste cijfer heeft Enschede (161.235) en het laagste Tubbergen (21.408); 1 gemeente heeft geen cijfer.',
      en: 'Hengelo had 82,311 inhabitants on 1 January 2023; that is rank 2 of the 3 municipalities with a figure, from high to low; on 1 January 2012 the figure was 80,957 (rank 2 of 3); the highest figure is that of Enschede (161,235) and the lowest is that of Tubbergen (21,408); 1 municipality has no figure.',
      de: 'Inwoners: In Hengelo lag der Wert am 1. Januar 2023 bei 82.311 inwoners; das ist Platz 2 von 3 Gemeinden mit einem Wert, von hoch nach niedrig; am 1. Januar 2012 lag der Wert bei 80.957 (Platz 2 von 3); den höchsten Wert hat Enschede (161.235) und den niedrigsten Tubbergen (21.408); 1 Gemeinde hat keinen Wert.',
      fy: 'Inwoners: yn Hengelo wiene dit 82.311 inwoners op 1 jannewaris 2023; dat is plak 2 fan de 3 gemeenten mei in sifer, fan heech nei leech; op 1 jannewaris 2012 wie dit 80.957 (plak 2 fan 3); it heechste sifer hat Enschede (161.235) en it leechste Tubbergen (21.408); 1 gemeente hat gjin sifer.',
    },
  ],
  'parts of a whole': [
    (lang) =>
      summariseShares({
        indicator: of(inhabitants, lang),
        parts: ['eenpersoons', 'zonder kinderen', 'met kinderen', 'overig'],
        wholes: [{ place: 'Enschede', point: point('2023', 1), shares: [0.43, 0.26, 0.3, null], unknown: 1 }],
        lang,
      }),
    {
      nl: 'Inwoners in Enschede op 1 januari 2023: het grootste deel is eenpersoons (43,0 %); daarna komt met kinderen (30,0 %); 1 deel heeft geen cijfer.',
      en: 'Inhabitants in Enschede on 1 January 2023: the largest part is eenpersoons (43.0%); next comes met kinderen (30.0%); 1 part has no figure.',
      de: 'Inwoners in Enschede am 1. Januar 2023: der größte Teil ist eenpersoons (43,0 %); danach kommt met kinderen (30,0 %); 1 Teil hat keinen Wert.',
      fy: 'Inwoners yn Enschede op 1 jannewaris 2023: it grutste diel is eenpersoons (43,0 %); dêrnei komt met kinderen (30,0 %); 1 diel hat gjin sifer.',
    },
  ],
  'age by sex': [
    (lang) =>
      summarisePyramid({
        indicator: of(inhabitants, lang),
        measured: { unit: '', decimals: 0 },
        groups: ['20 tot 25 jaar', '25 tot 30 jaar'],
        populations: [
          {
            place: 'Enschede',
            point: point('2023', 1),
            sides: [
              {
                label: 'Mannen',
                observations: [point('2023', 8046), point('2023', 7000)].map((each) => each.observation),
              },
              {
                label: 'Vrouwen',
                observations: [point('2023', 6901), point('2023', 6000)].map((each) => each.observation),
              },
            ],
          },
        ],
        lang,
      }),
    {
      nl: 'Inwoners in Enschede op 1 januari 2023: de grootste groep is bij mannen 20 tot 25 jaar (8.046) en bij vrouwen 20 tot 25 jaar (6.901).',
      en: 'Inhabitants in Enschede on 1 January 2023: the largest group is 20 tot 25 jaar among mannen (8,046) and 20 tot 25 jaar among vrouwen (6,901).',
      de: 'Inwoners in Enschede am 1. Januar 2023: die größten Gruppen sind Mannen, 20 tot 25 jaar (8.046) und Vrouwen, 20 tot 25 jaar (6.901).',
      fy: 'Inwoners yn Enschede op 1 jannewaris 2023: de grutste groep is by mannen 20 tot 25 jaar (8.046) en by vrouwen 20 tot 25 jaar (6.901).',
    },
  ],
  'a change of percentages': [
    (lang) =>
      describeChange({ from: point('2020', 79.1), to: point('2024', 78.1), indicator: health, breaks: [], lang }),
    {
      nl: '1,0 procentpunt minder dan in 2020',
      en: '1.0 percentage points less than in 2020',
      de: '1,0 Prozentpunkte weniger als im Jahr 2020',
      fy: '1,0 persintpunt minder as yn 2020',
    },
  ],
  'no change across a break': [
    (lang) =>
      describeChange({
        from: point('2020', 79.1),
        to: point('2024', 78.1),
        indicator: health,
        breaks: [breakAt('2022')],
        lang,
      }),
    {
      nl: 'niet te vergelijken met 2020: trendbreuk in 2022',
      en: 'cannot be compared with 2020: break in series in 2022',
      de: 'nicht vergleichbar mit 2020: Bruch in der Zeitreihe im Jahr 2022',
      fy: 'net te fergelykjen mei 2020: trendbrek yn 2022',
    },
  ],
  'a point as it is spoken': [
    (lang) => describePoint('Enschede', point('2023MM05', 161234, 'P'), of(inhabitants, lang), lang),
    {
      nl: 'Enschede, mei 2023: 161.234 inwoners, voorlopig',
      en: 'Enschede, May 2023: 161,234 inhabitants, provisional',
      de: 'Enschede, Mai 2023: 161.234 inwoners, vorläufig',
      fy: 'Enschede, maaie 2023: 161.234 inwoners, foarlopich',
    },
  ],
  'the way to a target': [
    (lang) => describeTarget({ value: 80, year: '2030' }, point('2024', 78.1).observation, health, lang),
    {
      nl: 'Doel 80,0 % in 2030: nog 1,9 procentpunt te gaan',
      en: 'Target 80.0% in 2030: 1.9 percentage points to go',
      de: 'Ziel 80,0 % im Jahr 2030: noch 1,9 Prozentpunkte bis zum Ziel',
      fy: 'Doel 80,0 % yn 2030: noch 1,9 persintpunt te gean',
    },
  ],
};

describe('the same in four languages', () => {
  for (const [name, [say, expected]] of Object.entries(cases)) {
    it(name, () => {
      for (const lang of languages) assert.equal(plain(say(lang)), expected[lang]);
    });
  }
});
