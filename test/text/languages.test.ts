import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePeriod } from '@peilglas/model';
import {
  compareWordsFor,
  formatAxisValue,
  formatDate,
  formatFigure,
  formatNumber,
  formatPeriod,
  formatShare,
  formatUnit,
  loadLanguage,
  wordsFor,
} from '@peilglas/text';
import { allTexts, languages, told } from './all-texts.ts';
import { plain } from './builders.ts';

await Promise.all(languages.map(loadLanguage));

const others = ['en', 'de', 'fy'] as const;
const dutch = told('nl');

/** What only one of two languages needs. */
const notEverywhere = /^(?:sentenceGrammar\.counting\.|grammar\.translateDate$)/;

/** Texts that are rightly the same as in Dutch. */
const sameAsDutch = {
  'only signs, or only what they are given':
    /^(?:words\.narrowed|chartWords\.tableCaption|trendWords\.margin|grammar\.(?:singular|named\.span\.0)|sentenceGrammar\.region)$/,
  'the same notation': /^grammar\.(?:groupSeparator|percent|euro)$/,
  'the same word in both languages': {
    en: /^(?:words\.errorCode|definitionWords\.contact|grammar\.at|sentenceGrammar\.in|trendWords\.index(?:Unit|Column)|yearbookWords\.figure)$/,
    de: /^(?:sentenceGrammar\.in|mapWords\.shapesSource)$/,
    fy: /^(?:compareWords\.(?:counted|(?:peer|allPeers)\.municipality)|pickerWords\.(?:regions\.municipality\.label|municipalities)|grammar\.(?:scales\.[12]|named\.quarter\.0)|sentenceGrammar\.(?:and|distances\.(?:quarter|day)\.1)|tableWords\.table|shareWords\.total|mapWords\.map)$/,
  },
};

/** Words that both have, or that are names: of keys, formats and techniques. */
const sharedWords = {
  en: 'en is in code later csv json stat svg png home end esc of let enter was contact element div iframe html cms scripts browser ctrl c cmd computer endpoint half week as site index pdf stop',
  de: 'de geladen als geheim die klein code thema in paar minuten ging csv excel json stat svg png hier andere home end esc alle enter kleine wie element div iframe beste html cms browser ctrl c cmd was computer endpoint links rechts lagen balken index grenzen laden pdf tabellen datum',
};

/** Dutch words that look like Frisian, or are often left in it by mistake. */
const notFrisian =
  /\b(?:het|een|van|naar|voor|niet|zijn|wordt|cijfers?|meer|dan|deze|uw|u|hebben|heeft|jaar|maand|bron|uitleg|geen|kiest|gaat|tot|hier|wie is|wijk|buurt|gebied|gebieden|periode|grafiek|ook|nu|nog|staan)\b/i;

function marksOf(text: string): string {
  return [...new Set(text.match(/«\d»/g))].sort().join('');
}

function wordsOf(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const all = [...texts.values()].join(' ').replaceAll(/«\d»/g, ' ').toLowerCase();
  return new Set(all.match(/\p{L}+/gu));
}

for (const lang of others) {
  const texts = told(lang);

  describe(`texts in another language (${lang})`, () => {
    it('are there for every key, none of them empty', () => {
      const keys = (of: ReadonlyMap<string, string>) => [...of.keys()].filter((key) => !notEverywhere.test(key)).sort();
      assert.deepEqual(keys(texts), keys(dutch));
      for (const [key, text] of texts) assert.ok(text.trim() !== '' || key === 'grammar.euro', key);
      for (const [key, text] of texts) {
        if (!/askBody|^grammar\.(?:euro|percent)/.test(key)) assert.equal(text, text.trim(), key);
      }
    });

    it('say everything that they are given, as Dutch does', () => {
      for (const [key, text] of texts) {
        if (dutch.has(key)) assert.equal(marksOf(text), marksOf(dutch.get(key) ?? ''), key);
      }
    });

    it('are the same as in Dutch only where there is a reason', () => {
      const reasons = Object.values(sameAsDutch).map((each) => (each instanceof RegExp ? each : each[lang]));
      for (const [key, text] of texts) {
        const mayBe = reasons.some((reason) => reason.test(key));
        assert.ok(text !== dutch.get(key) || mayBe, `${key} is Dutch: ${text}`);
      }
    });

    it('have no words of Dutch', () => {
      if (lang === 'fy') {
        for (const [key, text] of texts) assert.doesNotMatch(text, notFrisian, key);
        return;
      }
      const known = new Set(sharedWords[lang].split(' '));
      const words = wordsOf(dutch);
      assert.deepEqual(
        [...wordsOf(texts)].filter((word) => words.has(word) && !known.has(word)),
        [],
      );
    });
  });
}

