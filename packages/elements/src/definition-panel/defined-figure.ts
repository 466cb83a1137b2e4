import type { Cube, Indicator, Point } from '@peilglas/model';

/** The figure a definition was opened from, so that a question or citation can name exactly that one. */
export interface DefinedFigure {
  readonly cube: Cube;
  readonly indicator: Indicator;
  /** Region label; empty for a table without regions. */
  readonly region: string;
  readonly point: Point | null;
}
