import type { TrendLine, TrendShape } from '@peilglas/charts';
import { isPercentage, isRate, type Dimension, type Indicator } from '@peilglas/model';
import { trendWordsFor } from '@peilglas/text';

export interface Stackable {
  readonly lines: readonly TrendLine[];
  readonly measured: readonly Indicator[];
  readonly open: readonly Dimension[];
  /** Null for figures as published. */
  readonly base: string | null;
}

/**
 * The shape to draw, and why it is not the one asked for. A stack shows a total, so it needs parts that can be summed:
 * no averages, rates or index figures, no percentages of regions, no total among its own parts, and no regions of
 * different kinds, of which one may hold the other. Where a part is not known there is no total either: beside a
 * published one it would give away what is secret. Such figures stand beside each other.
 */
export function chooseShape(wanted: TrendShape, given: Stackable, lang: string): { shape: TrendShape; why: string } {
  if (wanted !== 'stacked' || given.lines.length < 2) return { shape: wanted, why: '' };
  const words = trendWordsFor(lang);
  if (!canBeSummed(given)) return { shape: 'bar', why: words.notSummed };
  return areComplete(given.lines) ? { shape: wanted, why: '' } : { shape: 'bar', why: words.notStacked };
}

function canBeSummed({ measured, open, base }: Stackable): boolean {
  const geo = open.find(({ role }) => role === 'geo');
  const kinds = new Set(geo?.codes.map((code) => code.replace(/\d.*$/, '')));
  const shares = geo !== undefined && measured.some(isPercentage);
  const totals = open.some(({ total, codes }) => total !== null && codes.includes(total));
  return base === null && !measured.some(isRate) && !shares && !totals && kinds.size < 2;
}

/** Whether each period has a figure of every part, or of none; what cannot exist is no part. */
function areComplete(lines: readonly TrendLine[]): boolean {
  const missing = new Set<string>();
  const known = new Set<string>();
  for (const { code, observation } of lines.flatMap(({ points }) => points)) {
    if (observation.value !== null) known.add(code);
    else if (observation.status !== 'M') missing.add(code);
  }
  return [...missing].every((code) => !known.has(code));
}
