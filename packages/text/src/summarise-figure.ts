import type { Indicator, Point, SeriesBreak } from '@peilglas/model';
import { describeChangeAgo } from './describe-change-ago.js';
import { breakBetween } from './describe-change.js';
import { capitalise } from './place-words.js';
import { sentenceGrammarFor } from './sentence-grammar-for.js';
import { stateFigure } from './state-figure.js';

export interface FigureQuestion {
  /** Label of the region; empty for a table without regions. */
  readonly region: string;
  /**
   * What is measured. Where other dimensions are narrowed (sex, age), the label must say so ("Inwoners, mannen"):
   * a label equal to its unit is read as all of them.
   */
  readonly indicator: Indicator;
  readonly point: Point;
  /** The point to compare with, usually a year earlier. */
  readonly previous?: Point | undefined;
  readonly breaks: readonly SeriesBreak[];
  readonly lang: string;
}

/**
 * One sentence for one figure: "Enschede telde 161.235 inwoners op 1 januari 2023, 595 meer dan een jaar eerder
 * (+0,4 %)." Without a figure it says why; across a break in series it does not compare, and says from when on one can.
 */
export function summariseFigure({ region, indicator, point, previous, breaks, lang }: FigureQuestion): string {
  const figure = capitalise(stateFigure({ indicator, label: region, isRegion: true, lang }, point));
  const question = previous && { from: previous, to: point, indicator, breaks, lang };
  if (!question || point.observation.value === null || previous.observation.value === null) return `${figure}.`;
  const broken = breakBetween(question);
  if (broken) return `${figure}; ${sentenceGrammarFor(lang).comparableFrom(broken.phrase)}.`;
  return `${[figure, describeChangeAgo(question)].filter(Boolean).join(', ')}.`;
}
