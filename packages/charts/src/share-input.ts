import type { Composition, Indicator, Observation } from '@peilglas/model';
import type { DrawingRoom } from './trend-input.js';

/** One whole, drawn as one bar. */
export interface ShareBar {
  /** Region or period; empty when there is one bar. */
  readonly label: string;
  /** By part. */
  readonly observations: readonly Observation[];
  readonly composition: Composition;
}

export interface ShareInput extends DrawingRoom {
  /** Names of the parts, in the order in which they are drawn. */
  readonly parts: readonly string[];
  readonly bars: readonly ShareBar[];
  readonly indicator: Indicator;
  readonly lang: string;
}

/** What the parts leave, as a fraction of the whole; null when they leave nothing. */
export function restShare({ composition: { rest, whole } }: ShareBar): number | null {
  return rest === null || whole === null ? null : rest / whole;
}
