import { loadedLanguage } from './language.js';
import { mapNl } from './map-nl.js';
import type { MapWords } from './map-words.js';

/** The words of a map for a BCP 47 tag; Dutch when its language is not loaded. */
export function mapWordsFor(lang: string): MapWords {
  return loadedLanguage(lang)?.mapWords ?? mapNl;
}
