import type { Highs } from 'highs';
import type { EarlierVersion } from './columns.js';
import { LinearProgram } from './linear-program.js';
import type { Relation } from './relations.js';

/** A figure that was hidden in an earlier version and has changed since, as an attacker would put it. */
export interface Changed {
  /** Today's row of the same cell. */
  readonly row: number;
  readonly figure: number;
}

/**
 * Sums of an earlier version over what was hidden then. Its true figures are not kept anywhere, so they are put as near
 * to today's as the published ones allow: a figure that need not have changed is taken as the same unknown as today's, one
 * that must have is an unknown of its own, numbered from `next`. Nothing where the version does not add up like today's.
 */
export function sumsOfThen(
  highs: Highs,
  version: EarlierVersion,
  rowsOfToday: Int32Array,
  sums: readonly Relation[],
  truth: Float64Array,
  next: number,
): { readonly relations: readonly Relation[]; readonly changed: readonly Changed[] } {
  const { status, values } = version.columns;
  const then = new Map([...rowsOfToday].flatMap((row, place) => (row < 0 ? [] : [[row, place]])));
  const unknown = new Map<number, number>();
  const relations = sums.flatMap((sum): Relation[] => {
    let known = 0;
    const [cells, coefficients]: [number[], number[]] = [[], []];
    for (const [index, row] of sum.cells.entries()) {
      const place = then.get(row) ?? -1;
      const coefficient = sum.coefficients[index] ?? 0;
      if (status[place] === 'C') {
        cells.push(row);
        coefficients.push(coefficient);
      } else known += coefficient * (values[place] ?? Number.NaN);
    }
    if (cells.length === 0 || Number.isNaN(known)) return [];
    for (const row of cells) if (!unknown.has(row)) unknown.set(row, unknown.size);
    return [{ cells, coefficients, lower: -known, upper: -known, earlier: true }];
  });
  const changes = nearest(highs, relations, unknown, truth);
  if (!changes) return { relations: [], changed: [] };
  const changed: Changed[] = [];
  const variable = new Map<number, number>();
  for (const [row, place] of unknown) {
    const change = changes[place] ?? 0;
    if (Math.abs(change) <= 1e-6) continue;
    variable.set(row, next + changed.length);
    changed.push({ row, figure: (truth[row] ?? 0) + change });
  }
  const named = relations.map((sum) => ({ ...sum, cells: sum.cells.map((row) => variable.get(row) ?? row) }));
  return { relations: named, changed };
}

/** The least changes to today's figures with which the sums hold; null when nothing does it. */
function nearest(
  highs: Highs,
  sums: readonly Relation[],
  unknown: ReadonlyMap<number, number>,
  truth: Float64Array,
): Float64Array | null {
  const size = unknown.size;
  if (size === 0) return new Float64Array();
  // Increases of all unknowns, then decreases.
  const most = new Float64Array(2 * size).fill(Number.POSITIVE_INFINITY);
  for (const [row, place] of unknown) most[size + place] = Math.max(0, truth[row] ?? 0);
  const relations = sums.map(({ cells, coefficients, lower }) => {
    const places = cells.map((row) => unknown.get(row) ?? 0);
    const change = lower - cells.reduce((sum, row, index) => sum + (coefficients[index] ?? 0) * (truth[row] ?? 0), 0);
    return {
      cells: [...places, ...places.map((place) => size + place)],
      coefficients: [...coefficients, ...coefficients.map((coefficient) => -coefficient)],
      lower: change,
      upper: change,
    };
  });
  const program = new LinearProgram(highs, relations, new Float64Array(2 * size), most);
  try {
    const solution = program.minimise(new Float64Array(2 * size).fill(1));
    return solution?.subarray(0, size).map((increase, place) => increase - (solution[size + place] ?? 0)) ?? null;
  } finally {
    program.dispose();
  }
}
