import type { Indicator, Point } from '@peilglas/model';
import { formatShort } from './format-figure.js';
import { momentOf } from './format-period.js';
import { observationAsShown } from './observation-as-shown.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';

/**
 * The highest or lowest figure in between, when leaving it out would mislead: it lies beyond both ends by more than
 * a third of the change between them, and by more than a twentieth of the larger end. Null when neither does.
 * A highest or lowest figure that was reached more than once comes without a moment.
 */
export function describeExtremes(points: readonly Point[], indicator: Indicator, lang: string): string | null {
  const grammar = sentenceGrammarFor(lang);
  const values = points.flatMap(({ observation }) => observationAsShown(observation, indicator.decimals).value ?? []);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  const beyond = Math.max(Math.abs(last - first) / 3, Math.max(Math.abs(first), Math.abs(last)) / 20);
  const tell = (extreme: number): string => {
    const figure = formatShort(extreme, indicator, lang);
    const reached = points.filter(
      ({ observation: { value } }) => value !== null && formatShort(value, indicator, lang) === figure,
    );
    const [only] = reached;
    return reached.length === 1 && only ? `${figure} ${momentOf(only, indicator, lang).at}` : figure;
  };
  const [high, low] = [Math.max(...values), Math.min(...values)];
  const told = [
    high - Math.max(first, last) > beyond && grammar.highest(tell(high)),
    Math.min(first, last) - low > beyond && grammar.lowest(tell(low)),
  ].filter((each) => each !== false);
  return told.length > 0 ? `${grammar.with} ${told.join(` ${grammar.and} `)}` : null;
}
