import { loadedLanguage } from './language.js';
import { shareNl } from './share-nl.js';
import type { ShareWords } from './share-words.js';

/** The words about parts of a whole for a BCP 47 tag; Dutch when its language is not loaded. */
export function shareWordsFor(lang: string): ShareWords {
  return loadedLanguage(lang)?.shareWords ?? shareNl;
}