it('the reader is addressed formally', () => {
  const familiar = {
    nl: /\b(?:je|jij|jou|jouw|jullie)\b/i,
    de: /\b(?:du|dein\w*|dir|dich)\b/i,
    fy: /\b(?:do|dyn|jimme)\b/i,
  };
  for (const lang of ['nl', 'de', 'fy'] as const) {
    for (const [key, text] of told(lang)) assert.doesNotMatch(text, familiar[lang], `${lang} ${key}`);
  }
});

describe('plurals', () => {
  const counts = [0, 1, 2, 3, 11, 21, 100, 101];
  const saying: readonly (readonly [string, (lang: (typeof languages)[number], count: number) => string])[] = [
    ['unknown parts', (lang, count) => allTexts[lang].shareWords.unknown(count)],
    ['unknown groups', (lang, count) => allTexts[lang].pyramidWords.unknown(count)],
    ['regions without a figure', (lang, count) => allTexts[lang].compareWords.noFigure(count, 'municipality')],
    ['percentage points', (lang, count) => `${count} ${allTexts[lang].grammar.points(String(count))}`],
    ['breaks', (lang, count) => `${count} ${allTexts[lang].trendWords.aboutBreaks(count)}`],
  ];
  for (const lang of languages) {
    it(`follow the rules of the language (${lang})`, () => {
      const rules = new Intl.PluralRules(lang);
      for (const [what, say] of saying) {
        const form = (count: number) => say(lang, count).replace(String(count), '#');
        for (const count of counts) {
          const isOne = form(count) === form(1) && form(1) !== form(2);
          const expected = form(1) !== form(2) && rules.select(count) === 'one';
          assert.equal(isOne, expected, `${what}: ${say(lang, count)}`);
        }
      }
    });
  }

  it('list things as the language does', () => {
    for (const lang of languages) {
      const said = `a ${allTexts[lang].sentenceGrammar.and} b`;
      assert.equal(said, new Intl.ListFormat(allTexts[lang].grammar.locale).format(['a', 'b']), lang);
    }
  });
});

