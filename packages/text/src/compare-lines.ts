import type { Indicator, Point } from '@peilglas/model';
import { formatShort } from './format-figure.js';
import { momentOf } from './format-period.js';
import { describeStatus } from './format-observation.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';
import { clean, enumerate } from './place-words.js';
import { withStatus } from './state-figure.js';

/** Above this many other lines, naming each would be a list, not a sentence. */
const mostNamed = 3;

interface Line {
  readonly label: string;
  readonly points: readonly Point[];
  /** Of its figures; those of the indicator when absent. */
  readonly decimals?: number | null;
}

interface Figure {
  readonly value: number;
  readonly decimals: number | null;
}

/**
 * How other lines stand at the moment of a point: each by name, or lowest and highest when there are many.
 * Null when none of them has a figure then.
 * @param mentioned whether the clause before ends with this moment, so that it need not be said again
 */
export function compareLines(
  others: readonly Line[],
  at: Point,
  mentioned: boolean,
  { indicator, lang }: { indicator: Indicator; lang: string },
): string | null {
  const grammar = sentenceGrammarFor(lang);
  const moment = mentioned ? '' : momentOf(at, indicator, lang).at;
  const found = others.flatMap(({ label, points, decimals = indicator.decimals }) => {
    const point = points.find(({ code }) => code === at.code);
    return point && clean(label) ? [{ label: clean(label), point, value: point.observation.value, decimals }] : [];
  });
  const known = found.flatMap(({ label, value, decimals }) => (value === null ? [] : [{ label, value, decimals }]));
  known.sort((a, b) => a.value - b.value);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high) return null;
  const figure = ({ value, decimals }: Figure) => formatShort(value, { ...indicator, decimals }, lang);
  const few =
    found.length <= mostNamed ? found : known.length === 1 ? found.filter(({ value }) => value !== null) : null;
  if (few) {
    const named = few.map(
      ({ label, point, value, decimals }) =>
        `${label} ${value === null ? `(${reasonOf(point, lang)})` : withStatus(figure({ value, decimals }), point, lang)}`,
    );
    return grammar.comparison(moment, enumerate(named, lang));
  }
  const then = moment || grammar.then;
  const count = grammar.others(known.length, known.length < others.length);
  if (figure(low) === figure(high)) return grammar.comparisonSame(count, then, figure(low));
  return grammar.comparisonRange(count, then, `${figure(low)} (${low.label})`, `${figure(high)} (${high.label})`);
}

/** The reason in a word or two: what comes after the colon is for where there is room. */
function reasonOf({ observation }: Point, lang: string): string {
  return describeStatus(observation, lang)?.split(':')[0] ?? '';
}
