import { adoptDe } from './adopt-de.js';
import { chartDe } from './chart-de.js';
import { compareDe } from './compare-de.js';
import { definitionDe } from './definition-de.js';
import { embedDe } from './embed-de.js';
import { de } from './de.js';
import { grammarDe } from './grammar-de.js';
import type { LanguageTexts } from './language-texts.js';
import { mapDe } from './map-de.js';
import { pickerDe } from './picker-de.js';
import { pyramidDe } from './pyramid-de.js';
import { sentenceGrammarDe } from './sentence-grammar-de.js';
import { sessionDe } from './session-de.js';
import { tableDe } from './table-de.js';
import { shareDe } from './share-de.js';
import { targetDe } from './target-de.js';
import { trendDe } from './trend-de.js';
import { yearbookDe } from './yearbook-de.js';

export const texts: LanguageTexts = {
  words: de,
  adoptWords: adoptDe,
  chartWords: chartDe,
  compareWords: compareDe,
  definitionWords: definitionDe,
  embedWords: embedDe,
  pickerWords: pickerDe,
  grammar: grammarDe,
  pyramidWords: pyramidDe,
  sentenceGrammar: sentenceGrammarDe,
  sessionWords: sessionDe,
  tableWords: tableDe,
  shareWords: shareDe,
  targetWords: targetDe,
  trendWords: trendDe,
  mapWords: mapDe,
  yearbookWords: yearbookDe,
};
