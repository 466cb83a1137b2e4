import type { Highs } from 'highs';
import type { Need, System } from './blocks.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Unprotected } from './columns.js';
import type { Changed } from './earlier-figures.js';
import { earlierKnowledge } from './earlier-knowledge.js';
import { needOf, rulesOf } from './primary-cells.js';
import { percentageRelations, sumRelations } from './relations.js';
import { shareRelations } from './share-relations.js';

export interface Known {
  readonly system: System;
  /** The same without what earlier versions tell. */
  readonly alone: System;
  /** Rows of small counts that earlier versions showed as they are, or too nearly. */
  readonly shown: ReadonlySet<number>;
}

/** Today's cells under the rule, and all that is known about them. */
export function systemOf(
  highs: Highs,
  input: Unprotected,
  primary: ReadonlyMap<number, Need>,
  cells: CellIndex,
): Known {
  const { table, columns } = input;
  const rules = rulesOf(table, columns);
  const sums = sumRelations(table, columns, cells, ({ disclosure }) => disclosure?.suppression !== undefined);
  const then = earlierKnowledge(highs, input, cells, sums);
  const needs = new Map(primary);
  const shown = new Set<number>();
  const metric = columns.positions[metricOf(table)];
  const negative = new Set<number | undefined>();
  columns.values.forEach((value, row) => {
    if (value < 0) negative.add(metric?.[row]);
  });
  // By itself, and with what was published before.
  const [least, most] = [columns.values.slice(), columns.values.slice()];
  const [lower, upper] = [columns.values.slice(), columns.values.slice()];
  rules.forEach((rule, row) => {
    const value = columns.values[row] ?? Number.NaN;
    if (!rule || Number.isNaN(value)) return;
    // What was hidden stays so: together with the earlier version it could tell what that hid.
    if (then.hidden.has(row) && !needs.has(row)) needs.set(row, { down: 0, up: 0 });
    const { min, max } = table.indicators[metric?.[row] ?? -1]?.range ?? {};
    const floor = min ?? (negative.has(metric?.[row]) ? Number.NEGATIVE_INFINITY : 0);
    // Zeros are shown: everyone knows that what is hidden is something.
    const [from, to] = [
      Math.min(floor === 0 ? rule.unit : floor, value),
      Math.max(max ?? Number.POSITIVE_INFINITY, value),
    ];
    const [below, above] = [Math.max(then.lower[row] ?? 0, from), Math.min(then.upper[row] ?? 0, to)];
    [least[row], most[row], lower[row], upper[row]] = [from, to, below, above];
    const need = primary.get(row);
    if (need && above - below < Math.min(Math.max(rule.unit, need.down + need.up), to - from)) shown.add(row);
  });
  const percentages = percentageRelations(table, columns, cells);
  const between = [...percentages, ...shareRelations(table, columns, cells)];
  const wholeOf = new Map(percentages.map(({ cells: [part, whole] }) => [part, whole]));
  const roof = ({ row, figure }: Changed): number =>
    Math.max(figure, columns.values[wholeOf.get(row) ?? -1] ?? Number.POSITIVE_INFINITY);
  // Figures that were hidden before and have changed are protected as they were.
  const before = then.changed.map(({ row, figure }, index) => {
    const rule = rules[row];
    needs.set(rules.length + index, (rule && needOf(figure, rule.suppression)) ?? { down: 0, up: 0 });
    return figure;
  });
  const roofs = then.changed.map(roof);
  const floors = then.changed.map(({ row, figure }) => Math.min(rules[row]?.unit ?? 0, figure));
  const system: System = {
    truth: Float64Array.from([...columns.values, ...before]),
    lower: Float64Array.from([...lower, ...floors]),
    upper: Float64Array.from([...upper, ...roofs]),
    relations: [...sums, ...between, ...then.relations],
    needs,
    unit: Float64Array.from([...rules, ...before], (_, row) => rules[row]?.unit ?? 0),
  };
  const alone: System = {
    ...system,
    lower: Float64Array.from([...least, ...floors]),
    upper: Float64Array.from([...most, ...roofs]),
    relations: [...sums, ...between],
  };
  return { system, alone, shown };
}
