import type { Point } from '@peilglas/model';
import { describeStatus } from './format-observation.js';
import { momentOf } from './format-period.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';
import { enumerate } from './place-words.js';

/** Says that a series has no figure at its start or end: `geen cijfer voor 2012–2014 en 2023`; null when it has both. */
export function describeMissingEnds(points: readonly Point[], withStart: boolean, lang: string): string | null {
  const has = ({ observation }: Point) => observation.value !== null;
  const head = withStart ? points.slice(0, points.findIndex(has)) : [];
  const tail = points.slice(points.findLastIndex(has) + 1);
  const ranges = [head, tail].filter(({ length }) => length > 0).map((run) => rangeOf(run, lang));
  if (ranges.length === 0) return null;
  return sentenceGrammarFor(lang).noneFor(enumerate(ranges, lang)) + commonReason([...head, ...tail], lang);
}

/** First to last point: `2012–2014`, `januari 2012 tot en met maart 2014`, or the only one. */
export function rangeOf(points: readonly Point[], lang: string): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [momentOf(first, null, lang).phrase, momentOf(last, null, lang).phrase];
  if (from === to) return from;
  const years = first.period?.kind === 'year' && last.period?.kind === 'year';
  return years ? `${from}–${to}` : `${from} ${sentenceGrammarFor(lang).upTo} ${to}`;
}

/** The reason in brackets when all points share it, else nothing. */
export function commonReason(points: readonly Point[], lang: string): string {
  const reasons = new Set(points.map(({ observation }) => describeStatus(observation, lang)));
  return reasons.size === 1 ? ` (${[...reasons].join()})` : '';
}
