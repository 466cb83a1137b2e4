import type { Cube, Indicator, Observation, Point } from '@peilglas/model';

/** The figure a definition was opened from, so that a question or citation can name exactly that one. */
export interface DefinedFigure {
  readonly cube: Cube;
  readonly indicator: Indicator;
  /** Region label; empty for a table without regions. */
  readonly region: string;
  readonly point: Point | null;
  /** The figure itself, where it is not that of the point; null where no one figure is meant. */
  readonly figure?: Observation | null | undefined;
}
