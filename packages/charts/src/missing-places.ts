import type { EndLabel } from './place-end-labels.js';
import { plotX, plotY, type Plot } from './plot.js';
import { isBar, type TrendInput } from './trend-input.js';

/** Where the sign for "no figure" stands: a place along the time axis, and CSS pixels from the top. */
export interface MissingPlace {
  readonly index: number;
  readonly y: number;
}

interface Obstacle {
  readonly y: number;
  readonly reach: number;
}

/**
 * Places for the signs of missing figures, in the gap that these leave: level with the figures beside it, or halfway up
 * the bars beside it, and those of one gap at one height. Never on or near the axis, where a sign would be read as zero,
 * and clear of other lines and of labels.
 *
 * @param indexes of the places on the time axis, in order
 */
export function missingPlaces(
  indexes: readonly number[],
  line: number,
  plot: Plot,
  endLabels: readonly EndLabel[],
  { size, font, shape }: TrendInput,
): readonly MissingPlace[] {
  const { heights = [], shift = 0 } = plot.lines[line] ?? {};
  const y = (value: number): number => plotY(plot, size, value);
  const base = y(Math.min(Math.max(0, plot.y.min), plot.y.max));
  const bounds = { top: plot.margin.top + font.size / 2, bottom: size.height - plot.margin.bottom - font.size };
  return gaps(indexes).flatMap((gap) => {
    const level = y(levelAt(heights, gap[0] ?? 0) ?? (plot.y.min + plot.y.max) / 2);
    const obstacles = gap.flatMap((index): readonly Obstacle[] => {
      const x = plotX(plot, size, index + shift);
      const others = isBar(shape) ? [] : plot.lines.flatMap((other) => other.heights[index] ?? []);
      const labels = endLabels.filter((label) => x > label.x - font.size && x < label.x + label.width + font.size);
      return [
        ...others.map((height) => ({ y: y(height), reach: font.size })),
        ...labels.map((label) => ({ y: label.y, reach: (label.height + font.size) / 2 })),
      ];
    });
    const wanted = isBar(shape) ? (level + base) / 2 : level;
    const free = freePlace(wanted, [{ y: base, reach: font.size * 1.5 }, ...obstacles], bounds);
    return gap.map((index) => ({ index: index + shift, y: free }));
  });
}

/** Places that follow each other, together. */
function gaps(indexes: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** Halfway between the nearest figures on both sides; null where there are none. */
function levelAt(heights: readonly (number | null)[], index: number): number | null {
  const before = heights.slice(0, index).findLast((height) => height !== null) ?? null;
  const after = heights.slice(index + 1).find((height) => height !== null) ?? null;
  return before === null || after === null ? (before ?? after) : (before + after) / 2;
}

/** The place nearest to the wanted one that no obstacle reaches; as near as it may be when there is none. */
function freePlace(wanted: number, obstacles: readonly Obstacle[], bounds: { top: number; bottom: number }): number {
  const within = Math.min(Math.max(wanted, bounds.top), bounds.bottom);
  for (let away = 0; away <= bounds.bottom - bounds.top; away += 2) {
    const free = [within - away, within + away].find(
      (y) => y >= bounds.top && y <= bounds.bottom && obstacles.every((each) => Math.abs(y - each.y) >= each.reach),
    );
    if (free !== undefined) return free;
  }
  return within;
}
