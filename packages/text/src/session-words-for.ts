import { loadedLanguage } from './language.js';
import { sessionNl } from './session-nl.js';
import type { SessionWords } from './session-words.js';

/** The words about signing in for a BCP 47 tag; Dutch when its language is not loaded. */
export function sessionWordsFor(lang: string): SessionWords {
  return loadedLanguage(lang)?.sessionWords ?? sessionNl;
}
