import type { Cube } from './cube.js';
import type { Observation } from './observation.js';

/** One cell with its code per dimension, in the cube's order of dimensions. */
export interface Cell {
  readonly codes: readonly string[];
  readonly observation: Observation;
}

/** Every cell of a cube in row-major order, the last dimension fastest. For exports; made one by one. */
export function* cellsOf(cube: Cube): Generator<Cell> {
  const sizes = cube.dimensions.map((dimension) => dimension.size);
  for (let cell = 0; cell < cube.size; cell++) {
    let rest = cell;
    const codes = sizes.map(() => '');
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      const size = sizes[axis] ?? 1;
      codes[axis] = cube.dimensions[axis]?.codes[rest % size] ?? '';
      rest = Math.floor(rest / size);
    }
    const selection = cube.dimensions.map(({ id }, axis) => [id, codes[axis] ?? ''] as const);
    yield { codes, observation: cube.observation(Object.fromEntries(selection)) };
  }
}
