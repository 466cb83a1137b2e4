import { parsePeriod, type Cube, type LoadState, type Point } from '@peilglas/model';
import type { Grid } from './read-grid.js';

/** Whether a table has a figure, or at least cells that are kept secret. */
export function judgeCells({ rows, columns, observation }: Grid): LoadState {
  let isSecret = false;
  for (let row = 0; row < rows.size; row++) {
    for (let column = 0; column < columns.size; column++) {
      const { value, status } = observation(row, column);
      if (value !== null) return 'ready';
      isSecret ||= status === 'C';
    }
  }
  return isSecret ? 'suppressed' : 'empty';
}

/** The last period of a table, for its reference date, without any figure. */
export function latestPoint(cube: Cube): Point {
  const time = cube.dimensionFor('time');
  const code = time?.codes.at(-1) ?? '';
  const observation = { value: null, status: 'O', reason: 'not-available' } as const;
  return { code, label: time?.labelOf(code) ?? '', period: parsePeriod(code), observation };
}

/** The level of row headers that has regions; -1 where none has. */
export function regionLevel({ rows }: Grid): number {
  return rows.dimensions.findIndex(({ role }) => role === 'geo');
}

/** The one region that a table is about, or the own one among others; empty without. */
export function placeOf(cube: Cube, own: string | null): string {
  const geo = cube.dimensionFor('geo');
  const code = geo?.size === 1 ? geo.codes[0] : own;
  return geo && code != null ? geo.labelOf(code) : '';
}
