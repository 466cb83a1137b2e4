import { loadedLanguage } from './language.js';
import { pyramidNl } from './pyramid-nl.js';
import type { PyramidWords } from './pyramid-words.js';

/** The words about groups by age and sex for a BCP 47 tag; Dutch when its language is not loaded. */
export function pyramidWordsFor(lang: string): PyramidWords {
  return loadedLanguage(lang)?.pyramidWords ?? pyramidNl;
}
