import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Indicator, Point, SeriesBreak } from '@peilglas/model';
import { describeChange, describePoint, summariseFigure, loadLanguage } from '@peilglas/text';
import {
  birthRate,
  births,
  breakAt,
  growth,
  indicator,
  inhabitants,
  plain,
  point,
  salePrice,
  youthCare,
} from './builders.ts';

await loadLanguage('en');

interface Case {
  readonly name: string;
  readonly indicator: Readonly<Record<'nl' | 'en', Indicator>>;
  readonly point: Point;
  readonly previous?: Point;
  readonly breaks?: readonly SeriesBreak[];
  readonly region?: string;
  readonly nl: string;
  readonly en: string;
}

const same = (one: Indicator) => ({ nl: one, en: one });

const cases: readonly Case[] = [
  {
    name: 'a stock of things on its reference date',
    indicator: inhabitants,
    point: point('2023', 161235),
    previous: point('2022', 160640),
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023, 595 meer dan een jaar eerder (+0,4 %).',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023, 595 more than a year earlier (+0.4%).',
  },
  {
    name: 'a count whose label says that it is one',
    indicator: {
      nl: indicator('Aantal huishoudens', 'aantal', { decimals: 0, measuringType: 'stock' }),
      en: indicator('Number of households', 'number', { decimals: 0, measuringType: 'stock' }),
    },
    point: point('2023', 80123),
    nl: 'Enschede telde 80.123 huishoudens in 2023.',
    en: 'Enschede had 80,123 households in 2023.',
  },
  {
    name: 'a group of the things that the unit names',
    indicator: {
      nl: indicator('Mannen', 'inwoners', { decimals: 0, measuringType: 'stock' }),
      en: indicator('Men', 'inhabitants', { decimals: 0, measuringType: 'stock' }),
    },
    point: point('2023', 80123),
    nl: 'Mannen: in Enschede waren dit 80.123 inwoners in 2023.',
    en: 'Men: in Enschede the figure was 80,123 inhabitants in 2023.',
  },
  {
    name: 'one of them',
    indicator: inhabitants,
    point: point('2023', 1),
    previous: point('2022', 2),
    nl: 'Enschede telde 1 inwoner op 1 januari 2023, 1 minder dan een jaar eerder (−50,0 %).',
    en: 'Enschede had 1 inhabitant on 1 January 2023, 1 less than a year earlier (−50.0%).',
  },
  {
    name: 'the country, with its article in English',
    indicator: inhabitants,
    region: 'Netherlands',
    point: point('2023', 17811291),
    nl: 'Netherlands telde 17.811.291 inwoners op 1 januari 2023.',
    en: 'The Netherlands had 17,811,291 inhabitants on 1 January 2023.',
  },
  {
    name: 'a table without regions',
    indicator: inhabitants,
    region: '',
    point: point('2023', 5),
    nl: 'Inwoners: dit waren 5 inwoners op 1 januari 2023.',
    en: 'Inhabitants: the figure was 5 inhabitants on 1 January 2023.',
  },
  {
    name: 'a percentage, half a year apart',
    indicator: youthCare,
    point: point('2023-H1', 12.3),
    previous: point('2022-H2', 11.9),
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,3 % in de 1e helft van 2023, 0,4 procentpunt meer dan een half jaar eerder.',
    en: 'Young people with youth care: in Enschede the figure was 12.3% in the first half of 2023, 0.4 percentage points more than half a year earlier.',
  },
  {
    name: 'no change',
    indicator: youthCare,
    point: point('2023-H1', 12.3),
    previous: point('2022-H1', 12.3),
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,3 % in de 1e helft van 2023, gelijk aan een jaar eerder.',
    en: 'Young people with youth care: in Enschede the figure was 12.3% in the first half of 2023, the same as a year earlier.',
  },
  {
    name: 'a change that the decimals do not show',
    indicator: youthCare,
    point: point('2023', 12.34),
    previous: point('2022', 12.26),
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,3 % in 2023, gelijk aan een jaar eerder.',
    en: 'Young people with youth care: in Enschede the figure was 12.3% in 2023, the same as a year earlier.',
  },
  {
    name: 'money, some years apart',
    indicator: salePrice,
    point: point('2023', 320000),
    previous: point('2018', 220000),
    nl: 'Gemiddelde verkoopprijs: in Enschede was dit € 320.000 in 2023, € 100.000 meer dan 5 jaar eerder (+45,5 %).',
    en: 'Average sale price: in Enschede the figure was €320,000 in 2023, €100,000 more than 5 years earlier (+45.5%).',
  },
  {
    name: 'money in thousands',
    indicator: {
      nl: indicator('Gemiddeld inkomen', 'x 1.000 euro', { decimals: 1, measuringType: 'average' }),
      en: indicator('Average income', 'x 1,000 euro', { decimals: 1, measuringType: 'average' }),
    },
    point: point('2023', 29.9),
    previous: point('2022', 31.1),
    nl: 'Gemiddeld inkomen: in Enschede was dit € 29,9 duizend in 2023, € 1,2 duizend minder dan een jaar eerder (−3,9 %).',
    en: 'Average income: in Enschede the figure was €29.9 thousand in 2023, €1.2 thousand less than a year earlier (−3.9%).',
  },
  {
    name: 'a flow',
    indicator: births,
    point: point('2023', 1500),
    previous: point('2022', 1600),
    nl: 'Geboorten: in Enschede waren dit 1.500 kinderen in 2023, 100 minder dan een jaar eerder (−6,3 %).',
    en: 'Births: in Enschede the figure was 1,500 children in 2023, 100 less than a year earlier (−6.3%).',
  },
  {
    name: 'a rate whose label names its base',
    indicator: birthRate,
    point: point('2023', 9.2),
    previous: point('2022', 9.4),
    nl: 'Geboorten per 1.000 inwoners: in Enschede was dit 9,2 in 2023, 0,2 minder dan een jaar eerder (−2,1 %).',
    en: 'Births per 1,000 inhabitants: in Enschede the figure was 9.2 in 2023, 0.2 less than a year earlier (−2.1%).',
  },
  {
    name: 'a quantity with a symbol',
    indicator: {
      nl: indicator('Aardgas per woning', 'm³', { decimals: 0, measuringType: 'average' }),
      en: indicator('Natural gas per home', 'm³', { decimals: 0, measuringType: 'average' }),
    },
    point: point('2023KW02', 100),
    previous: point('2023KW01', 400),
    nl: 'Aardgas per woning: in Enschede was dit 100 m³ in het 2e kwartaal van 2023, 300 m³ minder dan een kwartaal eerder (−75,0 %).',
    en: 'Natural gas per home: in Enschede the figure was 100 m³ in the second quarter of 2023, 300 m³ less than a quarter earlier (−75.0%).',
  },
  {
    name: 'zero, from something',
    indicator: inhabitants,
    point: point('2023', 0),
    previous: point('2022', 5),
    nl: 'Enschede telde 0 inwoners op 1 januari 2023, 5 minder dan een jaar eerder (−100 %).',
    en: 'Enschede had 0 inhabitants on 1 January 2023, 5 less than a year earlier (−100%).',
  },
  {
    name: 'something, from zero',
    indicator: births,
    point: point('2023', 5),
    previous: point('2022', 0),
    nl: 'Geboorten: in Enschede waren dit 5 kinderen in 2023, 5 meer dan een jaar eerder.',
    en: 'Births: in Enschede the figure was 5 children in 2023, 5 more than a year earlier.',
  },
  {
    name: 'below zero',
    indicator: growth,
    point: point('2023', -12),
    previous: point('2022', -5),
    nl: 'Bevolkingsgroei: in Enschede waren dit −12 personen in 2023, 7 minder dan een jaar eerder.',
    en: 'Population growth: in Enschede the figure was −12 persons in 2023, 7 less than a year earlier.',
  },
  {
    name: 'a provisional figure',
    indicator: inhabitants,
    point: point('2023', 161235, 'P'),
    previous: point('2022', 160640),
    nl: 'Enschede telde 161.235 inwoners (voorlopig) op 1 januari 2023, 595 meer dan een jaar eerder (+0,4 %).',
    en: 'Enschede had 161,235 inhabitants (provisional) on 1 January 2023, 595 more than a year earlier (+0.4%).',
  },
  {
    name: 'a confidential figure',
    indicator: inhabitants,
    point: point('2023', null, 'C'),
    previous: point('2022', 160640),
    nl: 'Inwoners: het cijfer voor Enschede op 1 januari 2023 is geheim: te kleine aantallen.',
    en: 'Inhabitants: the figure for Enschede on 1 January 2023 is confidential: numbers too small.',
  },
  {
    name: 'a figure that is still to come',
    indicator: youthCare,
    point: point('2023-H1', null, 'N'),
    nl: 'Jongeren met jeugdhulp: het cijfer voor Enschede in de 1e helft van 2023 is nog niet gepubliceerd.',
    en: 'Young people with youth care: the figure for Enschede in the first half of 2023 is not yet published.',
  },
  {
    name: 'an earlier figure that is missing',
    indicator: inhabitants,
    point: point('2023', 161235),
    previous: point('2022', null, 'C'),
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023.',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023.',
  },
  {
    name: 'a break that the publisher announces',
    indicator: youthCare,
    point: point('2021-H2', 12),
    previous: point('2020-H2', 11),
    breaks: [breakAt('2021-H1')],
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,0 % in de 2e helft van 2021; cijfers zijn pas te vergelijken vanaf de 1e helft van 2021.',
    en: 'Young people with youth care: in Enschede the figure was 12.0% in the second half of 2021; figures can only be compared from the first half of 2021.',
  },
  {
    name: 'a break at the figure itself',
    indicator: inhabitants,
    point: point('2023', 161235, 'B'),
    previous: point('2022', 160640),
    nl: 'Enschede telde 161.235 inwoners op 1 januari 2023; cijfers zijn pas te vergelijken vanaf 2023.',
    en: 'Enschede had 161,235 inhabitants on 1 January 2023; figures can only be compared from 2023.',
  },
  {
    name: 'periods without a plain distance',
    indicator: youthCare,
    point: point('2023-H2', 12),
    previous: point('2022-H1', 11),
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,0 % in de 2e helft van 2023, 1,0 procentpunt meer dan in de 1e helft van 2022.',
    en: 'Young people with youth care: in Enschede the figure was 12.0% in the second half of 2023, 1.0 percentage points more than in the first half of 2022.',
  },
  {
    name: 'period codes that nobody knows',
    indicator: youthCare,
    point: point('g2', 12, 'A', 'Golf 2'),
    previous: point('g1', 11, 'A', 'Golf 1'),
    nl: 'Jongeren met jeugdhulp: in Enschede was dit 12,0 % (Golf 2), 1,0 procentpunt meer dan eerder (Golf 1).',
    en: 'Young people with youth care: in Enschede the figure was 12.0% (Golf 2), 1.0 percentage points more than before (Golf 1).',
  },
  {
    name: 'an untidy reference date and untidy labels of periods',
    indicator: same(indicator('Inwoners', '', { decimals: 0, referencePeriod: ' 1 januari ' })),
    point: point('2023', 5),
    previous: point('g1', 4, 'A', 'Golf  1\n'),
    nl: 'Inwoners: in Enschede was dit 5 op 1 januari 2023, 1 meer dan eerder (Golf 1) (+25,0 %).',
    en: 'Inwoners: in Enschede the figure was 5 on 1 January 2023, 1 more than before (Golf 1) (+25.0%).',
  },
  {
    name: 'an untidy label without unit',
    indicator: same(indicator('  Aandeel  inwoners\nmet (zeer) veel zorgen: ', '', { decimals: null })),
    point: point('2022SJ00', 3.456),
    previous: point('2019SJ00', 3.4),
    nl: 'Aandeel inwoners met (zeer) veel zorgen: in Enschede was dit 3,46 in het schooljaar 2022/2023, 0,06 meer dan 3 schooljaren eerder (+1,8 %).',
    en: 'Aandeel inwoners met (zeer) veel zorgen: in Enschede the figure was 3.46 in the school year 2022/2023, 0.06 more than 3 school years earlier (+1.8%).',
  },
];

