import type { Indicator, Point, SeriesBreak } from '@peilglas/model';

export type TrendShape = 'line' | 'area' | 'bar' | 'stacked';

/** One series to draw. `own` is the municipality (or category) the reader came for. */
export interface TrendLine {
  readonly id: string;
  readonly label: string;
  readonly points: readonly Point[];
  readonly own: boolean;
  /** Of its figures, where lines are of several indicators; those of the indicator when absent. */
  readonly decimals?: number | null;
  /** Between what bounds its figures may lie, by the code of the period; only for figures that have both. */
  readonly margins?: ReadonlyMap<string, Margin>;
}

/** Bounds of a figure, in its own unit. */
export interface Margin {
  readonly lower: number;
  readonly upper: number;
}

/** A level to compare with, in the unit that is drawn. `text` says what it is, with its figure. */
export interface TrendReference {
  readonly value: number;
  readonly text: string;
  readonly isTarget: boolean;
}

/** Something to know about a period, told in words elsewhere: `mark` is its number there. */
export interface TrendNote {
  /** Of the period, as the lines have it. */
  readonly code: string;
  readonly mark: string;
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
  readonly references?: readonly TrendReference[];
  readonly notes?: readonly TrendNote[];
}

/** Whether the shape is made of bars, which always start at zero. */
export function isBar(shape: TrendShape): boolean {
  return shape === 'bar' || shape === 'stacked';
}
