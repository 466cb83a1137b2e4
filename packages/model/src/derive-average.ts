import { roundTo } from './derive-change.js';
import type { Observation } from './observation.js';

export interface Average {
  readonly value: number;
  /** How many observations it is the average of. */
  readonly used: number;
  /** How many had no figure, or no weight, and were left out. */
  readonly missing: number;
}

/**
 * Arithmetic mean of the observations that have a figure, weighted when weights (same order) are given.
 * An observation without a figure or without a positive weight is left out and counted as missing, save what cannot exist.
 * Null when nothing is left.
 */
export function deriveAverage(observations: readonly Observation[], weights?: readonly Observation[]): Average | null {
  let sum = 0;
  let total = 0;
  let used = 0;
  let missing = 0;
  for (const [index, { value, status }] of observations.entries()) {
    const weight = weights ? (weights[index]?.value ?? 0) : 1;
    if (value === null || weight <= 0) {
      if (status !== 'M') missing += 1;
      continue;
    }
    sum += value * weight;
    total += weight;
    used += 1;
  }
  // Without the residue of many additions, so that 2.35 is not shown as 2.3.
  return used === 0 ? null : { value: roundTo(sum / total, null), used, missing };
}
