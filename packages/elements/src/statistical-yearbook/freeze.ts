import type { ListedTable } from '@peilglas/client/catalogue';

/** A calendar day as `2026-01-31`, or null when a text is none. */
export function parseDay(text: string): string | null {
  const trimmed = text.trim();
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? Date.parse(`${trimmed}T00:00:00Z`) : NaN;
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== trimmed ? null : trimmed;
}

export interface Frozen {
  /** Not changed since that day: what is served now is what was served then. */
  readonly kept: readonly ListedTable[];
  /** Changed since, or nobody knows when. */
  readonly changed: readonly ListedTable[];
}

/** Parts the tables by whether their figures are still those of a day. An endpoint serves the current version only. */
export function freeze(tables: readonly ListedTable[], day: string): Frozen {
  const isKept = ({ updated }: ListedTable): boolean => updated !== null && updated.slice(0, 10) <= day;
  return { kept: tables.filter(isKept), changed: tables.filter((table) => !isKept(table)) };
}
