import { adoptEn } from './adopt-en.js';
import { chartEn } from './chart-en.js';
import { compareEn } from './compare-en.js';
import { definitionEn } from './definition-en.js';
import { embedEn } from './embed-en.js';
import { en } from './en.js';
import { grammarEn } from './grammar-en.js';
import type { LanguageTexts } from './language-texts.js';
import { mapEn } from './map-en.js';
import { pickerEn } from './picker-en.js';
import { pyramidEn } from './pyramid-en.js';
import { sentenceGrammarEn } from './sentence-grammar-en.js';
import { sessionEn } from './session-en.js';
import { tableEn } from './table-en.js';
import { shareEn } from './share-en.js';
import { targetEn } from './target-en.js';
import { trendEn } from './trend-en.js';
import { yearbookEn } from './yearbook-en.js';

export const texts: LanguageTexts = {
  words: en,
  adoptWords: adoptEn,
  chartWords: chartEn,
  compareWords: compareEn,
  definitionWords: definitionEn,
  embedWords: embedEn,
  pickerWords: pickerEn,
  grammar: grammarEn,
  pyramidWords: pyramidEn,
  sentenceGrammar: sentenceGrammarEn,
  sessionWords: sessionEn,
  tableWords: tableEn,
  shareWords: shareEn,
  targetWords: targetEn,
  trendWords: trendEn,
  mapWords: mapEn,
  yearbookWords: yearbookEn,
};
