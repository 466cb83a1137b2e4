import { roundTo, type Observation } from '@peilglas/model';
import { shownDecimals } from './format-number.js';

/** The observation with its figure as readers see it: those that read the same are to be ranked and told as the same. */
export function observationAsShown(observation: Observation, decimals: number | null): Observation {
  const { value } = observation;
  return value === null ? observation : { ...observation, value: roundTo(value, shownDecimals(decimals)) };
}
