import type { StatusCode } from '@peilglas/model';
import { textWithoutMarks } from './text-without-marks.js';

/** A figure as a cell of a table has it. */
export interface WrittenCell {
  readonly value: number | null;
  /** Null for a final figure. */
  readonly status: StatusCode | null;
  readonly decimals: number;
  /** `%` or `€` where it stands beside the figure, else empty. */
  readonly unit: string;
}

/** What stands in place of a figure, as tables of official statistics have it. */
const signs: Readonly<Record<string, StatusCode>> = {
  '': 'M',
  '.': 'O',
  ':': 'O',
  '-': 'O',
  '–': 'O',
  '…': 'N',
  x: 'C',
};

/** No number that is written in groups begins with a zero: `0.125` has decimals in any language. */
const notations = {
  comma: { grouped: /^[1-9]\d{0,2}(?:[.\u00a0\u202f ]\d{3})+(?:,(\d+))?$/, plain: /^\d+(?:,(\d+))?$/ },
  point: { grouped: /^[1-9]\d{0,2}(?:[,\u00a0\u202f ]\d{3})+(?:\.(\d+))?$/, plain: /^\d+(?:\.(\d+))?$/ },
} as const;

/**
 * Reads `161.235`, `12,3 %`, `€ 29.900`, `−0,4`, `1.234*` (provisional) and `.` (not available); `data-value` has the number
 * itself. English has its points and commas the other way round. What cannot be read is not available.
 * @param lang BCP 47 tag of the page's language there
 */
export function readCell(cell: HTMLTableCellElement | undefined, lang: string): WrittenCell {
  const { text: rest, status } = withoutStars(textWithoutMarks(cell));
  const unit = /[%€]/.exec(rest)?.[0] ?? '';
  const given = cell?.dataset.value;
  if (given !== undefined && given.trim() !== '' && Number.isFinite(Number(given))) {
    return { value: Number(given), status, decimals: given.split('.')[1]?.length ?? 0, unit };
  }
  const bare = rest.replaceAll(/[%€]/g, '').trim();
  const sign = Object.hasOwn(signs, bare.toLowerCase()) ? signs[bare.toLowerCase()] : undefined;
  if (sign) return { value: null, status: sign, decimals: 0, unit: '' };
  const number = readNumber(bare, lang);
  return number ? { ...number, status, unit } : { value: null, status: 'O', decimals: 0, unit: '' };
}

/** What CBS marks with one star is provisional, and with two revised, but still provisional. */
export function withoutStars(written: string): { readonly text: string; readonly status: StatusCode | null } {
  const [, text = '', stars = ''] = /^(.*?)\s*(\*{0,2})$/s.exec(written) ?? [];
  return { text, status: stars === '' ? null : stars === '*' ? 'P' : 'R' };
}

function readNumber(text: string, lang: string): { value: number; decimals: number } | null {
  const isNegative = /^[-−–]/.test(text);
  // `29.900,-` is a whole number of euros.
  const digits = text.replace(/^[-−–+]\s*/, '').replace(/,[-−–]+$/, '');
  const english = lang.toLowerCase().startsWith('en');
  const { grouped, plain } = english ? notations.point : notations.comma;
  // A number of the other notation is taken where it can be no other: `12.5` in Dutch.
  const other = english ? notations.comma.plain : notations.point.plain;
  const match = grouped.exec(digits) ?? plain.exec(digits) ?? other.exec(digits);
  if (!match) return null;
  const decimals = match[1] ?? '';
  const whole = (decimals === '' ? digits : digits.slice(0, -decimals.length - 1)).replaceAll(/\D/g, '');
  const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  return { value: isNegative ? -value : value, decimals: decimals.length };
}
