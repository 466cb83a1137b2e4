import { periodsBetween, type Period } from '@peilglas/model';
import { compare, type ChangeQuestion } from './describe-change.js';
import { momentOf } from './format-period.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';
import type { SentenceGrammar } from './sentence-grammar.js';

/**
 * As `describeChange`, with the distance in words: `595 meer dan een jaar eerder (+0,4 %)`. Across a break it is not to
 * be asked for.
 */
export function describeChangeAgo(question: ChangeQuestion): string | null {
  const { from, to, indicator, lang } = question;
  const ago = from.period && to.period && distance(from.period, to.period, sentenceGrammarFor(lang));
  return compare(question, ago ? { at: ago, phrase: ago } : momentOf(from, indicator, lang));
}

/** Parts that make up a year, where it is made up of whole ones. */
const parts: Partial<Record<Period['kind'], number>> = { 'half-year': 2, quarter: 4, month: 12 };

/** `een jaar eerder`, `3 kwartalen eerder`; null when there is no plain word for it. */
function distance(from: Period, to: Period, grammar: SentenceGrammar): string | null {
  const steps = periodsBetween(from, to);
  if (steps === null || steps < 1) return null;
  const perYear = parts[to.kind];
  const whole = perYear !== undefined && steps % perYear === 0;
  const [one, several] = grammar.distances[whole ? 'year' : to.kind] ?? [null, null];
  const count = whole ? steps / perYear : steps;
  if (count === 1) return one && `${one} ${grammar.earlier}`;
  return several && `${count} ${several} ${grammar.earlier}`;
}
