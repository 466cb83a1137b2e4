import { formatFigure } from './format-figure.js';

/** A fraction as percentage with one decimal: `15,6 %`. */
export function formatShare(fraction: number, lang: string): string {
  return formatFigure(fraction * 100, { unit: '%', decimals: 1 }, lang).text;
}