describe('summariseFigure', () => {
  for (const { name, nl, en, ...given } of cases) {
    for (const [lang, expected] of [['nl', nl] as const, ['en', en] as const]) {
      it(`tells ${name} (${lang})`, () => {
        const { point, previous, breaks = [], region = 'Enschede' } = given;
        const question = { region, indicator: given.indicator[lang], point, previous, breaks, lang };
        assert.equal(plain(summariseFigure(question)), expected);
      });
    }
  }
});

describe('a sentence that counts', () => {
  const said = (label: string, unit: string, given: Partial<Indicator> = {}, value = 80123) =>
    plain(
      summariseFigure({
        region: 'Enschede',
        indicator: indicator(label, unit, { decimals: 0, ...given }),
        point: point('2023', value),
        breaks: [],
        lang: 'nl',
      }),
    );

  it('is made where label and unit name the same things, or the label says that it counts', () => {
    assert.equal(said('Inwoners', 'aantal inwoners'), 'Enschede telde 80.123 inwoners in 2023.');
    assert.equal(said('Inwoners', 'inwoners', { decimals: null }), 'Enschede telde 80.123 inwoners in 2023.');
    assert.equal(said('Aantal woningen', ''), 'Enschede telde 80.123 woningen in 2023.');
  });

  it('is not made of averages and of figures with decimals', () => {
    assert.equal(
      said('Kinderen', 'kinderen', { measuringType: 'average' }, 2),
      'Kinderen: in Enschede was dit 2 kinderen in 2023.',
    );
    assert.equal(
      said('Kinderen', 'kinderen', { decimals: 1 }, 2),
      'Kinderen: in Enschede waren dit 2,0 kinderen in 2023.',
    );
  });

  it('is not made of what is no number of things, or of no known period', () => {
    assert.equal(
      said('Inwoners', 'inwoners', { decimals: null }, 2.5),
      'Inwoners: in Enschede waren dit 2,5 inwoners in 2023.',
    );
    assert.equal(said('Inwoners', 'inwoners', {}, -5), 'Inwoners: in Enschede waren dit −5 inwoners in 2023.');
    const unknown = { region: 'Enschede', indicator: indicator('Inwoners', 'inwoners'), breaks: [], lang: 'nl' };
    assert.equal(
      summariseFigure({ ...unknown, point: point('g1', 5, 'A', 'Golf 1') }),
      'Inwoners: in Enschede waren dit 5 inwoners (Golf 1).',
    );
  });

  it('speaks of one in the singular', () => {
    assert.equal(said('Mannen', 'inwoners', {}, 1), 'Mannen: in Enschede was dit 1 inwoner in 2023.');
  });

  it('has a verb in the plural for things alone', () => {
    for (const unit of ['rapportcijfer', 'score', 'procentpunt', 'index, 2015 = 100']) {
      assert.match(String(said('Oordeel', unit, { decimals: 1 }, 7)), /: in Enschede was dit 7,0 /);
    }
    for (const unit of ['werkzame personen', 'jongeren met jeugdzorg', 'hectares']) {
      assert.match(String(said('Oordeel', unit, { decimals: 1 }, 7)), /: in Enschede waren dit 7,0 /);
    }
  });

  it('is not made where the figure would seem to be of another group', () => {
    assert.equal(said('Mannen', 'aantal'), 'Mannen: in Enschede was dit 80.123 in 2023.');
    assert.equal(said('Aantal mannen', 'inwoners'), 'Aantal mannen: in Enschede waren dit 80.123 inwoners in 2023.');
    assert.equal(said('Aantal 65-plussers', 'aantal'), 'Aantal 65-plussers: in Enschede was dit 80.123 in 2023.');
    assert.equal(
      said('Aantal huishoudens met kinderen', 'aantal'),
      'Aantal huishoudens met kinderen: in Enschede was dit 80.123 in 2023.',
    );
  });

  it('leaves its unit out only when the label has said the rate', () => {
    assert.equal(
      said('Geboortecijfer', 'per 1 000 inwoners', {}, 9),
      'Geboortecijfer: in Enschede was dit 9 per 1.000 inwoners in 2023.',
    );
    assert.equal(
      said('Geboren kinderen', 'kinderen', {}, 9),
      'Geboren kinderen: in Enschede waren dit 9 kinderen in 2023.',
    );
  });
});

