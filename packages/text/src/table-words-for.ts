import { loadedLanguage } from './language.js';
import { tableNl } from './table-nl.js';
import type { TableWords } from './table-words.js';

/** The words around a table of figures for a BCP 47 tag; Dutch when its language is not loaded. */
export function tableWordsFor(lang: string): TableWords {
  return loadedLanguage(lang)?.tableWords ?? tableNl;
}
