import { deriveAverage, type Average } from './derive-average.js';
import type { Observation } from './observation.js';

/**
 * The average of regions that are compared, as `deriveAverage`. `withheld` when a figure or weight of any of them is
 * confidential: beside a published total, the average of the others would be that figure, worked out.
 */
export function derivePeerAverage(
  observations: readonly Observation[],
  weights?: readonly Observation[],
): Average | 'withheld' | null {
  const isSecret = ({ status }: Observation): boolean => status === 'C';
  if (observations.some(isSecret) || weights?.some(isSecret)) return 'withheld';
  return deriveAverage(observations, weights);
}