describe('describeChange', () => {
  const change = (from: Point, to: Point, of: Indicator, breaks: readonly SeriesBreak[] = [], lang = 'nl') =>
    plain(describeChange({ from, to, indicator: of, breaks, lang }));

  it('names the earlier period', () => {
    const [from, to] = [point('2022', 160640), point('2023', 161235)];
    assert.equal(change(from, to, inhabitants.nl), '595 meer dan in 2022 (+0,4 %)');
    assert.equal(change(from, to, inhabitants.en, [], 'en'), '595 more than in 2022 (+0.4%)');
    assert.equal(change(to, to, inhabitants.nl), 'gelijk aan 2023');
    assert.equal(change(to, to, inhabitants.en, [], 'en'), 'the same as in 2023');
    assert.equal(change(point('2022', 12.7), point('2023', 12.3), youthCare.nl), '0,4 procentpunt minder dan in 2022');
    assert.equal(change(point('2022', 2), point('2023', 1.2), birthRate.nl), '0,8 minder dan in 2022 (−40,0 %)');
  });

  it('does not compare across a break', () => {
    const [from, to] = [point('2020', 10), point('2022', 12)];
    assert.equal(change(from, to, youthCare.nl, [breakAt('2021')]), 'niet te vergelijken met 2020: trendbreuk in 2021');
    assert.equal(
      change(from, to, youthCare.en, [breakAt('2021')], 'en'),
      'cannot be compared with 2020: break in series in 2021',
    );
    assert.equal(
      change(from, to, youthCare.nl, [breakAt('2020')]),
      '2,0 procentpunt meer dan in 2020',
      'a break at the earlier figure lies before both',
    );
    assert.equal(
      change(from, to, youthCare.nl, [{ ...breakAt('2021'), indicators: ['another'] }]),
      '2,0 procentpunt meer dan in 2020',
    );
  });

  it('names the last of several breaks, in whatever order they are announced', () => {
    const [from, to] = [point('2019', 10), point('2023', 12)];
    for (const years of [
      ['2020', '2022'],
      ['2022', '2020'],
    ]) {
      const said = change(from, to, youthCare.nl, years.map(breakAt));
      assert.equal(said, 'niet te vergelijken met 2019: trendbreuk in 2022');
    }
  });

  it('gives no growth in percent of a percentage, however its unit is written', () => {
    for (const unit of ['%', 'procent', '% van de jongeren']) {
      const said = change(point('2022', 8), point('2023', 12), { ...youthCare.nl, unit });
      assert.equal(said, '4,0 procentpunt meer dan in 2022');
    }
  });

  it('has nothing to say without both figures, across a break neither', () => {
    for (const breaks of [[], [breakAt('2023')]]) {
      assert.equal(change(point('2022', null, 'C'), point('2023', 1), youthCare.nl, breaks), null);
      assert.equal(change(point('2022', 1), point('2023', null, 'O'), youthCare.nl, breaks), null);
    }
  });
});

it('describePoint says place, period, figure and status', () => {
  const spoken = describePoint('Enschede', point('2023', 161738, 'P'), inhabitants.nl, 'nl');
  assert.equal(spoken, 'Enschede, 2023: 161.738 inwoners, voorlopig');
  assert.equal(
    describePoint('Losser', point('2023-H1', null, 'C'), youthCare.en, 'en'),
    'Losser, first half of 2023: confidential: numbers too small',
  );
  for (const nameless of ['', ' '])
    assert.equal(describePoint(nameless, point('2023', 5), inhabitants.nl, 'nl'), '2023: 5 inwoners');
});
