import type { AdoptWords } from './adopt-words.js';
import type { ChartWords } from './chart-words.js';
import type { CompareWords } from './compare-words.js';
import type { DefinitionWords } from './definition-words.js';
import type { EmbedWords } from './embed-words.js';
import type { Grammar } from './grammar.js';
import type { MapWords } from './map-words.js';
import type { PickerWords } from './picker-words.js';
import type { PyramidWords } from './pyramid-words.js';
import type { SentenceGrammar } from './sentence-grammar.js';
import type { SessionWords } from './session-words.js';
import type { TableWords } from './table-words.js';
import type { ShareWords } from './share-words.js';
import type { TargetWords } from './target-words.js';
import type { TrendWords } from './trend-words.js';
import type { Words } from './words.js';
import type { YearbookWords } from './yearbook-words.js';

/** Everything that is written and built in one language. */
export interface LanguageTexts {
  readonly words: Words;
  readonly adoptWords: AdoptWords;
  readonly chartWords: ChartWords;
  readonly compareWords: CompareWords;
  readonly definitionWords: DefinitionWords;
  readonly embedWords: EmbedWords;
  readonly pickerWords: PickerWords;
  readonly grammar: Grammar;
  readonly pyramidWords: PyramidWords;
  readonly sentenceGrammar: SentenceGrammar;
  readonly sessionWords: SessionWords;
  readonly tableWords: TableWords;
  readonly shareWords: ShareWords;
  readonly targetWords: TargetWords;
  readonly trendWords: TrendWords;
  readonly mapWords: MapWords;
  readonly yearbookWords: YearbookWords;
}
