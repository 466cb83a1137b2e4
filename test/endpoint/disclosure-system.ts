/** Figures and what is known about them, without a table: for tests of what is hidden and of the proof. */
import type { Block, Need, System } from '../../packages/endpoint/dist/publish/disclosure/blocks.js';
import type { Relation } from '../../packages/endpoint/dist/publish/disclosure/relations.js';

export const endless = Number.POSITIVE_INFINITY;

/** Σ coefficient × figure between two limits; by default a sum that is published. */
export const relation = (
  coefficients: Readonly<Record<number, number>>,
  lower: number,
  upper: number = lower,
): Relation => ({
  cells: Object.keys(coefficients).map(Number),
  coefficients: Object.values(coefficients),
  lower,
  upper,
});

export interface Case {
  readonly relations: readonly Relation[];
  readonly needs?: Readonly<Record<number, Need>>;
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
  readonly unit?: number;
}

/** Figures from zero upwards, of which nothing is known but the relations. */
export function system(truth: readonly number[], { relations, needs = {}, lower, upper, unit = 1 }: Case): System {
  return {
    truth: Float64Array.from(truth),
    lower: Float64Array.from(lower ?? truth.map(() => 0)),
    upper: Float64Array.from(upper ?? truth.map(() => endless)),
    unit: new Float64Array(truth.length).fill(unit),
    relations,
    needs: new Map(Object.entries(needs).map(([row, need]) => [Number(row), need])),
  };
}

export const block = (truth: readonly number[], given: Case): Block => ({
  ...system(truth, given),
  rows: [...truth.keys()],
});
