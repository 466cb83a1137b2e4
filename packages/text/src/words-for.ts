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

/** Makes the catalogues known to `@shoelace-style/localize`. Dutch goes first, for it falls back on the first. */
export function registerTexts(): void {
  registerTranslation(nl, en);
}
