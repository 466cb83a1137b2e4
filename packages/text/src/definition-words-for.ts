import { definitionNl } from './definition-nl.js';
import type { DefinitionWords } from './definition-words.js';
import { loadedLanguage } from './language.js';

/** The words of the definition panel for a BCP 47 tag; Dutch when its language is not loaded. */
export function definitionWordsFor(lang: string): DefinitionWords {
  return loadedLanguage(lang)?.definitionWords ?? definitionNl;
}
