import type { Indicator } from '@peilglas/model';
import { wordsFor } from './language.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';

/** The indicator's label as the start of a sentence: never empty, no trailing colon. */
export function subjectOf({ label, code }: Indicator, lang: string): string {
  return clean(label).replace(/ ?:$/, '') || clean(code) || wordsFor(lang).figure;
}

/** `in Enschede`, `voor mannen`; empty without a label. */
export function placeOf(label: string, preposition: 'in' | 'for', lang: string): string {
  const grammar = sentenceGrammarFor(lang);
  const name = clean(label);
  return name && `${grammar[preposition]} ${grammar.region(name)}`;
}

/** Labels come from publishers, with the line breaks and double spaces of their spreadsheets. */
export function clean(label: string): string {
  return label.trim().replace(/\s+/g, ' ');
}

/** A capital for the start of a sentence, but not for `kWh` and `m²`. */
export function capitalise(text: string): string {
  return text.replace(/^\p{Ll}(?=\p{Ll})/u, (letter) => letter.toUpperCase());
}

/** `a, b en c`. */
export function enumerate(parts: readonly string[], lang: string): string {
  const rest = parts.slice(0, -1).join(', ');
  return [rest, parts.at(-1)].filter(Boolean).join(` ${sentenceGrammarFor(lang).and} `);
}
