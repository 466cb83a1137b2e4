import { compareNl } from './compare-nl.js';
import type { CompareWords } from './compare-words.js';
import { loadedLanguage } from './language.js';

/** The words of a comparison between regions for a BCP 47 tag; Dutch when its language is not loaded. */
export function compareWordsFor(lang: string): CompareWords {
  return loadedLanguage(lang)?.compareWords ?? compareNl;
}
