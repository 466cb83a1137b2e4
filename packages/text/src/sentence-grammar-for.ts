import { loadedLanguage } from './language.js';
import { sentenceGrammarNl } from './sentence-grammar-nl.js';
import type { SentenceGrammar } from './sentence-grammar.js';

/** How sentences are built for a BCP 47 tag; Dutch when its language is not loaded. */
export function sentenceGrammarFor(lang: string): SentenceGrammar {
  return loadedLanguage(lang)?.sentenceGrammar ?? sentenceGrammarNl;
}
