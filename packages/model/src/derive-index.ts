import type { Observation } from './observation.js';

/**
 * Each observation as an index figure with `base` = 100. A point without a figure stays without; when the base has
 * none, or is zero, there is no index and the answer is null.
 */
export function deriveIndex(observations: readonly Observation[], base: Observation): readonly Observation[] | null {
  const { value: divisor } = base;
  if (divisor === null || divisor === 0) return null;
  return observations.map((each) => (each.value === null ? each : { ...each, value: (each.value / divisor) * 100 }));
}
