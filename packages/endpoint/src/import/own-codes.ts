import { parsePeriod, type Period } from '@peilglas/model';
import type { DraftDimension } from './draft.js';

/** Codes of a dimension as we write them, by the code of the source. No two are the same, whatever their case. */
export function ownCodes({ role, codes }: DraftDimension): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(codes.map(({ code }) => [code, firstFree(role === 'time' ? ownPeriod(code) : ownCode(code), taken)]));
}

/** What may not be in a code of ours becomes an underscore: value expressions give `*`, `?`, commas and brackets a meaning. */
function ownCode(code: string): string {
  const clean = code.replaceAll(/[\s,*?()[\]\\"]+/gu, '_').slice(0, 90);
  return /^[\p{L}\p{N}]/u.test(clean) ? clean : `c${clean}`;
}

function firstFree(code: string, taken: Set<string>): string {
  let free = code;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${code}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}

/** `2023JJ00` as 2023, `2023KW01` as 2023-Q1; a code that is no period stays as it is, for `check` to refuse. */
export function ownPeriod(code: string): string {
  const period = parsePeriod(code);
  return period ? writePeriod(period) : code;
}

function writePeriod({ kind, year, part, start }: Period): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  switch (kind) {
    case 'year':
      return String(year);
    case 'half-year':
      return `${year}-H${part}`;
    case 'quarter':
      return `${year}-Q${part}`;
    case 'month':
      return `${year}-${two(part)}`;
    case 'week':
      return `${year}-W${two(part)}`;
    case 'day':
      return new Date(start * 86_400_000).toISOString().slice(0, 10);
    case 'school-year':
      return `${year}/${year + 1}`;
    case 'span':
      return `${year}-${part}`;
  }
}

/** An id for a dimension: letters, digits, `_` and `-`, beginning with a letter, that is not yet taken. */
export function ownId(id: string, taken: Set<string>): string {
  const plain = id
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
    .slice(0, 70);
  return firstFree(/^[A-Za-z]/.test(plain) ? plain : `D${plain}`, taken);
}
