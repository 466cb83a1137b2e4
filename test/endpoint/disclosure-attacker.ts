/**
 * An attacker who has every published figure, total, codelist sum, rate and earlier version of a random table, knows that
 * counts are not negative, not zero where they are hidden, and add up, and guesses right which hidden figures did not change between versions. The model
 * is over the innermost places only: every published figure is one equation about them.
 */
import highs, { type Highs } from 'highs';
import type { Columns } from './disclosure-support.ts';
import { placesOf, sumOver, type Facts, type Place, type Universe } from './disclosure-random.ts';

export async function loadHighs(): Promise<Highs> {
  const loader: unknown = highs;
  if (!isLoader(loader)) throw new Error('highs has no loader');
  return loader();
}

function isLoader(loader: unknown): loader is typeof highs.default {
  return typeof loader === 'function';
}

export interface Version {
  readonly facts: Facts;
  /** As published, in the order of `tableOf`: clients, people and share of each place. */
  readonly published: Columns;
}

interface Row {
  readonly leaves: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** What one version tells about sums of innermost counts. */
function equations(
  universe: Universe,
  places: readonly Place[],
  { facts, published }: Version,
  counts: 'all' | 'zeros',
): readonly Row[] {
  const value = (row: number): number => published.values[row] ?? Number.NaN;
  const rows: Row[] = [];
  places.forEach(({ leaves }, place) => {
    const [clients, people, share] = [value(3 * place), value(3 * place + 1), value(3 * place + 2)];
    rows.push({ leaves, lower: 0, upper: people });
    if (clients === 0) rows.push({ leaves, lower: 0, upper: 0 });
    // Zeros are shown, so what is hidden is not one, or one that was hidden before.
    if (published.status[3 * place] === 'C' && sumOver(facts.counts, leaves) > 0)
      rows.push({ leaves, lower: 1, upper: people });
    if (counts === 'zeros') return;
    if (!Number.isNaN(clients)) rows.push({ leaves, lower: clients, upper: clients });
    if (!Number.isNaN(share)) {
      rows.push({
        leaves,
        lower: ((share - 0.05) * people) / 100 - 1e-6,
        upper: ((share + 0.05) * people) / 100 + 1e-6,
      });
    }
  });
  if (counts === 'zeros') return rows;
  // Codelist sums are served when every member is published.
  universe.axes.forEach(({ groups }, axis) => {
    for (const group of groups) {
      const rest = new Map<string, { readonly rows: number[]; readonly leaves: number[] }>();
      places.forEach(({ codes, leaves }, place) => {
        if (!group.includes(codes[axis] ?? '')) return;
        const key = codes.filter((_, index) => index !== axis).join();
        const sum = rest.get(key) ?? { rows: [], leaves: [] };
        sum.rows.push(place);
        sum.leaves.push(...leaves);
        rest.set(key, sum);
      });
      for (const { rows: members, leaves } of rest.values()) {
        const sum = members.reduce((total, place) => total + value(3 * place), 0);
        if (!Number.isNaN(sum)) rows.push({ leaves, lower: sum, upper: sum });
      }
    }
  });
  return rows;
}

/** A hidden count of which the attacker's interval is narrower than what protects it. */
export interface Win {
  readonly version: number;
  readonly codes: readonly string[];
  readonly truth: number;
  readonly least: number;
  readonly most: number;
}

/** Attacks every hidden count: the small ones for an interval narrower than `minimum`, the others for the very figure. */
export function attack(solver: Highs, universe: Universe, versions: readonly Version[]): readonly Win[] {
  const places = placesOf(universe);
  const everything = new Model(solver, universe, places, versions, 'all');
  // What follows from the numbers of people, and from where nobody is counted, is no secret to begin with.
  const before = new Model(solver, universe, places, versions, 'zeros');
  try {
    return versions.flatMap(({ facts, published }, version) =>
      places.flatMap(({ leaves, codes }, place): Win[] => {
        if (published.status[3 * place] !== 'C') return [];
        const truth = sumOver(facts.counts, leaves);
        const wanted = truth > 0 && truth < universe.minimum ? universe.minimum : 1;
        const [least, most] = everything.interval(leaves, version);
        if (most - least > wanted - 1e-4) return [];
        const [from, to] = before.interval(leaves, version);
        return most - least > Math.min(wanted, to - from) - 1e-4 ? [] : [{ version, codes, truth, least, most }];
      }),
    );
  } finally {
    everything.dispose();
    before.dispose();
  }
}

/** Unknown counts at the innermost places of every version; one that did not change is one unknown in all versions. */
class Model {
  readonly #solver: Highs;
  readonly #model: ReturnType<Highs['createModel']>;
  readonly #versions: readonly Version[];
  readonly #size: number;

  constructor(
    solver: Highs,
    universe: Universe,
    places: readonly Place[],
    versions: readonly Version[],
    counts: 'all' | 'zeros',
  ) {
    this.#solver = solver;
    this.#versions = versions;
    this.#size = universe.leaves.length;
    const rows = versions.flatMap((version, index) =>
      equations(universe, places, version, counts).map((row) => ({
        ...row,
        unknowns: row.leaves.map((leaf) => this.#unknown(leaf, index)),
      })),
    );
    const starts = [0];
    for (const { unknowns } of rows) starts.push((starts.at(-1) ?? 0) + unknowns.length);
    const numCols = versions.length * this.#size;
    this.#model = solver.createModel();
    this.#model.options.set({ output_flag: false });
    this.#model.passModel({
      numCols,
      numRows: rows.length,
      colCost: new Float64Array(numCols),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1e6),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols,
        starts,
        indices: rows.flatMap(({ unknowns }) => unknowns),
        values: rows.flatMap(({ unknowns }) => unknowns.map(() => 1)),
      },
    });
  }

  #unknown(leaf: number, version: number): number {
    const count = this.#versions[version]?.facts.counts[leaf];
    return this.#versions.findIndex(({ facts }) => facts.counts[leaf] === count) * this.#size + leaf;
  }

  interval(leaves: readonly number[], version: number): readonly [number, number] {
    const [least = 0, most = 0] = [1, -1].map((sign) => {
      const cost = new Float64Array(this.#versions.length * this.#size);
      for (const leaf of leaves) cost[this.#unknown(leaf, version)] = sign;
      this.#model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
      const { modelStatus } = this.#model.run();
      // The true counts are a solution, so there always is one.
      if (modelStatus !== this.#solver.constants.modelStatus.optimal) throw new Error(`No solution: ${modelStatus}`);
      return sign * this.#model.getObjectiveValue();
    });
    return [least, most];
  }

  dispose(): void {
    this.#model.dispose();
  }
}
