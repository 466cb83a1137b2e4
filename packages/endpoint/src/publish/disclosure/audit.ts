/**
 * The attacker's side, apart from how the pattern was chosen: the interval of every hidden figure that agrees with all
 * that is published or known. (Feasibility interval: A. Hundepool e.a., Handbook on Statistical Disclosure Control, § 4.3.)
 */
import type { Highs } from 'highs';
import type { Block } from './blocks.js';
import { LinearProgram } from './linear-program.js';

const tiny = 1e-6;

/**
 * Hidden cells whose interval is too narrow, with its width, by number in the block. A cell with a need must have an
 * interval at least as wide as its protection interval (sliding protection); any other one at least one unit wide, so that
 * it cannot be computed.
 */
export function exposedCells(highs: Highs, block: Block, hidden: ReadonlySet<number>): ReadonlyMap<number, number> {
  const cells = [...hidden].sort((a, b) => a - b);
  if (cells.length === 0) return new Map();
  const place = new Map(cells.map((cell, index) => [cell, index]));
  const relations = block.relations.flatMap((relation) => {
    let known = 0;
    const inside = relation.cells.flatMap((cell, index) => {
      const coefficient = relation.coefficients[index] ?? 0;
      const variable = place.get(cell);
      if (variable !== undefined) return [{ variable, coefficient }];
      known += coefficient * (block.truth[cell] ?? 0);
      return [];
    });
    if (inside.length === 0) return [];
    return [
      {
        cells: inside.map(({ variable }) => variable),
        coefficients: inside.map(({ coefficient }) => coefficient),
        lower: relation.lower - known,
        upper: relation.upper - known,
      },
    ];
  });
  const truth = Float64Array.from(cells, (cell) => block.truth[cell] ?? 0);
  // Far beyond every figure: no interval need be known to be wider.
  const far = 100 * truth.reduce((most, value) => Math.max(most, Math.abs(value)), 100);
  const lower = Float64Array.from(cells, (cell) => Math.max(-far, block.lower[cell] ?? 0));
  const upper = Float64Array.from(cells, (cell) => Math.min(far, block.upper[cell] ?? 0));
  const wide = Float64Array.from(cells, (cell, index) => {
    const { down, up } = block.needs.get(cell) ?? { down: 0, up: 0 };
    return Math.max(block.unit[cell] ?? 1, Math.min(down + up, (upper[index] ?? 0) - (lower[index] ?? 0)));
  });
  const least = truth.slice();
  const most = truth.slice();
  const narrow = (index: number): boolean =>
    (most[index] ?? 0) - (least[index] ?? 0) < Math.max(wide[index] ?? 0, 0) - tiny;
  const program = new LinearProgram(highs, relations, lower, upper);
  const costs = new Float64Array(cells.length);
  // Any solution is a table that agrees with everything known, so it widens the interval of all cells at once.
  const solve = (): boolean => {
    const found = program.minimise(costs);
    let wider = false;
    found?.forEach((value, index) => {
      if (value < (least[index] ?? 0) - tiny || value > (most[index] ?? 0) + tiny) wider = true;
      least[index] = Math.min(least[index] ?? 0, value);
      most[index] = Math.max(most[index] ?? 0, value);
    });
    return wider;
  };
  try {
    for (let round = 0; round < 8; round++) {
      costs.forEach((_, index) => {
        costs[index] = narrow(index) ? ((Math.imul(index + 1, 0x9e3779b1) >>> (round + 3)) & 1 ? 1 : -1) : 0;
      });
      if (!costs.some((cost) => cost !== 0) || !solve()) break;
    }
    return new Map(
      cells.flatMap((cell, index) => {
        for (const direction of [1, -1]) {
          if (!narrow(index)) return [];
          costs.fill(0);
          costs[index] = direction;
          solve();
        }
        return narrow(index) ? [[cell, (most[index] ?? 0) - (least[index] ?? 0)]] : [];
      }),
    );
  } finally {
    program.dispose();
  }
}
