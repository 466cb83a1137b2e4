import { registerTranslation } from '@shoelace-style/localize';
import { en } from './en.js';
import { nl } from './nl.js';
import type { Words } from './words.js';

/** The words for a BCP 47 tag; Dutch for every language we do not have. */
export function wordsFor(lang: string): Words {
  return isEnglish(lang) ? en : nl;
}

/** Whether a BCP 47 tag has English as its first subtag: `en`, `en-GB`, `EN_us`. */
export function isEnglish(lang: string): boolean {
  return /^en(?:[-_]|$)/i.test(lang);
}

let registered = false;

/** Makes the catalogues known to `@shoelace-style/localize`, once: each time, all elements would render again. */
export function registerTexts(): void {
  // Dutch goes first, for the library falls back on the first.
  if (!registered) registerTranslation(nl, en);
  registered = true;
}
