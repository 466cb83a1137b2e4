import type { Relation } from './relations.js';

/** How far an attacker's interval must reach below and above the true figure. */
export interface Need {
  readonly down: number;
  readonly up: number;
}

/** Everything about the cells that a rule applies to. Arrays have one entry per row of the table. */
export interface System {
  /** NaN where there is no figure to protect or to hide. */
  readonly truth: Float64Array;
  /** What is known about each figure without this publication. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly relations: readonly Relation[];
  /** Rows that are hidden whatever the pattern, with the protection that each needs. */
  readonly needs: ReadonlyMap<number, Need>;
  /** Least difference that counts, per row: one unit of the last decimal. */
  readonly unit: Float64Array;
}

/** Cells that can only be hidden or computed together; a system in small, with cells counted from 0. */
export interface Block {
  /** Row in the table of each cell. */
  readonly rows: readonly number[];
  readonly truth: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly unit: Float64Array;
  readonly relations: readonly Relation[];
  readonly needs: ReadonlyMap<number, Need>;
}

/**
 * Splits a system into its independent blocks, without those where nothing needs protection. Known figures and zeros
 * that are published become constants, so they link nothing. A zero is never hidden to protect another: often anybody
 * knows that it cannot be anything else.
 */
export function blocksOf(system: System): readonly Block[] {
  const { truth, lower, upper, needs } = system;
  const open = truth.map((value, row) => Number(canVary(value, lower[row] ?? 0, upper[row] ?? 0, needs.has(row))));
  const relations = system.relations.flatMap((relation) => withoutConstants(relation, truth, open));
  const leader = Int32Array.from(truth.keys());
  const find = (row: number): number => {
    let at = row;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] ?? at] ?? at;
      at = leader[at] ?? at;
    }
    return at;
  };
  for (const { cells } of relations) for (const row of cells) leader[find(row)] = find(cells[0] ?? row);

  const members = new Map<number, number[]>();
  for (const row of needs.keys()) if (open[row]) members.set(find(row), []);
  const local = new Int32Array(truth.length).fill(-1);
  open.forEach((isOpen, row) => {
    const rows = isOpen ? members.get(find(row)) : undefined;
    if (rows) local[row] = rows.push(row) - 1;
  });
  const relationsOf = new Map<number, Relation[]>();
  for (const relation of relations) {
    const root = find(relation.cells[0] ?? 0);
    const cells = relation.cells.map((row) => local[row] ?? 0);
    const own = relationsOf.get(root);
    if (own) own.push({ ...relation, cells });
    else relationsOf.set(root, [{ ...relation, cells }]);
  }
  return [...members].map(([root, rows]): Block => {
    const pick = (from: Float64Array): Float64Array => Float64Array.from(rows, (row) => from[row] ?? 0);
    return {
      rows,
      truth: pick(truth),
      lower: pick(lower),
      upper: pick(upper),
      unit: pick(system.unit),
      relations: relationsOf.get(root) ?? [],
      needs: new Map(rows.flatMap((row, cell) => (needs.has(row) ? [[cell, needs.get(row) ?? nothing]] : []))),
    };
  });
}

const nothing: Need = { down: 0, up: 0 };

function canVary(value: number, lower: number, upper: number, hidden: boolean): boolean {
  return !Number.isNaN(value) && upper > lower && (hidden || value !== 0);
}

function withoutConstants(relation: Relation, truth: Float64Array, open: Float64Array): readonly Relation[] {
  let known = 0;
  const places = [...relation.cells.keys()].filter((place) => {
    const row = relation.cells[place] ?? 0;
    if (open[row]) return true;
    known += (relation.coefficients[place] ?? 0) * (truth[row] ?? 0);
    return false;
  });
  if (places.length === 0) return [];
  return [
    {
      ...relation,
      cells: places.map((place) => relation.cells[place] ?? 0),
      coefficients: places.map((place) => relation.coefficients[place] ?? 0),
      lower: relation.lower - known,
      upper: relation.upper - known,
    },
  ];
}
