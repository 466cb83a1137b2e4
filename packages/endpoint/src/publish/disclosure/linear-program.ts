import highs, { type Highs, type Model } from 'highs';
import type { Relation } from './relations.js';

let loading: Promise<Highs> | null = null;

/** The solver, loaded when a table needs it for the first time. */
export function loadSolver(): Promise<Highs> {
  const loader: unknown = highs;
  if (!isLoader(loader)) throw new Error('The solver of linear programs cannot be loaded');
  loading ??= loader();
  return loading;
}

/** Its types describe the CommonJS build, of which the loader is `default`; the ES module exports the loader itself. */
function isLoader(loader: unknown): loader is typeof highs.default {
  return typeof loader === 'function';
}

/** A linear program that is solved many times; with other costs alone, it starts where the last time ended. */
export class LinearProgram {
  readonly #model: Model;
  readonly #all: { readonly kind: 'range'; readonly from: 0; readonly to: number };
  readonly #optimal: number;

  /** One column per variable; relations refer to variables by number. */
  constructor(highs: Highs, relations: readonly Relation[], lower: Float64Array, upper: Float64Array) {
    const numCols = lower.length;
    const starts = [0];
    for (const { cells } of relations) starts.push((starts.at(-1) ?? 0) + cells.length);
    this.#optimal = highs.constants.modelStatus.optimal;
    this.#all = { kind: 'range', from: 0, to: numCols - 1 };
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, solver: 'simplex' });
    this.#model.passModel({
      numCols,
      numRows: relations.length,
      colCost: new Float64Array(numCols),
      colLower: lower,
      colUpper: upper,
      rowLower: relations.map((relation) => relation.lower),
      rowUpper: relations.map((relation) => relation.upper),
      matrix: {
        format: 'csr',
        numRows: relations.length,
        numCols,
        starts,
        indices: relations.flatMap(({ cells }) => cells),
        values: relations.flatMap(({ coefficients }) => coefficients),
      },
    });
  }

  /** Other bounds, far from where the last solution was: solving from scratch, with presolve, is then faster. */
  bound(lower: Float64Array, upper: Float64Array): void {
    this.#model.clearSolver();
    this.#model.changeColsBounds(this.#all, lower, upper);
  }

  /** Values of the variables at the least cost; null when there is no solution. */
  minimise(costs: Float64Array): Float64Array | null {
    this.#model.changeColsCost(this.#all, costs);
    const { modelStatus } = this.#model.run();
    return modelStatus === this.#optimal ? this.#model.getSolution().colValue : null;
  }

  dispose(): void {
    this.#model.dispose();
  }
}
