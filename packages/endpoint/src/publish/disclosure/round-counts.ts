import type { Disclosure, Table } from '../../table.js';
import { metricOf } from './cell-index.js';
import { hide, type Draft } from './columns.js';

export type Rounding = NonNullable<Disclosure['rounding']>;

/**
 * A count as it may be published: the nearest multiple of `base`, halves upwards; NaN for one from 1 to `threshold` − 1.
 * A function of the count alone, so a figure that did not change never looks different in another version, and totals do
 * not depend on their parts. Zero stays zero: where nobody is counted there is nobody to protect.
 * (Conventional rounding: A. Hundepool e.a., Handbook on Statistical Disclosure Control, § 5.4.3.)
 */
export function roundCount(count: number, { base, threshold = 0 }: Rounding): number {
  if (count > 0 && count < threshold) return Number.NaN;
  return Math.round(count / base) * base;
}

/** The least count that is published as `rounded`. */
export function leastBefore(rounded: number, { base }: Rounding): number {
  return rounded - Math.floor(base / 2);
}

/** Rounds every count of an indicator with the rule, totals too, each on its own. */
export function roundCounts(table: Table, draft: Draft): void {
  const metric = draft.positions[metricOf(table)];
  draft.values.forEach((value, row) => {
    const rounding = table.indicators[metric?.[row] ?? -1]?.disclosure?.rounding;
    if (!rounding || Number.isNaN(value)) return;
    const rounded = roundCount(value, rounding);
    if (Number.isNaN(rounded)) hide(draft, row);
    else draft.values[row] = rounded;
  });
}
