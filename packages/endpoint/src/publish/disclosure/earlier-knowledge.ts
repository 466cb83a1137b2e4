/**
 * What earlier versions tell about today's figures. An attacker may take a figure that was hidden then for unchanged,
 * so a sum of an earlier version counts as known wherever today's true figures agree with it.
 */
import type { Highs } from 'highs';
import { missingReasonOf } from '@peilglas/model';
import type { Indicator, Table } from '../../table.js';
import { CellIndex, metricOf } from './cell-index.js';
import type { Columns, EarlierVersion, Unprotected } from './columns.js';
import { rowsOfToday } from './rows-of-today.js';
import { sumsOfThen, type Changed } from './earlier-figures.js';
import { sightsOf } from './earlier-sights.js';
import { slack, sumRelations, withoutKnown, type Relation } from './relations.js';

export interface EarlierKnowledge {
  /** Today's rows that were hidden in some version. */
  readonly hidden: ReadonlySet<number>;
  /** Per row of today, what was published about a figure that is still the same. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Rows from the number of today's observations upwards are the figures in `changed`, in order. */
  readonly relations: readonly Relation[];
  readonly changed: readonly Changed[];
}

/** `columns` are today's true figures, `sums` what is known to add up among them. Cells are matched by the codes of their dimensions, not by position. */
export function earlierKnowledge(
  highs: Highs,
  { table, columns, earlier }: Unprotected,
  cells: CellIndex,
  sums: readonly Relation[],
): EarlierKnowledge {
  const { values } = columns;
  const hidden = new Set<number>();
  const lower = new Float64Array(values.length).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(values.length).fill(Number.POSITIVE_INFINITY);
  const relations: Relation[] = [];
  const changed: Changed[] = [];
  const exact = sums.filter((sum) => sum.lower === 0 && sum.upper === 0);
  const sights = sightsOf(earlier, (version) => rowsOfToday(table, cells, version), values.length);
  for (const sight of sights) {
    const { version, today } = sight;
    const metric = version.columns.positions[metricOf(version.table)];
    // Then's figures, with today's in the place of hidden ones.
    const mixed = version.columns.values.map((value, row) => {
      const now = today[row] ?? -1;
      if (version.columns.status[row] === 'C') {
        if (now >= 0) hidden.add(now);
        return values[now] ?? Number.NaN;
      }
      if (missingReasonOf(version.columns.status[row] ?? 'A') !== null) return Number.NaN;
      const margin = marginOf(version.table.indicators[metric?.[row] ?? -1], table, columns, now);
      if (now >= 0 && Math.abs(value - (values[now] ?? Number.NaN)) <= margin + slack(value)) {
        lower[now] = Math.max(lower[now] ?? 0, value - margin);
        upper[now] = Math.min(upper[now] ?? 0, value + margin);
      }
      return value;
    });
    const then = { positions: version.columns.positions, values: mixed };
    const index = new CellIndex(version.table, then);
    const own = sumRelations(version.table, then, index, ({ disclosure }) => disclosure?.suppression !== undefined);
    relations.push(...own.flatMap((sum) => inToday(sum, version.columns, mixed, today)));
    relations.push(...rateRelations(table, columns, cells, version, today));
    relations.push(...sumsOfThen(highs, sight, exact, values, changed));
  }
  return { hidden, lower, upper, relations, changed };
}

/** How far a published figure may lie from the true one: by rounding to a base, or to fewer decimals than today. */
function marginOf(then: Indicator | undefined, table: Table, columns: Columns, now: number): number {
  if (!then) return 0;
  const today = table.indicators[columns.positions[metricOf(table)]?.[now] ?? -1];
  if (then.disclosure?.rounding) return then.disclosure.rounding.base / 2;
  return today && then.decimals < today.decimals ? 0.5 * 10 ** -then.decimals : 0;
}

/** A sum of an earlier version over today's rows; nothing when today's figures do not agree with it. */
function inToday(sum: Relation, then: Columns, mixed: Float64Array, today: Int32Array): readonly Relation[] {
  if (sum.lower !== 0 || sum.upper !== 0) return [];
  const open = withoutKnown(sum, (row) => (then.status[row] === 'C' ? Number.NaN : (mixed[row] ?? Number.NaN)));
  const cells = open.cells.map((row) => today[row] ?? -1);
  return cells.length === 0 || cells.some((row) => row < 0) ? [] : [{ ...open, cells }];
}

/** Rates that were published while their numerator was not: rate × denominator gives it to within the rate's decimals. */
function rateRelations(
  table: Table,
  columns: Columns,
  cells: CellIndex,
  version: EarlierVersion,
  today: Int32Array,
): readonly Relation[] {
  const metric = metricOf(table);
  const positionOf = (code: string): number => table.indicators.findIndex((indicator) => indicator.code === code);
  return [...version.columns.values].flatMap((rate, row) => {
    const now = today[row] ?? -1;
    const derived = table.indicators[columns.positions[metric]?.[now] ?? -1]?.derived;
    const then = version.table.indicators[version.columns.positions[metricOf(version.table)]?.[row] ?? -1];
    if (!derived || !then || Number.isNaN(rate)) return [];
    const part = cells.beside(now, metric, positionOf(derived.numerator));
    const whole = cells.beside(now, metric, positionOf(derived.denominator));
    if (part === undefined || whole === undefined) return [];
    const half = 0.5 * 10 ** -then.decimals;
    const rateNow = (derived.factor * (columns.values[part] ?? 0)) / (columns.values[whole] ?? 0);
    // A rate that has changed says nothing about today.
    if (!(Math.abs(rate - rateNow) <= half + slack(rate))) return [];
    const bound = (edge: number): readonly number[] => [derived.factor, -edge];
    const rows = [part, whole];
    const room = slack(rate) * (1 + Math.abs(columns.values[whole] ?? 0));
    return [
      { cells: rows, coefficients: bound(rate - half), lower: -room, upper: Number.POSITIVE_INFINITY },
      { cells: rows, coefficients: bound(rate + half), lower: Number.NEGATIVE_INFINITY, upper: room },
    ];
  });
}
