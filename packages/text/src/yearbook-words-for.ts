import { loadedLanguage } from './language.js';
import { yearbookNl } from './yearbook-nl.js';
import type { YearbookWords } from './yearbook-words.js';

/** The words of a yearbook for a BCP 47 tag; Dutch when its language is not loaded. */
export function yearbookWordsFor(lang: string): YearbookWords {
  return loadedLanguage(lang)?.yearbookWords ?? yearbookNl;
}
