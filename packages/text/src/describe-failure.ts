import type { FailureKind } from './words.js';
import { wordsFor } from './words-for.js';

const kinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/^network$/, 'network'],
  [/^timeout$/, 'timeout'],
  [/^malformed$/, 'malformed'],
  [/^too-many-cells$/, 'too-many-cells'],
  [/^http-429$/, 'busy'],
  [/^http-4\d\d$/, 'refused'],
  [/^http-5\d\d$/, 'unavailable'],
];

/** What went wrong in plain words, for the code of a `DataError`. */
export function describeFailure(code: string, lang: string): string {
  const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'generic';
  return wordsFor(lang).failures[kind];
}
