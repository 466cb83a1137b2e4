import type { Observation } from './observation.js';

/** Part of a whole as a fraction; null when either is missing or the whole is not above zero. */
export function deriveShare(part: Observation, whole: Observation): number | null {
  if (part.value === null || whole.value === null || whole.value <= 0) return null;
  return part.value / whole.value;
}
