/** Arithmetic of cells in row-major order: the last dimension runs fastest. */

export function cellCount(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** Per dimension, how many cells one step in it skips. */
export function strides(sizes: readonly number[]): readonly number[] {
  const steps: number[] = [];
  let step = 1;
  for (const size of [...sizes].reverse()) {
    steps.unshift(step);
    step *= size;
  }
  return steps;
}
