import { roundTo } from '@peilglas/model';
import { grammarFor } from './language.js';

const formatters = new Map<string, Intl.NumberFormat>();

/** Making an Intl formatter costs far more than using it; a page needs a handful. */
function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const found = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, found);
  return found;
}

/**
 * A number in the reader's notation, with a real minus: `161.235`, `−0,4`.
 * With decimals given it has exactly that many. Without (null) it has as many as the value itself, at most two.
 * A value that is no finite number reads as `.`, the sign for "no figure".
 */
export function formatNumber(value: number, decimals: number | null, lang: string): string {
  if (!Number.isFinite(value)) return '.';
  const most = shownDecimals(decimals);
  const least = decimals === null ? 0 : most;
  // Rounded first, so that −0.04 is "0" and not "−0".
  return writeNumber(roundTo(value, most), { minimumFractionDigits: least, maximumFractionDigits: most }, lang);
}

/** Decimals that are shown at most, for an indicator's `decimals`. */
export function shownDecimals(decimals: number | null): number {
  return Math.min(Math.max(decimals ?? 2, 0), 15);
}

/** A number with its sign: `+0,4`, `−12`, and `0` without one. */
export function formatSigned(value: number, decimals: number | null, lang: string): string {
  const text = formatNumber(value, decimals, lang);
  return roundTo(value, shownDecimals(decimals)) > 0 ? `+${text}` : text;
}

/** A fraction as signed percentage, one decimal below 100 %: `+0,4 %`. Null when that shows no change. */
export function formatGrowth(fraction: number, lang: string): string | null {
  const percentage = fraction * 100;
  if (roundTo(percentage, 1) === 0) return null;
  return formatSigned(percentage, Math.abs(percentage) < 100 ? 1 : 0, lang) + grammarFor(lang).percent;
}

/** A number as `Intl` writes it, with a real minus. */
export function writeNumber(value: number, options: Intl.NumberFormatOptions, lang: string): string {
  return formatter(grammarFor(lang).locale, options).format(value).replace('-', '−');
}
