import { writeNumber } from './format-number.js';

/**
 * A number for an axis, short from a million on: `20.000`, `1,2 mln` (without the point that Intl adds), `1,2 Mio.`. Not
 * for figures: it rounds.
 */
export function formatAxisValue(value: number, lang: string): string {
  if (!Number.isFinite(value)) return '';
  const options: Intl.NumberFormatOptions =
    Math.abs(value) < 1e6 ? { maximumFractionDigits: 4 } : { notation: 'compact', maximumFractionDigits: 2 };
  return writeNumber(value, options, lang).replace(/(?<=ml[nd])\.$/, '');
}
