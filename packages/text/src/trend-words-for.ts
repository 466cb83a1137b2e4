import { loadedLanguage } from './language.js';
import { trendNl } from './trend-nl.js';
import type { TrendWords } from './trend-words.js';

/** What a chart along time says for a BCP 47 tag; Dutch when its language is not loaded. */
export function trendWordsFor(lang: string): TrendWords {
  return loadedLanguage(lang)?.trendWords ?? trendNl;
}
