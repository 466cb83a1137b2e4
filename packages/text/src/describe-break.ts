import { breakBetween, type ChangeQuestion } from './describe-change.js';
import { momentOf } from './format-period.js';
import { grammarFor } from './language.js';

/** That a point is not comparable with another, and why: `niet te vergelijken met 2016: trendbreuk in 2020`. Null when it is. */
export function describeBreak(question: ChangeQuestion): string | null {
  const { from, lang } = question;
  const broken = breakBetween(question);
  return broken && grammarFor(lang).incomparable(momentOf(from, null, lang).phrase, broken.at);
}
