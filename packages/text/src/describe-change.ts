import {
  breaksBetween,
  parsePeriod,
  periodsBetween,
  type Indicator,
  type Period,
  type Point,
  type SeriesBreak,
} from '@peilglas/model';
import { changeAsShown, directionOf, relativeOf, shortAmount } from './format-change.js';
import { momentOf, momentOfPeriod } from './format-period.js';
import { grammarFor } from './grammar-for.js';
import type { Grammar, Moment } from './grammar.js';

export interface ChangeQuestion {
  readonly from: Point;
  readonly to: Point;
  readonly indicator: Indicator;
  readonly breaks: readonly SeriesBreak[];
  readonly lang: string;
}

/**
 * The change since another point: `595 meer dan in 2022 (+0,4 %)`. When a break lies between the two it says that
 * they are not comparable instead. Null when either has no figure.
 */
export function describeChange(question: ChangeQuestion): string | null {
  const { from, to, lang } = question;
  if (from.observation.value === null || to.observation.value === null) return null;
  const broken = breakBetween(question);
  if (broken) return grammarFor(lang).incomparable(momentOf(from, null, lang).phrase, broken.at);
  return compare(question, momentOf(from, null, lang));
}

/** As `describeChange`, with the distance in words: `595 meer dan een jaar eerder (+0,4 %)`. Null across a break too. */
export function describeChangeAgo(question: ChangeQuestion): string | null {
  if (breakBetween(question)) return null;
  const { from, to, indicator, lang } = question;
  const ago = from.period && to.period && distance(from.period, to.period, grammarFor(lang));
  return compare(question, ago ? { at: ago, phrase: ago } : momentOf(from, indicator, lang));
}

/** The moment of the last break between two points, or null. A break lies before the first point that has it. */
export function breakBetween({ from, to, indicator, breaks, lang }: ChangeQuestion): Moment | null {
  const last = breaksBetween(breaks, indicator.code, from.period, to.period)
    .flatMap((each) => parsePeriod(each.period) ?? [])
    .reduce<Period | null>((latest, each) => (latest && latest.start > each.start ? latest : each), null);
  if (to.observation.status === 'B') return momentOf(to, null, lang);
  return last && momentOfPeriod(last, lang);
}

function compare({ from, to, indicator, lang }: ChangeQuestion, moment: Moment): string | null {
  const change = changeAsShown(from.observation, to.observation, indicator);
  if (!change) return null;
  const grammar = grammarFor(lang);
  const direction = directionOf(change, indicator);
  if (direction === 'equal') return grammar.equal(moment);
  const than = moment.at.startsWith('(') ? `${grammar.before} ${moment.at}` : moment.at;
  const relative = relativeOf(change, indicator, lang);
  return grammar[direction](shortAmount(change, indicator, lang), than) + (relative ? ` (${relative})` : '');
}

/** Parts that make up a year, where it is made up of whole ones. */
const parts: Partial<Record<Period['kind'], number>> = { 'half-year': 2, quarter: 4, month: 12 };

/** `een jaar eerder`, `3 kwartalen eerder`; null when there is no plain word for it. */
function distance(from: Period, to: Period, grammar: Grammar): string | null {
  const steps = periodsBetween(from, to);
  if (steps === null || steps < 1) return null;
  const perYear = parts[to.kind];
  const whole = perYear !== undefined && steps % perYear === 0;
  const [one, several] = grammar.distances[whole ? 'year' : to.kind] ?? [null, null];
  const count = whole ? steps / perYear : steps;
  if (count === 1) return one && `${one} ${grammar.earlier}`;
  return several && `${count} ${several} ${grammar.earlier}`;
}
