import type { Manifest } from '../manifest.js';

export type Jump = NonNullable<NonNullable<Manifest['expectations']>['jumps']>[number];

/** SQL: the figure `later` differs from `earlier` by more than so many percent, and one of them is not too small to compare. */
export function jumped(later: string, earlier: string, percent: number, { from = 0 }: Jump): string {
  return `abs(${later} - ${earlier}) > ${percent / 100} * abs(${earlier}) AND greatest(abs(${later}), abs(${earlier})) >= ${from}`;
}

/** A change for a person, such as `+12.5 %`; from nothing there is no percentage. */
export function changeInWords(later: unknown, earlier: unknown): string {
  const [now, before] = [Number(later), Number(earlier)];
  if (before === 0) return `from 0 to ${now}`;
  const percent = Math.round(((now - before) / Math.abs(before)) * 1000) / 10;
  return `${percent > 0 ? '+' : ''}${percent} %, from ${before} to ${now}`;
}

export const jumpRemedy = 'Look at this figure again; if it is right, publish it: this refuses nothing';
