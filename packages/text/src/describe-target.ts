import type { Indicator, Observation } from '@peilglas/model';
import { changeAsShown, directionOf, shortAmount } from './format-change.js';
import { formatShort } from './format-figure.js';
import { observationAsShown } from './observation-as-shown.js';
import { targetWordsFor } from './target-words-for.js';

/** A figure to be reached, in the indicator's unit. */
export interface Target {
  readonly value: number;
  /** By when, as it was given; empty when nobody said. */
  readonly year: string;
}

/** `Doel 60 in 2030`. */
export function nameTarget({ value, year }: Target, indicator: Indicator, lang: string): string {
  return targetWordsFor(lang).target(formatShort(value, asWritten(value, indicator), lang), year);
}

/** The indicator with the decimals of a level or target, which an author may write more of: 12.5 is not to be told as 13. */
export function asWritten(level: number, indicator: Indicator): Indicator {
  const written = String(level).split('.')[1]?.length ?? 0;
  return { ...indicator, decimals: Math.max(written, indicator.decimals ?? 0) };
}

/**
 * How far a figure is from a target: `Doel 60 in 2030: nog 4,2 te gaan`. Where the indicator has no good direction
 * nobody knows what counts as reached, and only the distance is told. Without a figure it is the target alone.
 */
export function describeTarget(
  target: Target,
  { value, status }: Observation,
  indicator: Indicator,
  lang: string,
): string {
  const words = targetWordsFor(lang);
  const name = nameTarget(target, indicator, lang);
  const aim: Observation = { value: target.value, status: 'A', reason: null };
  const now = observationAsShown({ value, status, reason: null }, indicator.decimals);
  const exact = asWritten(target.value, indicator);
  const left = changeAsShown(now, aim, exact);
  if (left === null) return name;
  const way = directionOf(left, exact);
  const amount = shortAmount(left, exact, lang);
  const { goodDirection } = indicator;
  if (goodDirection === 'none') {
    const distance = way === 'equal' ? words.equal : way === 'more' ? words.below(amount) : words.above(amount);
    return `${name}: ${distance}`;
  }
  return `${name}: ${(way === 'more') === (goodDirection === 'up') && way !== 'equal' ? words.toGo(amount) : words.reached}`;
}
