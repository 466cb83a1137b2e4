/**
 * Which further cells to hide. For each cell that is not protected yet, a linear program looks for the cheapest way to
 * change hidden and other figures, with all sums intact, until the cell differs from its true figure by what its
 * protection asks. The figures that change are hidden: then the changed table is one that an attacker cannot rule out.
 * (J. P. Kelly, B. L. Golden, A. A. Assad, "Cell suppression: disclosure protection for sensitive tabular data",
 * Networks 22 (1992), carried over from networks to sums of any kind.)
 */
import type { Highs } from 'highs';
import type { Block, Need } from './blocks.js';
import { LinearProgram } from './linear-program.js';

const tiny = 1e-7;
/** What protecting another cell along the way is worth, in units of cost; more makes fewer programs and larger patterns. */
const others = 20;

/** Cells to hide, needed ones included. Deterministic. */
export function choosePattern(highs: Highs, block: Block): ReadonlySet<number> {
  if (block.needs.size === 0) return new Set();
  const search = new PatternSearch(highs, block);
  try {
    return search.run();
  } finally {
    search.dispose();
  }
}

type Side = 'down' | 'up';

class PatternSearch {
  readonly #block: Block;
  readonly #size: number;
  readonly #program: LinearProgram;
  readonly #cost: Float64Array;
  readonly #hidden: Set<number>;
  /** Cells with a protection interval. */
  readonly #needed: readonly number[];
  /** How far each cell was seen to go below and above its figure, with only hidden cells changing. */
  readonly #reached: Readonly<Record<Side, Float64Array>>;
  /** How far each can go at most, whatever is hidden: as far as that was tried. */
  readonly #limit: Readonly<Record<Side, Float64Array>>;
  readonly #far: number;

  constructor(highs: Highs, block: Block) {
    const size = block.truth.length;
    this.#block = block;
    this.#size = size;
    this.#hidden = new Set(block.needs.keys());
    this.#needed = [...block.needs.keys()].filter((cell) => this.#interval(cell));
    this.#cost = block.truth.map((value) => Math.log2(2 + Math.abs(value)));
    const endless = (): Float64Array => new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.#limit = { down: endless(), up: endless() };
    this.#reached = { down: new Float64Array(size), up: new Float64Array(size) };
    this.#far = 10 * block.truth.reduce((most, value, cell) => Math.max(most, Math.abs(value), this.#need(cell).up), 1);
    // Variables are increases of all cells, then decreases of all cells.
    const changes = block.relations.map(({ cells, coefficients, lower, upper }) => {
      const now = cells.reduce((sum, cell, place) => sum + (coefficients[place] ?? 0) * (block.truth[cell] ?? 0), 0);
      return {
        cells: [...cells, ...cells.map((cell) => size + cell)],
        coefficients: [...coefficients, ...coefficients.map((coefficient) => -coefficient)],
        lower: Math.min(0, lower - now),
        upper: Math.max(0, upper - now),
      };
    });
    this.#program = new LinearProgram(highs, changes, new Float64Array(2 * size), new Float64Array(2 * size));
  }

