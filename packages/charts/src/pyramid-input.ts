import type { Indicator, Observation } from '@peilglas/model';
import type { DrawingRoom } from './trend-input.js';

/** One half of a pyramid. */
export interface PyramidSide {
  readonly label: string;
  /** By group, filled. */
  readonly observations: readonly Observation[];
  /** The same of another region or period, as an outline; null without one. */
  readonly others: readonly Observation[] | null;
}

export interface PyramidInput extends DrawingRoom {
  /** Names of the groups, from the bottom up. */
  readonly groups: readonly string[];
  readonly sides: readonly [left: PyramidSide, right: PyramidSide];
  /** What is filled and what is an outline; null when there is nothing to tell apart. */
  readonly names: readonly [filled: string, outlined: string] | null;
  /** How figures are measured: counts, or percentages. */
  readonly measured: Pick<Indicator, 'unit' | 'decimals'>;
  readonly lang: string;
}
