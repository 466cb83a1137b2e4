import { dayNumber, makePeriod, type Period, type PeriodKind } from './period.js';

/**
 * Notations of CBS (`2023JJ00`, `2023HJ01`, `2023KW01`, `2023MM01`, `2023W105`, `2022SJ00`, `20230115`),
 * PxWeb (`2023H1`, `2023K1`, `2023M01`, `2023U05`, `2023V05`, `2023M01D15`), Eurostat and SDMX (`2023-A1`, `2023-S1`,
 * `2023-Q1`, `2023-W05`) and ISO 8601 (`2023`, `2023-01`, `2023-01-15`). School years also as `2022/'23`; spans as `2019-2021`.
 */
const notations: readonly (readonly [RegExp, PeriodKind])[] = [
  [/^(\d{4})(?:JJ00|-?A1?)?$/, 'year'],
  [/^(\d{4})(?:HJ0|-?[HSB])([12])$/, 'half-year'],
  [/^(\d{4})(?:KW0|-?[QK])([1-4])$/, 'quarter'],
  [/^(\d{4})(?:MM|-?M|-)(0[1-9]|1[0-2])$/, 'month'],
  [/^(\d{4})(?:W1|-?[WUV])(\d{2})$/, 'week'],
  [/^(\d{4})SJ00$/, 'school-year'],
];

/** Reads a period code; null when it is none of the notations above. */
export function parsePeriod(code: string): Period | null {
  const text = code.trim().toUpperCase();
  for (const [pattern, kind] of notations) {
    const match = pattern.exec(text);
    if (match) return regular(kind, Number(match[1]), Number(match[2] ?? 1));
  }
  return parseDay(text) ?? parseYears(text);
}

function regular(kind: PeriodKind, year: number, part: number): Period | null {
  const period = makePeriod(kind, year, part);
  if (kind !== 'week') return period;
  const firstOfNext = makePeriod('week', year + 1, 1).start;
  return part >= 1 && period.start < firstOfNext ? period : null;
}

function parseDay(text: string): Period | null {
  const match = /^(\d{4})(?:-?|M)(\d{2})(?:-?|D)(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const start = dayNumber(year, month, date);
  const read = new Date(start * 86_400_000);
  // A date that does not exist (31 February) rolls over into another month.
  if (read.getUTCFullYear() !== year || read.getUTCMonth() !== month - 1) return null;
  return makePeriod('day', year, start - dayNumber(year, 1, 1) + 1);
}

function parseYears(text: string): Period | null {
  const match = /^(\d{4})\s*([/–-])\s*['’]?(\d{2}|\d{4})$/.exec(text);
  if (!match?.[1] || !match[3]) return null;
  const [first, last] = [Number(match[1]), Number(match[3])];
  if (match[2] === '/') return String(first + 1).endsWith(match[3]) ? makePeriod('school-year', first) : null;
  // Two digits after a hyphen are a month ("2023-01"), read above, or nothing we know.
  return match[3].length === 4 && last > first ? makePeriod('span', first, last) : null;
}
