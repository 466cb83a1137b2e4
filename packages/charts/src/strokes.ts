import { isProvisional, type Point } from '@peilglas/model';

/** A figure at its place on the axis. */
export interface PlacedPoint {
  readonly index: number;
  readonly value: number;
}

/** Points drawn as one line in one style: no gap, no break, and either final or provisional. */
export interface Stroke {
  readonly points: readonly PlacedPoint[];
  readonly provisional: boolean;
}

interface Figure extends PlacedPoint {
  readonly provisional: boolean;
}

/**
 * Cuts one line into strokes. A missing figure and a break in the series end a stroke; where final figures become
 * provisional, the joint belongs to both strokes, and the way to a provisional figure is provisional itself.
 * A place where the line has no point is a gap too, unless the figures are measured at intervals.
 *
 * @param points by place on the axis, undefined where the line has none
 * @param breaks places on the axis where a new method starts
 */
export function cutStrokes(
  points: readonly (Point | undefined)[],
  breaks: ReadonlySet<number>,
  atIntervals: boolean,
): readonly Stroke[] {
  const runs: Figure[][] = [];
  let open = false;
  for (const [index, point] of points.entries()) {
    if (breaks.has(index)) open = false;
    const value = point?.observation.value ?? null;
    if (point && value !== null) {
      const figure = { index, value, provisional: isProvisional(point.observation.status) };
      if (open) runs.at(-1)?.push(figure);
      else runs.push([figure]);
      open = true;
    } else if (point || !atIntervals) open = false;
  }
  return runs.flatMap(cutByStatus);
}

function cutByStatus(run: readonly Figure[]): readonly Stroke[] {
  const strokes: { points: PlacedPoint[]; provisional: boolean }[] = [];
  for (const [position, figure] of run.entries()) {
    const { index, value } = figure;
    const before = run[position - 1];
    const stroke = strokes.at(-1);
    const provisional = figure.provisional || (before?.provisional ?? false);
    if (stroke && before && (stroke.points.length === 1 || stroke.provisional === provisional)) {
      stroke.points.push({ index, value });
      stroke.provisional = provisional;
    } else {
      const joint = before ? [{ index: before.index, value: before.value }] : [];
      strokes.push({ points: [...joint, { index, value }], provisional });
    }
  }
  return strokes;
}
