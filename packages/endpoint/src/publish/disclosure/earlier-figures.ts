import type { Highs } from 'highs';
import type { Sight } from './earlier-sights.js';
import { LinearProgram } from './linear-program.js';
import { withoutKnown, type Relation } from './relations.js';

const tiny = 1e-6;

/** A figure that was hidden in an earlier version and has changed since, as an attacker would put it. */
export interface Changed {
  /** Today's row of the same cell. */
  readonly row: number;
  readonly figure: number;
}

/**
 * Sums of an earlier version over what was not in sight then. Its true figures are not kept anywhere, so they are put as
 * today's, or as the nearest version showed them, wherever the sum then holds. A figure that was hidden and must have
 * changed is put as near to today's as the published ones allow: an unknown of its own, added to `changed`, with a number
 * after those of today's rows. Nothing where the version does not add up like today's.
 */
export function sumsOfThen(
  highs: Highs,
  { shown, hidden, seen }: Sight,
  sums: readonly Relation[],
  truth: Float64Array,
  changed: Changed[],
): readonly Relation[] {
  const known: Relation[] = [];
  const open: Relation[] = [];
  for (const sum of sums) {
    const inSight = (row: number): number => shown[row] ?? Number.NaN;
    const now = withoutKnown(sum, inSight);
    if (now.cells.length === 0) continue;
    const isHidden = now.cells.every((row) => hidden.has(row));
    // What was in sight and is the same today is known by itself.
    if (!isHidden && !sum.cells.some((row) => Math.abs(inSight(row) - (truth[row] ?? 0)) > tiny)) continue;
    const before = withoutKnown(sum, (row) => (Number.isNaN(inSight(row)) ? seen(row) : inSight(row)));
    if (!holds(now, truth) && holds(before, truth)) known.push(before);
    else if (isHidden) open.push(now);
    else if (holds(now, truth)) known.push(now);
  }
  const unknown = new Map([...new Set(open.flatMap(({ cells }) => cells))].map((row, place) => [row, place]));
  const changes = nearest(highs, open, unknown, truth);
  if (!changes) return known;
  const variable = new Map<number, number>();
  for (const [row, place] of unknown) {
    const change = changes[place] ?? 0;
    if (Math.abs(change) <= tiny) continue;
    variable.set(row, truth.length + changed.push({ row, figure: (truth[row] ?? 0) + change }) - 1);
  }
  return [...known, ...open.map((sum) => ({ ...sum, cells: sum.cells.map((row) => variable.get(row) ?? row) }))];
}

function holds({ cells, coefficients, lower }: Relation, truth: Float64Array): boolean {
  const sum = cells.reduce((total, row, index) => total + (coefficients[index] ?? 0) * (truth[row] ?? 0), 0);
  return Math.abs(sum - lower) <= tiny;
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
