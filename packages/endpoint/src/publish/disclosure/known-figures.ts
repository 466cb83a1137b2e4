import type { Highs } from 'highs';
import type { Need, System } from './blocks.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Unprotected } from './columns.js';
import type { Changed } from './earlier-figures.js';
import { earlierKnowledge } from './earlier-knowledge.js';
import { needOf, rulesOf } from './primary-cells.js';
import { indicatorRelations, sumRelations } from './relations.js';

/** Today's cells under the rule, and all that is known about them. */
export function systemOf(
  highs: Highs,
  input: Unprotected,
  primary: ReadonlyMap<number, Need>,
  cells: CellIndex,
): { readonly system: System; readonly known: number } {
  const { table, columns } = input;
  const rules = rulesOf(table, columns);
  const sums = sumRelations(table, columns, cells, ({ disclosure }) => disclosure?.suppression !== undefined);
  const then = earlierKnowledge(highs, input, cells, sums);
  const needs = new Map(primary);
  let known = 0;
  const metric = columns.positions[metricOf(table)];
  const negative = new Set<number | undefined>();
  columns.values.forEach((value, row) => {
    if (value < 0) negative.add(metric?.[row]);
  });
  const lower = then.lower.slice();
  const upper = then.upper.slice();
  rules.forEach((rule, row) => {
    const value = columns.values[row] ?? Number.NaN;
    if (!rule || Number.isNaN(value)) return;
    if ((lower[row] ?? 0) >= (upper[row] ?? 0) && needs.has(row)) known++;
    // What was hidden stays so: together with the earlier version it could tell what that hid.
    if (then.hidden.has(row) && !needs.has(row)) needs.set(row, { down: 0, up: 0 });
    const { min, max } = table.indicators[metric?.[row] ?? -1]?.range ?? {};
    const least = min ?? (negative.has(metric?.[row]) ? Number.NEGATIVE_INFINITY : 0);
    lower[row] = Math.max(lower[row] ?? 0, Math.min(least, value));
    upper[row] = Math.min(upper[row] ?? 0, Math.max(max ?? Number.POSITIVE_INFINITY, value));
  });
  const between = indicatorRelations(table, columns, cells);
  const wholeOf = new Map(between.flatMap((each) => (each.cells.length === 2 ? [[each.cells[0], each.cells[1]]] : [])));
  const roof = ({ row, figure }: Changed): number =>
    Math.max(figure, columns.values[wholeOf.get(row) ?? -1] ?? Number.POSITIVE_INFINITY);
  // Figures that were hidden before and have changed are protected as they were.
  const before = then.changed.map(({ row, figure }, index) => {
    const rule = rules[row];
    needs.set(rules.length + index, (rule && needOf(figure, rule.suppression)) ?? { down: 0, up: 0 });
    return figure;
  });
  const fixed = (bounds: Float64Array): number[] =>
    [...bounds].map((bound, row) => (rules[row] ? bound : (columns.values[row] ?? 0)));
  return {
    known,
    system: {
      truth: Float64Array.from([...columns.values, ...before]),
      lower: Float64Array.from([...fixed(lower), ...before.map((figure) => Math.min(0, figure))]),
      upper: Float64Array.from([...fixed(upper), ...then.changed.map(roof)]),
      relations: [...sums, ...between, ...then.relations],
      needs,
      unit: Float64Array.from([...rules, ...before], (_, row) => rules[row]?.unit ?? 0),
    },
  };
}
