import type { Indicator, Point, SeriesBreak } from '@peilglas/model';

export type TrendShape = 'line' | 'area' | 'bar' | 'stacked';

/** One series to draw. `own` is the municipality (or category) the reader came for. */
export interface TrendLine {
  readonly id: string;
  readonly label: string;
  readonly points: readonly Point[];
  readonly own: boolean;
}

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Resolved, never a variable: text is measured before it is drawn. `size` in CSS pixels. */
export interface ChartFont {
  readonly family: string;
  readonly size: number;
}

/** What only the page knows of a drawing. */
export interface DrawingRoom {
  readonly size: Size;
  readonly font: ChartFont;
  /** Set when the reader asked for less motion: changes are then shown at once. */
  readonly reducedMotion?: boolean;
}

export interface TrendInput extends DrawingRoom {
  readonly lines: readonly TrendLine[];
  readonly indicator: Indicator;
  readonly breaks: readonly SeriesBreak[];
  readonly shape: TrendShape;
  readonly lang: string;
}

/** Whether the shape is made of bars, which always start at zero. */
export function isBar(shape: TrendShape): boolean {
  return shape === 'bar' || shape === 'stacked';
}
