import type { Disclosure, Table } from '../../table.js';
import type { Need } from './blocks.js';
import { metricOf } from './cell-index.js';
import type { Columns, Unprotected } from './columns.js';

type Suppression = NonNullable<Disclosure['suppression']>;

/**
 * The protection interval of a figure under the rule, or null when it needs none. A count from 1 to `minimum` − 1 is
 * protected by an interval as wide as `protection`, half on either side, moved up where it would go below zero. Where one
 * contributor dominates, an interval keeps others from estimating that part to within what the rule allows:
 * 100 ÷ percent × part − figure on either side.
 * (Upper and lower protection levels: A. Hundepool e.a., Handbook on Statistical Disclosure Control, § 4.2.2.)
 */
export function needOf(figure: number, rule: Suppression, largestPercent = Number.NaN): Need | null {
  const { minimum, protection = minimum, dominance } = rule;
  const small = figure > 0 && figure < minimum;
  const dominated = dominance && figure > 0 && largestPercent > dominance.percent;
  if (!small && !dominated) return null;
  const interval = small ? around(figure, protection) : { down: 0, up: 0 };
  const level = dominated ? (figure * largestPercent) / dominance.percent - figure : 0;
  return { down: Math.max(interval.down, Math.min(level, figure)), up: Math.max(interval.up, level) };
}

function around(figure: number, protection: number): Need {
  const down = Math.min(Math.max(figure, 0), Math.floor(protection / 2));
  return { down, up: protection - down };
}

export interface Rule {
  readonly suppression: Suppression;
  readonly unit: number;
}

/** Per row, the suppression rule of its indicator. */
export function rulesOf(table: Table, columns: Columns): readonly (Rule | null)[] {
  const rules = table.indicators.map(({ disclosure, decimals }) =>
    disclosure?.suppression ? { suppression: disclosure.suppression, unit: 10 ** -decimals } : null,
  );
  return Array.from(columns.positions[metricOf(table)] ?? [], (position) => rules[position] ?? null);
}

/** Rows that the rule itself hides, before any other cell is, and those that the source hid. */
export function primaryCells({ table, columns, largest }: Unprotected): ReadonlyMap<number, Need> {
  const needs = new Map<number, Need>();
  rulesOf(table, columns).forEach((rule, row) => {
    const figure = columns.values[row] ?? Number.NaN;
    const need = rule && needOf(figure, rule.suppression, largest?.[row]);
    if (need) needs.set(row, need);
    else if (rule && columns.status[row] === 'C' && !Number.isNaN(figure)) {
      const { minimum, protection = minimum } = rule.suppression;
      needs.set(row, around(figure, protection));
    }
  });
  return needs;
}
