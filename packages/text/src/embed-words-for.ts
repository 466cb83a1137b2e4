import { embedNl } from './embed-nl.js';
import type { EmbedWords } from './embed-words.js';
import { loadedLanguage } from './language.js';

/** The words about embedding for a BCP 47 tag; Dutch when its language is not loaded. */
export function embedWordsFor(lang: string): EmbedWords {
  return loadedLanguage(lang)?.embedWords ?? embedNl;
}
