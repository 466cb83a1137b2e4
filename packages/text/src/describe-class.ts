import type { FigureClass, Indicator } from '@peilglas/model';
import { formatShort } from './format-figure.js';
import { mapWordsFor } from './map-words-for.js';

/** What a class holds, so that it is plain where a figure on a bound belongs: `10 tot 20`, `20 tot en met 31`, `50 of meer`. */
export function describeClass({ from, to, isClosed }: FigureClass, indicator: Indicator, lang: string): string {
  const words = mapWordsFor(lang);
  const figure = (value: number): string => formatShort(value, indicator, lang);
  if (from === null) return to === null ? '' : words.below(figure(to));
  if (to === null) return words.atLeast(figure(from));
  if (from === to) return figure(from);
  return isClosed ? words.through(figure(from), figure(to)) : words.between(figure(from), figure(to));
}
