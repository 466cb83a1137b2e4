import { grammarEn } from './grammar-en.js';
import { grammarNl } from './grammar-nl.js';
import type { Grammar } from './grammar.js';
import { isEnglish } from './words-for.js';

/** The grammar for a BCP 47 tag; Dutch for every language we do not have. */
export function grammarFor(lang: string): Grammar {
  return isEnglish(lang) ? grammarEn : grammarNl;
}
