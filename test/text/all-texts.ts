/** Everything that is written in each language, as it was built: the package gives it out piece by piece. */
import type { LanguageTexts } from '../../packages/text/dist/language-texts.js';
import { adoptNl } from '../../packages/text/dist/adopt-nl.js';
import { chartNl } from '../../packages/text/dist/chart-nl.js';
import { compareNl } from '../../packages/text/dist/compare-nl.js';
import { definitionNl } from '../../packages/text/dist/definition-nl.js';
import { embedNl } from '../../packages/text/dist/embed-nl.js';
import { texts as en } from '../../packages/text/dist/english.js';
import { texts as fy } from '../../packages/text/dist/frisian.js';
import { texts as de } from '../../packages/text/dist/german.js';
import { grammarNl } from '../../packages/text/dist/grammar-nl.js';
import { mapNl } from '../../packages/text/dist/map-nl.js';
import { nl as words } from '../../packages/text/dist/nl.js';
import { pickerNl } from '../../packages/text/dist/picker-nl.js';
import { pyramidNl } from '../../packages/text/dist/pyramid-nl.js';
import { sentenceGrammarNl } from '../../packages/text/dist/sentence-grammar-nl.js';
import { sessionNl } from '../../packages/text/dist/session-nl.js';
import { shareNl } from '../../packages/text/dist/share-nl.js';
import { tableNl } from '../../packages/text/dist/table-nl.js';
import { targetNl } from '../../packages/text/dist/target-nl.js';
import { trendNl } from '../../packages/text/dist/trend-nl.js';
import { yearbookNl } from '../../packages/text/dist/yearbook-nl.js';

const nl: LanguageTexts = {
  words,
  adoptWords: adoptNl,
  chartWords: chartNl,
  compareWords: compareNl,
  definitionWords: definitionNl,
  embedWords: embedNl,
  pickerWords: pickerNl,
  grammar: grammarNl,
  pyramidWords: pyramidNl,
  sentenceGrammar: sentenceGrammarNl,
  sessionWords: sessionNl,
  tableWords: tableNl,
  shareWords: shareNl,
  targetWords: targetNl,
  trendWords: trendNl,
  mapWords: mapNl,
  yearbookWords: yearbookNl,
};

export const allTexts = { nl, en, de, fy };

export type Lang = keyof typeof allTexts;

export const languages = ['nl', 'en', 'de', 'fy'] as const satisfies readonly Lang[];

/** Arguments for functions that take more than texts, by key; others get texts of which the place shows: `«0»`. */
const given: Readonly<Record<string, readonly unknown[]>> = {
  'words.signInTrouble': ['«0»'],
  'words.narrowed': ['«0»', ['«1»', '«2»']],
  'grammar.at': ['month', '«1»'],
  'grammar.equal': [{ at: '«0»', phrase: '«0»' }],
  'grammar.singular': ['«0»'],
  'grammar.named.school-year': [2022, 0],
  'sentenceGrammar.stated': ['«0»', '«1»', '«2»', false],
  'sentenceGrammar.moved': ['«0»', true, '«2»', '«3»'],
  'sentenceGrammar.counting.moved': ['«0»', '«1»', true, '«3»', '«4»'],
  'compareWords.left': ['«0»', true],
  'compareWords.counted': ['«0»', 'municipality'],
  'compareWords.showAll': ['«0»', 'municipality'],
  'compareWords.peers': ['«0»', 'municipality', true],
  'compareWords.ends': [
    { name: '«0»', figure: '«1»' },
    { name: '«2»', figure: '«3»' },
  ],
  'compareWords.noFigure': ['«0»', 'area'],
  'definitionWords.cite': [
    { source: '«0»', title: '«1»', region: '«2»', period: '«3»', version: '«4»', url: '«5»', seen: '«6»' },
  ],
  'definitionWords.askSubject': [{ title: '«0»', region: '«1»', period: '«2»' }],
  'definitionWords.askBody': [{ title: '«0»', region: '«1»', period: '«2»', figure: '«3»', url: '«4»' }],
  'mapWords.noShape': ['«0»', 7],
  'mapWords.noFigures': ['«0»', 7],
  'mapWords.leftOut': ['«0»', 'municipality'],
  'pyramidWords.largest': [[{ side: '«0»', group: '«1»', figure: '«2»' }]],
  'pyramidWords.elsewhere': ['«0»', [{ side: '«1»', group: '«2»', figure: '«3»' }]],
  'tableWords.sorted': [{ by: '«0»', kind: 'figures', descending: true }],
  'trendWords.aboutBreaks': [2],
};

/** Every text of a language with its key, and what its functions say: `words.retry`, `compareWords.peer.area`. */
export function told(lang: Lang): ReadonlyMap<string, string> {
  return new Map(tell(allTexts[lang], ''));
}

function tell(value: unknown, key: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (isCallable(value)) return tell(value(...(given[key] ?? ['«0»', '«1»', '«2»', '«3»', '«4»'])), key);
  if (typeof value !== 'object' || value === null) return [];
  const at = (name: string): string => (key === '' ? name : `${key}.${name}`);
  return Object.entries(value).flatMap(([name, each]) => tell(each, at(name)));
}

function isCallable(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
