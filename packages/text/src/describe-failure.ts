import { nl } from './nl.js';
import type { FailureKind } from './words.js';
import { wordsFor } from './language.js';

/** What went wrong in plain words, for the code of a `DataError`: its own, its hundreds (`http-5`), or in general. */
export function describeFailure(code: string, lang: string): string {
  const kind = [code, code.slice(0, 6)].find(hasWords) ?? 'generic';
  return wordsFor(lang).failures[kind];
}

function hasWords(code: string): code is FailureKind {
  return Object.hasOwn(nl.failures, code);
}
