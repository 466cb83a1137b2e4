import { chartNl } from './chart-nl.js';
import type { ChartWords } from './chart-words.js';
import { loadedLanguage } from './language.js';

/** The words around charts and tables for a BCP 47 tag; Dutch when its language is not loaded. */
export function chartWordsFor(lang: string): ChartWords {
  return loadedLanguage(lang)?.chartWords ?? chartNl;
}
