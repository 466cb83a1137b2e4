import type { Change, Indicator, Point, SeriesBreak } from '@peilglas/model';
import { comparableStretch } from './comparable-stretch.js';
import { compareLines } from './compare-lines.js';
import { describeExtremes } from './describe-extremes.js';
import { formatAfterLabel } from './format-after-label.js';
import { changeAsShown, directionOf } from './format-change.js';
import { formatShort } from './format-figure.js';
import { formatNumber } from './format-number.js';
import { momentOf } from './format-period.js';
import { grammarFor } from './language.js';
import { commonReason, describeMissingEnds, rangeOf } from './missing-ends.js';
import { capitalise, clean, placeOf, subjectOf } from './place-words.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';
import { signedChange } from './signed-change.js';
import { nounFor, stateFigure, wherein, withStatus, type Subject } from './state-figure.js';

export interface SummaryLine {
  /** A region, or a category of another dimension; empty when the table has neither. */
  readonly label: string;
  readonly points: readonly Point[];
  /** Whether it is the reader's own region: the sentence is about that one. */
  readonly own: boolean;
  /** Of its figures, where lines are of several indicators; those of the indicator when absent. */
  readonly decimals?: number | null;
}

export interface SeriesQuestion {
  /** What is measured; as with `summariseFigure`, its label must name what other dimensions are narrowed to. */
  readonly indicator: Indicator;
  /** The sentence is about the own line, or the first when none is; the others are compared with it. */
  readonly lines: readonly SummaryLine[];
  readonly breaks: readonly SeriesBreak[];
  readonly lang: string;
}

/**
 * One sentence for a chart along time: what, where, from when to when, how it developed, and how the other lines
 * stand at the last moment. Figures before a break in series are not compared with those after it.
 */
export function summariseSeries({ indicator, lines, breaks, lang }: SeriesQuestion): string {
  const grammar = sentenceGrammarFor(lang);
  const main = lines.find(({ own }) => own) ?? lines[0];
  if (!main) return `${capitalise(subjectOf(indicator, lang))}: ${grammar.noneAtAll('')}.`;
  const others = lines.filter((line) => line !== main);
  const about: Subject = { indicator, label: main.label, isRegion: main.own, lang };
  const stretch = comparableStretch(main.points, indicator, breaks, lang);
  if (!stretch) {
    const moment = lastMoment(others);
    return sentence([stateAbsence(about, main.points), moment && compareLines(others, moment, false, about)]);
  }
  const { first, last, since } = stretch;
  const change = changeAsShown(first.observation, last.observation, indicator);
  const moved = change !== null && directionOf(change, indicator) !== 'equal';
  const extremes = describeExtremes(stretch.points, indicator, lang);
  const stayed = !moved && first !== last;
  const development = [
    moved ? stateMove(about, first, last, change) : stateFigure(about, last),
    stayed && grammarFor(lang).equal(momentOf(first, indicator, lang)),
    extremes,
  ];
  return sentence([
    development.filter(Boolean).join(', '),
    compareLines(others, last, !stayed && extremes === null, about),
    describeMissingEnds(main.points, since === null, lang),
    since && grammar.comparableFrom(since.phrase),
  ]);
}

function sentence(clauses: readonly (string | null | undefined)[]): string {
  return `${capitalise(clauses.filter(Boolean).join('; '))}.`;
}

/** The last point at which any of these lines has a figure. */
function lastMoment(lines: readonly SummaryLine[]): Point | undefined {
  const figures = lines.flatMap(({ points }) => points.findLast(({ observation }) => observation.value !== null) ?? []);
  return figures.reduce<Point | undefined>(
    (latest, each) => ((latest?.period?.end ?? -Infinity) >= (each.period?.end ?? -Infinity) ? (latest ?? each) : each),
    undefined,
  );
}

function stateAbsence(about: Subject, points: readonly Point[]): string {
  const [only, second] = points;
  if (only && !second) return stateFigure(about, only);
  const { indicator, label, lang } = about;
  const grammar = sentenceGrammarFor(lang);
  const place = placeOf(label, 'for', lang);
  const none = only
    ? grammar.allMissing(place, rangeOf(points, lang)) + commonReason(points, lang)
    : grammar.noneAtAll(place);
  return `${subjectOf(indicator, lang)}: ${none}`;
}

function stateMove(about: Subject, first: Point, last: Point, change: Change): string {
  const { indicator, label, lang } = about;
  const grammar = sentenceGrammarFor(lang);
  const noun = nounFor(about, [first, last]);
  const write = ({ observation: { value } }: Point, whole: boolean) => {
    if (noun !== null) return formatNumber(value ?? NaN, indicator.decimals, lang);
    return whole ? formatAfterLabel(value ?? NaN, indicator, lang) : formatShort(value ?? NaN, indicator, lang);
  };
  const end = (point: Point, whole: boolean) =>
    `${withStatus(write(point, whole), point, lang)} ${momentOf(point, indicator, lang).at}`;
  const [from, to, up] = [end(first, false), end(last, true), change.absolute > 0];
  const growth = ` (${signedChange(change, indicator, lang)})`;
  if (noun !== null && grammar.counting) {
    return grammar.counting.moved(grammar.region(clean(label)), noun, up, from, to) + growth;
  }
  return `${subjectOf(indicator, lang)}: ${grammar.moved(wherein(about), up, from, to)}${growth}`;
}
