import { isPercentage, type Indicator } from './indicator.js';
import type { Observation } from './observation.js';

/** Difference between two observations of one indicator. */
export interface Change {
  /** In the indicator's unit; percentage points when that is a percentage. */
  readonly absolute: number;
  /** As a fraction of the earlier figure (0.004 is +0,4 %); null for percentages and where figures below zero make no fraction. */
  readonly relative: number | null;
}

/**
 * The change from one observation to another, rounded to the indicator's decimals; null when either has no figure.
 * Differences of rounded figures are rounded too: 12.3 − 11.9 is 0.4, not 0.4000000000000004.
 */
export function deriveChange(from: Observation, to: Observation, indicator: Indicator): Change | null {
  if (from.value === null || to.value === null) return null;
  const absolute = roundTo(to.value - from.value, indicator.decimals);
  const relative = isPercentage(indicator) ? null : deriveGrowth(from, to);
  return { absolute, relative };
}

/** Growth as a fraction of the earlier figure; null when either is missing, the earlier is zero or either is below zero. */
export function deriveGrowth(from: Observation, to: Observation): number | null {
  if (from.value === null || to.value === null || from.value <= 0 || to.value < 0) return null;
  return (to.value - from.value) / from.value;
}

/**
 * Rounds half away from zero to a number of decimals; null keeps ten, enough to lose binary residue only. What 59 of 2,000 is in
 * percent, 2.9499999999999997, is half way: no figure has more than fifteen digits, and what comes after these is residue.
 */
export function roundTo(value: number, decimals: number | null): number {
  const places = decimals ?? 10;
  const size = Math.abs(value);
  const plain = Number.isInteger(size) ? size : Number(size.toPrecision(15));
  const shifted = Math.round(Number(`${plain}e${places}`));
  let rounded = Math.sign(value) * Number(`${shifted}e-${places}`);
  // Exponents ("1e-7") do not take a second one; such a number is rounded the plain way.
  if (Number.isNaN(rounded)) rounded = Number(value.toFixed(Math.min(places, 100)));
  // Never minus zero, which would be written as "-0".
  return rounded === 0 ? 0 : rounded;
}