  run(): ReadonlySet<number> {
    for (let round = 0; round < 6 && this.#changeHidden(round); round++);
    const needed = this.#needed.toSorted((a, b) => this.#weight(b) - this.#weight(a) || a - b);
    for (const cell of needed) {
      // Once more upwards, for what turned out to have no room below.
      for (const side of ['up', 'down', 'up'] as const) if (this.#lacks(cell, side)) this.#protect(cell, side);
    }
    // What was hidden for another, or in an earlier version, must not be computable itself.
    for (const cell of this.#hidden) {
      if (this.#isLoose(cell)) continue;
      this.#protect(cell, 'up');
      if (!this.#isLoose(cell)) this.#protect(cell, 'down');
    }
    return this.#hidden;
  }

  dispose(): void {
    this.#program.dispose();
  }

  #weight(cell: number): number {
    const { down, up } = this.#need(cell);
    return down + up;
  }

  /** The protection of a cell; null where it need only be wide enough not to be computed. */
  #interval(cell: number): Need | null {
    const need = this.#block.needs.get(cell);
    return need && need.down + need.up >= (this.#block.unit[cell] ?? 1) ? need : null;
  }

  /** What a cell needs on either side; where one side has no room for it, the other gets the rest. */
  #need(cell: number): Need {
    const { down, up } = this.#interval(cell) ?? { down: 0, up: this.#block.unit[cell] ?? 1 };
    const truth = this.#block.truth[cell] ?? 0;
    const below = Math.min(truth - (this.#block.lower[cell] ?? 0), this.#limit.down[cell] ?? 0);
    const above = Math.min((this.#block.upper[cell] ?? 0) - truth, this.#limit.up[cell] ?? 0);
    return {
      down: Math.min(below, down + Math.max(0, up - above)),
      up: Math.min(above, up + Math.max(0, down - below)),
    };
  }

  #lacks(cell: number, side: Side): boolean {
    return (this.#reached[side][cell] ?? 0) < this.#need(cell)[side] - tiny;
  }

  #isLoose(cell: number): boolean {
    return (this.#reached.down[cell] ?? 0) + (this.#reached.up[cell] ?? 0) >= (this.#block.unit[cell] ?? 1) - tiny;
  }

  /** Room of every cell to change: hidden ones always, others when `others` may be hidden too. */
  #room(others: boolean): Float64Array {
    const room = new Float64Array(2 * this.#size);
    this.#block.truth.forEach((truth, cell) => {
      if (!others && !this.#hidden.has(cell)) return;
      room[cell] = Math.min(this.#far, (this.#block.upper[cell] ?? 0) - truth);
      room[this.#size + cell] = Math.min(this.#far, truth - (this.#block.lower[cell] ?? 0));
    });
    return room;
  }

  /** Lets cells that lack protection give each other some, up to what each needs. */
  #reward(costs: Float64Array, room: Float64Array, round: number, worth: number, except = -1): boolean {
    let found = false;
    for (const cell of this.#needed) {
      const [up, down] = [this.#lacks(cell, 'up'), this.#lacks(cell, 'down')];
      if (cell === except || (!up && !down)) continue;
      // A fixed scatter: neighbours should not all go the same way.
      const side: Side = up && (!down || (Math.imul(cell + 1, 0x9e3779b1) >>> (round + 3)) & 1) ? 'up' : 'down';
      const variable = side === 'up' ? cell : this.#size + cell;
      const gain = worth / Math.max(this.#need(cell)[side], tiny);
      costs[variable] = -gain;
      room[variable] = Math.min(room[variable] ?? 0, this.#need(cell)[side]);
      // Up and down at once would earn something for nothing.
      costs[side === 'up' ? this.#size + cell : cell] = gain;
      found = true;
    }
    return found;
  }

  /** Changes hidden cells only; false when that brings nothing more. */
  #changeHidden(round: number): boolean {
    const costs = new Float64Array(2 * this.#size);
    const room = this.#room(false);
    if (!this.#reward(costs, room, round, 1)) return false;
    this.#program.bound(new Float64Array(2 * this.#size), room);
    return this.#record(this.#program.minimise(costs));
  }

  #protect(cell: number, side: Side): void {
    const least = new Float64Array(2 * this.#size);
    const room = this.#room(true);
    const costs = Float64Array.from({ length: 2 * this.#size }, (_, variable) =>
      this.#hidden.has(variable % this.#size) ? 0 : (this.#cost[variable % this.#size] ?? 0),
    );
    const [variable, opposite] = side === 'up' ? [cell, this.#size + cell] : [this.#size + cell, cell];
    const wanted = this.#need(cell)[side];
    this.#reward(costs, room, cell & 7, others, cell);
    room[opposite] = 0;
    least[variable] = wanted;
    room[variable] = Math.max(wanted, room[variable] ?? 0);
    this.#program.bound(least, room);
    let changes = this.#program.minimise(costs);
    if (!changes) {
      // As far as it goes, with nothing else in mind.
      room.set(this.#room(true));
      room[opposite] = 0;
      least[variable] = 0;
      room[variable] = wanted;
      costs[variable] = -1e6;
      this.#program.bound(least, room);
      changes = this.#program.minimise(costs);
      this.#limit[side][cell] = changes?.[variable] ?? 0;
    }
    this.#record(changes);
  }

  #record(changes: Float64Array | null): boolean {
    let gained = false;
    if (!changes) return false;
    for (let cell = 0; cell < this.#size; cell++) {
      const change = (changes[cell] ?? 0) - (changes[this.#size + cell] ?? 0);
      if (Math.abs(change) <= tiny) continue;
      this.#hidden.add(cell);
      const side = change > 0 ? 'up' : 'down';
      if (Math.abs(change) > (this.#reached[side][cell] ?? 0) + tiny) {
        this.#reached[side][cell] = Math.abs(change);
        gained = true;
      }
    }
    return gained;
  }
}
