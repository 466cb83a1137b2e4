import {
  breaksBetween,
  comparePeriods,
  parsePeriod,
  type Indicator,
  type Point,
  type SeriesBreak,
} from '@peilglas/model';
import { changeAsShown, directionOf, relativeOf, shortAmount } from './format-change.js';
import { momentOf, momentOfPeriod } from './format-period.js';
import { grammarFor } from './language.js';
import type { Moment } from './grammar.js';

export interface ChangeQuestion {
  readonly from: Point;
  readonly to: Point;
  readonly indicator: Indicator;
  readonly breaks: readonly SeriesBreak[];
  readonly lang: string;
  /** Points around the two: those between them may mark a break themselves. */
  readonly among?: readonly Point[];
}

/**
 * The change since another point: `595 meer dan in 2022 (+0,4 %)`. When a break lies between the two it says that
 * they are not comparable instead. Null when either has no figure.
 */
export function describeChange(question: ChangeQuestion): string | null {
  const { from, to, lang } = question;
  if (from.observation.value === null || to.observation.value === null) return null;
  return describeBreak(question) ?? compare(question, momentOf(from, null, lang));
}

/** That a point is not comparable with another, and why: `niet te vergelijken met 2016: trendbreuk in 2020`. Null when it is. */
export function describeBreak(question: ChangeQuestion): string | null {
  const { from, lang } = question;
  const broken = breakBetween(question);
  return broken && grammarFor(lang).incomparable(momentOf(from, null, lang).phrase, broken.at);
}

/** The moment of the last break between two points, or null. A break lies before the first point that has it. */
export function breakBetween({ from, to, indicator, breaks, lang, among = [] }: ChangeQuestion): Moment | null {
  const marked = [...among, from, to].filter(({ observation }) => observation.status === 'B');
  const all = [...breaks, ...marked.map(({ code }) => ({ period: code, note: '', indicators: null }))];
  const [first, last] = [from.period, to.period].sort((a, b) => (a && b ? comparePeriods(a, b) : 0));
  const found = breaksBetween(all, indicator.code, first ?? null, last ?? null)
    .flatMap(({ period }) => parsePeriod(period) ?? [])
    .sort(comparePeriods)
    .at(-1);
  if (found) return momentOfPeriod(found, lang);
  return !to.period && marked.includes(to) ? momentOf(to, null, lang) : null;
}

/** `595 meer dan …`, whatever the moment is called; null when either has no figure. */
export function compare({ from, to, indicator, lang }: ChangeQuestion, moment: Moment): string | null {
  const change = changeAsShown(from.observation, to.observation, indicator);
  if (!change) return null;
  const grammar = grammarFor(lang);
  const direction = directionOf(change, indicator);
  if (direction === 'equal') return grammar.equal(moment);
  const than = moment.at.startsWith('(') ? `${grammar.before} ${moment.at}` : moment.at;
  const relative = relativeOf(change, indicator, lang);
  return grammar[direction](shortAmount(change, indicator, lang), than) + (relative ? ` (${relative})` : '');
}
