import { adoptNl } from './adopt-nl.js';
import type { AdoptWords } from './adopt-words.js';
import { loadedLanguage } from './language.js';

/** The words about what a page came with for a BCP 47 tag; Dutch when its language is not loaded. */
export function adoptWordsFor(lang: string): AdoptWords {
  return loadedLanguage(lang)?.adoptWords ?? adoptNl;
}