describe('numbers and dates', () => {
  const rows = [
    ['161.738', '161,738', '161.738', '161.738', (lang: string) => formatNumber(161738, 0, lang)],
    ['−0,4', '−0.4', '−0,4', '−0,4', (lang: string) => formatNumber(-0.4, 1, lang)],
    ['12,3\u202f%', '12.3%', '12,3\u202f%', '12,3\u202f%', (lang: string) => formatShare(0.123, lang)],
    ...(
      [
        ['€', '€\u00a029.900', '€29,900', '29.900\u00a0€', '€\u00a029.900'],
        [
          '1.000 euro',
          '€\u00a029.900\u00a0duizend',
          '€29,900\u00a0thousand',
          '29.900\u00a0Tausend €',
          '€\u00a029.900\u00a0tûzen',
        ],
        [
          'mln euro',
          '€\u00a029.900\u00a0miljoen',
          '€29,900\u00a0million',
          '29.900\u00a0Mio. €',
          '€\u00a029.900\u00a0miljoen',
        ],
        ['euro per m2', '€\u00a029.900 per m²', '€29,900 per m²', '29.900 € per m²', '€\u00a029.900 per m²'],
      ] as const
    ).map(
      ([unit, nl, en, de, fy]) =>
        [nl, en, de, fy, (lang: string) => formatFigure(29900, { unit, decimals: 0 }, lang).text] as const,
    ),
    [
      '€\u00a0−5',
      '−€5',
      '−5\u00a0€',
      '€\u00a0−5',
      (lang: string) => formatFigure(-5, { unit: '€', decimals: 0 }, lang).text,
    ],
    ['1,2\u00a0mln', '1.2m', '1,2\u00a0Mio.', '1,2\u00a0mln', (lang: string) => formatAxisValue(1.2e6, lang)],
    ['2\u00a0mld', '2bn', '2\u00a0Mrd.', '2\u00a0mld', (lang: string) => formatAxisValue(2e9, lang)],
    [
      'duizend euro',
      'thousand euro',
      'Tausend €',
      'tûzen euro',
      (lang: string) => formatUnit({ unit: 'x 1 000 euro' }, lang),
    ],
    [
      '12\u00a0mei 2025',
      '12\u00a0May 2025',
      '12.\u00a0Mai 2025',
      '12\u00a0maaie 2025',
      (lang: string) => formatDate('2025-05-12', lang),
    ],
    ['juni 2026', 'June 2026', 'Juni 2026', 'juny 2026', (lang: string) => formatDate('2026-06', lang)],
    ...(
      [
        ['2023HJ01', '1e helft 2023', 'first half of 2023', '1. Halbjahr 2023', '1e helte 2023'],
        ['2023KW03', '3e kwartaal 2023', 'third quarter of 2023', '3. Quartal 2023', '3e kwartaal 2023'],
        ['2023-W05', 'week 5 van 2023', 'week 5 of 2023', '5. Kalenderwoche 2023', 'wike 5 fan 2023'],
        ['2022SJ00', 'schooljaar 2022/2023', 'school year 2022/2023', 'Schuljahr 2022/2023', 'skoaljier 2022/2023'],
      ] as const
    ).map(
      ([code, nl, en, de, fy]) =>
        [nl, en, de, fy, (lang: string) => formatPeriod(parsePeriod(code) ?? assert.fail(code), lang)] as const,
    ),
  ] as const;
  for (const [nl, en, de, fy, write] of rows) {
    it(`are written as ${plain(nl)}, ${plain(en)}, ${plain(de)}, ${plain(fy)}`, () => {
      assert.deepEqual(languages.map(write), [nl, en, de, fy]);
    });
  }

  it('have the Frisian months of the Unicode CLDR, without capitals', () => {
    const months = new Intl.DateTimeFormat('fy', { month: 'long', timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const iso = `2023-${String(month + 1).padStart(2, '0')}`;
      const expected = months.format(new Date(Date.UTC(2023, month))).toLowerCase();
      assert.equal(formatDate(iso, 'fy'), `${expected} 2023`);
    }
  });

  it('rank by a place', () => {
    const ranked = languages.map((lang) => compareWordsFor(lang).ranked(3, 14, true));
    assert.deepEqual(ranked, [
      'gedeelde plaats 3 van 14',
      'joint rank 3 of 14',
      'geteilter Platz 3 von 14',
      'dield plak 3 fan 14',
    ]);
  });
});

it('a region tag is its language, and an unknown language is Dutch', async () => {
  for (const lang of ['xx', 'toString', 'deutsch', 'nds']) await loadLanguage(lang);
  const shown = ['de-AT', 'DE_ch', 'fy-NL', 'nl-BE', 'en-US', 'nds', 'deutsch', 'toString', ''].map(
    (lang) => wordsFor(lang).language,
  );
  assert.deepEqual(shown, ['de', 'de', 'fy', 'nl', 'en', 'nl', 'nl', 'nl', 'nl']);
});
