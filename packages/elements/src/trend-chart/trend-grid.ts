import type { AxisStep, TrendLine } from '@peilglas/charts';
import type { Point } from '@peilglas/model';
import type { ChartsModule } from '../chart/drawing-controller.js';

/** Periods on the axis, and the point of each line there. A period that nobody published has points without a figure. */
export interface TrendGrid {
  readonly steps: readonly AxisStep[];
  readonly rows: readonly (readonly Point[])[];
}

/** The grid that pointer and keys walk; null before the charts' code is there. */
export function gridOf(lines: readonly TrendLine[], module: ChartsModule | null): TrendGrid | null {
  if (!module) return null;
  const axis = module.timeAxis(lines);
  const rows = lines.map(({ points }) =>
    module.alignPoints(points, axis).map((point, index) => point ?? absent(axis.steps[index])),
  );
  return { steps: axis.steps, rows };
}

function absent(step: AxisStep | undefined): Point {
  const { code = '', label = '', period = null } = step ?? {};
  return { code, label, period, observation: { value: null, status: 'O', reason: 'not-available' } };
}
