import type { Highs } from 'highs';
import type { Disclosure, Table } from '../../table.js';
import type { Finding } from '../finding.js';
import { exposedCells } from './audit.js';
import { blocksOf, type Need, type System } from './blocks.js';
import { metricOf, type CellIndex } from './cell-index.js';
import { choosePattern } from './choose-pattern.js';
import type { Columns, Unprotected } from './columns.js';
import type { Changed } from './earlier-figures.js';
import { earlierKnowledge } from './earlier-knowledge.js';
import { loadSolver } from './linear-program.js';
import { indicatorRelations, slack, sumRelations } from './relations.js';

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
  const around = small ? widened(figure, protection) : { down: 0, up: 0 };
  const level = dominated ? (figure * largestPercent) / dominance.percent - figure : 0;
  return { down: Math.max(around.down, Math.min(level, figure)), up: Math.max(around.up, level) };
}

function widened(figure: number, protection: number): Need {
  const down = Math.min(Math.max(figure, 0), Math.floor(protection / 2));
  return { down, up: protection - down };
}

interface Rule {
  readonly suppression: Suppression;
  readonly unit: number;
}

/** Per row, the suppression rule of its indicator. */
function rulesOf(table: Table, columns: Columns): readonly (Rule | null)[] {
  const rules = table.indicators.map(({ disclosure, decimals }) =>
    disclosure?.suppression ? { suppression: disclosure.suppression, unit: 10 ** -decimals } : null,
  );
  return Array.from(columns.positions[metricOf(table)] ?? [], (position) => rules[position] ?? null);
}

/** Rows that the rule itself hides, before any other cell is. */
export function primaryCells({ table, columns, largest }: Unprotected): ReadonlyMap<number, Need> {
  const needs = new Map<number, Need>();
  rulesOf(table, columns).forEach((rule, row) => {
    const need = rule && needOf(columns.values[row] ?? Number.NaN, rule.suppression, largest?.[row]);
    if (need) needs.set(row, need);
  });
  return needs;
}

/** What to hide so that no hidden figure can be computed, proved afterwards; errors when the proof fails. */
export async function suppressedCells(
  input: Unprotected,
  cells: CellIndex,
): Promise<{ readonly hidden: ReadonlySet<number>; readonly findings: readonly Finding[] }> {
  const { table, columns } = input;
  const highs = await loadSolver();
  const primary = primaryCells(input);
  const { system, known } = systemOf(highs, input, primary, cells);
  const hidden = new Set(system.needs.keys());
  const cellCount = columns.values.length;
  const exposed = new Map<string, number>();
  let disclosed = known;
  const time = table.dimensions.findIndex(({ role }) => role === 'time');
  for (const block of blocksOf(system)) {
    const pattern = choosePattern(highs, block);
    for (const cell of pattern) hidden.add(block.rows[cell] ?? -1);
    const narrow = exposedCells(highs, block, pattern);
    if (narrow.size === 0) continue;
    // No wider with everything hidden: that is not for this publication to protect.
    const everything = new Set(block.rows.keys());
    const before = exposedCells(highs, block, everything);
    const relations = block.relations.filter(({ earlier }) => !earlier);
    const always = exposedCells(highs, { ...block, relations }, everything);
    for (const [cell, width] of narrow) {
      const possible = before.get(cell) ?? Number.POSITIVE_INFINITY;
      if (width >= possible - slack(1e5)) {
        const given = possible < (always.get(cell) ?? Number.POSITIVE_INFINITY) - slack(1e5);
        if (given && primary.has(block.rows[cell] ?? -1)) disclosed++;
        continue;
      }
      const position = columns.positions[time]?.[block.rows[cell] ?? -1] ?? -1;
      const period = table.dimensions[time]?.codes[position]?.code ?? '';
      exposed.set(period, (exposed.get(period) ?? 0) + 1);
    }
  }
  const rows = new Set([...hidden].filter((row) => row < cellCount));
  return { hidden: rows, findings: [...exposureFindings(table, exposed), ...givenFindings(table, disclosed)] };
}

/** Today's cells under the rule, and all that is known about them. */
function systemOf(
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

const remedy =
  'Combine small classes or regions, leave out an indicator, or lower `protection` of the rule after consulting the privacy officer';

function exposureFindings(table: Table, exposed: ReadonlyMap<string, number>): readonly Finding[] {
  return [...exposed].map(([period, count]) => ({
    rule: 'disclosure-audit',
    severity: 'error',
    location: { file: table.id, field: 'indicators' },
    message: `Table ${table.id}, period ${period}: ${count} hidden ${count === 1 ? 'figure' : 'figures'} could be computed too closely`,
    remedy,
  }));
}

function givenFindings(table: Table, count: number): readonly Finding[] {
  if (count === 0) return [];
  return [
    {
      rule: 'disclosure-earlier-versions',
      severity: 'warning',
      location: { file: table.id, field: 'indicators' },
      message: `Table ${table.id}: ${count} ${count === 1 ? 'figure is' : 'figures are'} hidden now, but can be read or computed from what was published before`,
      remedy: 'Retract the earlier versions that should not have shown them',
    },
  ];
}
