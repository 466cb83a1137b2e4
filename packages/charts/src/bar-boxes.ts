import type { PlotPlace, PlotPosition } from './plot.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A figure drawn as a bar, in CSS pixels from the drawing's top left. */
export interface BarBox extends PlotPlace, Box {
  /** Where a pointer is at this figure: the bar with the space around it, and with its name and figure. */
  readonly band: Box;
}

/** The figure in whose band a pixel lies, or the nearest one. */
export function nearestBox(bars: readonly BarBox[], { x, y }: Pick<Box, 'x' | 'y'>): PlotPlace | null {
  let best: BarBox | null = null;
  let least = Infinity;
  for (const bar of bars) {
    const away = distance(bar.band, x, y);
    if (away >= least) continue;
    [best, least] = [bar, away];
    if (away === 0) break;
  }
  return best && { line: best.line, index: best.index };
}

/** The middle of a bar, with the half height of its band to keep clear of; null when there is no such bar. */
export function boxPosition(bars: readonly BarBox[], place: PlotPlace): PlotPosition | null {
  const bar = findBox(bars, place);
  if (!bar) return null;
  return { x: bar.x + bar.width / 2, y: bar.band.y + bar.band.height / 2, clear: bar.band.height / 2 };
}

export function findBox(bars: readonly BarBox[], { line, index }: PlotPlace): BarBox | undefined {
  return bars.find((bar) => bar.line === line && bar.index === index);
}

function distance(band: Box, x: number, y: number): number {
  const beside = Math.max(band.x - x, 0, x - band.x - band.width);
  const below = Math.max(band.y - y, 0, y - band.y - band.height);
  return Math.hypot(beside, below);
}
