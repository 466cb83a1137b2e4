import type { Shape } from '@peilglas/model';
import type { DrawingRoom } from '../trend-input.js';

/** The step of the colour scale, from 0 (light) to 4 (dark); `missing` without a figure; `outside` what is not in the figures. */
export type AreaFill = number | 'missing' | 'outside';

export interface MapArea {
  readonly shape: Shape;
  readonly label: string;
  /** Below the name, where there is room; empty for none. */
  readonly figure: string;
  readonly own: boolean;
  readonly fill: AreaFill;
}

export interface MapInput {
  /** Places and keys count along these. */
  readonly areas: readonly MapArea[];
}

export interface MapRoom extends DrawingRoom {
  /** Where text runs from right to left, the map stands at the right. */
  readonly isRightToLeft: boolean;
}
