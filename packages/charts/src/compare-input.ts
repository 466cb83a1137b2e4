import type { Indicator, Observation } from '@peilglas/model';
import type { DrawingRoom } from './trend-input.js';

/** One of the regions that are compared. */
export interface ComparedRow {
  readonly code: string;
  readonly label: string;
  readonly own: boolean;
  readonly observation: Observation;
  /** The same at the earlier period; null when one period is compared. */
  readonly before: Observation | null;
}

export interface CompareInput extends DrawingRoom {
  /** In the order in which they are drawn; those without a figure last. */
  readonly rows: readonly ComparedRow[];
  readonly indicator: Indicator;
  /** In the indicator's unit; null when there is none to show. */
  readonly average: number | null;
  /** Two periods: an open dot then, a filled dot now. Bars otherwise. */
  readonly asDots: boolean;
  /** Every row, in a drawing as high as they need; otherwise the rows that fit. */
  readonly all: boolean;
  readonly lang: string;
}
