import { loadedLanguage } from './language.js';
import { targetNl } from './target-nl.js';
import type { TargetWords } from './target-words.js';

/** The words about a target for a BCP 47 tag; Dutch when its language is not loaded. */
export function targetWordsFor(lang: string): TargetWords {
  return loadedLanguage(lang)?.targetWords ?? targetNl;
}
