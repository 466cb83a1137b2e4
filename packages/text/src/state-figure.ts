import type { Indicator, Point } from '@peilglas/model';
import { countNoun } from './count-noun.js';
import { formatAfterLabel } from './format-after-label.js';
import { formatNumber } from './format-number.js';
import { describeStatus } from './format-observation.js';
import { momentOf } from './format-period.js';
import { parseUnit } from './parse-unit.js';
import { clean, placeOf, subjectOf } from './place-words.js';
import { grammarFor, wordsFor } from './language.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';

/** What a sentence is about. */
export interface Subject {
  readonly indicator: Indicator;
  /** A region, or a category of another dimension; empty when the table has neither. */
  readonly label: string;
  /** Whether the label is a region, that things can be in. */
  readonly isRegion: boolean;
  readonly lang: string;
}

/** One figure, or the reason that there is none, as a main clause without capital and full stop. */
export function stateFigure(about: Subject, point: Point): string {
  const { indicator, label, lang } = about;
  const { value, reason } = point.observation;
  const grammar = sentenceGrammarFor(lang);
  const { at } = momentOf(point, indicator, lang);
  const start = `${subjectOf(indicator, lang)}: `;
  if (value === null) {
    return start + grammar.missing(placeOf(label, 'for', lang), at, wordsFor(lang).reasons[reason ?? 'not-available']);
  }
  const noun = nounFor(about, [point]);
  if (noun !== null && grammar.counting) {
    const number = formatNumber(value, indicator.decimals, lang);
    const figure = `${number} ${number === '1' ? grammarFor(lang).singular(noun) : noun}`;
    return grammar.counting.counted(grammar.region(clean(label)), withStatus(figure, point, lang), at);
  }
  const figure = withStatus(formatAfterLabel(value, indicator, lang), point, lang);
  return start + grammar.stated(wherein(about), figure, at, isPlural(value, indicator, lang));
}

/** `in Enschede` for a region, `voor mannen` for anything else. */
export function wherein({ label, isRegion, lang }: Subject): string {
  return placeOf(label, isRegion ? 'in' : 'for', lang);
}

/** `161.235 (voorlopig)`; a break in series is no quality of the figure itself and is told elsewhere. */
export function withStatus(figure: string, { observation }: Point, lang: string): string {
  const status = observation.status === 'B' ? null : describeStatus(observation, lang);
  return status ? `${figure} (${status})` : figure;
}

/** The noun with which the sentence can count, when every figure is a whole number of things in a known period. */
export function nounFor({ indicator, label, isRegion, lang }: Subject, points: readonly Point[]): string | null {
  const whole = points.every(
    ({ observation: { value }, period }) => Number.isInteger(value) && value !== null && value >= 0 && period,
  );
  const counts = sentenceGrammarFor(lang).counting !== null && isRegion && clean(label) !== '';
  return counts && whole ? countNoun(indicator) : null;
}

/** Things that are counted: `werkzame personen`, and no `rapportcijfer` or `index, 2015 = 100`. */
const things = /^[^=]*(?:en|s|people)(?!\p{L})[^=]*$/u;

function isPlural(value: number, indicator: Indicator, lang: string): boolean {
  if (indicator.measuringType === 'average') return false;
  const { noun, rest } = parseUnit(indicator.unit, grammarFor(lang));
  return noun && things.test(rest) && formatNumber(value, indicator.decimals, lang) !== '1';
}
