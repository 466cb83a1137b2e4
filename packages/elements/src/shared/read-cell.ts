import type { StatusCode } from '@peilglas/model';

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

const notations = {
  comma: { grouped: /^\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,(\d+))?$/, plain: /^\d+(?:,(\d+))?$/ },
  point: { grouped: /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.(\d+))?$/, plain: /^\d+(?:\.(\d+))?$/ },
} as const;

/**
 * Reads `161.235`, `12,3 %`, `€ 29.900`, `−0,4`, `1.234*` (provisional) and `.` (not available); `data-value` has the number
 * itself. English has its points and commas the other way round. What cannot be read is not available.
 * @param lang BCP 47 tag of the page's language there
 */
export function readCell(cell: HTMLTableCellElement | undefined, lang: string): WrittenCell {
  const text = (cell?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const [, rest = '', stars = ''] = /^(.*?)\s*(\*{0,2})$/s.exec(text) ?? [];
  const status = stars === '' ? null : stars === '*' ? 'P' : 'R';
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

function readNumber(text: string, lang: string): { value: number; decimals: number } | null {
  const isNegative = /^[-−–]/.test(text);
  const digits = text.replace(/^[-−–+]\s*/, '');
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
