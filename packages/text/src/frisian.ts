import { adoptFy } from './adopt-fy.js';
import { chartFy } from './chart-fy.js';
import { compareFy } from './compare-fy.js';
import { definitionFy } from './definition-fy.js';
import { embedFy } from './embed-fy.js';
import { fy } from './fy.js';
import { grammarFy } from './grammar-fy.js';
import type { LanguageTexts } from './language-texts.js';
import { mapFy } from './map-fy.js';
import { pickerFy } from './picker-fy.js';
import { pyramidFy } from './pyramid-fy.js';
import { sentenceGrammarFy } from './sentence-grammar-fy.js';
import { sessionFy } from './session-fy.js';
import { tableFy } from './table-fy.js';
import { shareFy } from './share-fy.js';
import { targetFy } from './target-fy.js';
import { trendFy } from './trend-fy.js';
import { yearbookFy } from './yearbook-fy.js';

export const texts: LanguageTexts = {
  words: fy,
  adoptWords: adoptFy,
  chartWords: chartFy,
  compareWords: compareFy,
  definitionWords: definitionFy,
  embedWords: embedFy,
  pickerWords: pickerFy,
  grammar: grammarFy,
  pyramidWords: pyramidFy,
  sentenceGrammar: sentenceGrammarFy,
  sessionWords: sessionFy,
  tableWords: tableFy,
  shareWords: shareFy,
  targetWords: targetFy,
  trendWords: trendFy,
  mapWords: mapFy,
  yearbookWords: yearbookFy,
};
