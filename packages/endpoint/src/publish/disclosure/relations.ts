/**
 * What an attacker knows about the figures of a table as a whole: sums over regions, classes and periods.
 * Whether parts really add up is read from the figures: where they do, an attacker is taken to know it.
 */
import type { Indicator, Table } from '../../table.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Columns } from './columns.js';
import { familiesOf, type Family } from './families.js';

/** lower ≤ Σ coefficient × figure of the cell ≤ upper. Cells are rows of the columns. */
export interface Relation {
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** All sums within one indicator; `values` are the true figures, NaN where there is none. */
export function sumRelations(
  table: Table,
  { positions, values }: Pick<Columns, 'positions' | 'values'>,
  cells: CellIndex,
  concerns: (indicator: Indicator) => boolean,
): readonly Relation[] {
  const metric = positions[metricOf(table)];
  const families = table.dimensions.map(familiesOf);
  const relations: Relation[] = [];
  values.forEach((whole, row) => {
    const indicator = table.indicators[metric?.[row] ?? -1];
    if (Number.isNaN(whole) || !indicator || !concerns(indicator)) return;
    table.dimensions.forEach(({ role }, dimension) => {
      if (role === 'time' && indicator.measuringType !== 'Flow') return;
      const own = families[dimension] ?? [];
      for (const family of own.filter((each) => each.whole === positions[dimension]?.[row])) {
        const parts = partsWithFigure(family, own, (position) => {
          const part = cells.beside(row, dimension, position);
          return part !== undefined && !Number.isNaN(values[part] ?? Number.NaN) ? part : undefined;
        });
        relations.push(...relate(row, parts, values, family.complete && indicator.additive === true));
      }
    });
  });
  return relations;
}

/** The parts of a whole; in the place of one without a figure, its own parts. */
function partsWithFigure(
  family: Family,
  families: readonly Family[],
  rowOf: (position: number) => number | undefined,
): readonly number[] {
  return family.parts.flatMap((position) => {
    const row = rowOf(position);
    if (row !== undefined) return [row];
    const below = families.find(({ whole }) => whole === position);
    return below ? partsWithFigure(below, families, rowOf) : [];
  });
}

function relate(whole: number, parts: readonly number[], values: Float64Array, exact: boolean): readonly Relation[] {
  if (parts.length === 0) return [];
  const of = (row: number): number => values[row] ?? 0;
  const excess = parts.reduce((sum, row) => sum + of(row), 0) - of(whole);
  const sum = { cells: [...parts, whole], coefficients: [...parts.map(() => 1), -1] };
  if (Math.abs(excess) <= slack(of(whole))) return [{ ...sum, lower: 0, upper: 0 }];
  if (exact) return [{ ...sum, lower: Math.min(0, excess), upper: Math.max(0, excess) }];
  if ([whole, ...parts].some((row) => of(row) < 0)) return [];
  // Some parts are not in the table: those that are stay under the whole.
  if (excess < 0) return [{ ...sum, lower: Number.NEGATIVE_INFINITY, upper: 0 }];
  // Parts overlap, such as clients with two kinds of care: the whole lies between the largest part and the sum.
  return [
    { ...sum, lower: 0, upper: Number.POSITIVE_INFINITY },
    ...parts.filter((row) => of(row) <= of(whole)).map((row) => atMost(row, whole)),
  ];
}

/** The figure of one cell is not above that of another. */
function atMost(less: number, more: number): Relation {
  return { cells: [less, more], coefficients: [1, -1], lower: Number.NEGATIVE_INFINITY, upper: 0 };
}

/** Room for the rounding errors of adding up binary numbers. */
export function slack(value: number): number {
  return 1e-9 * (1 + Math.abs(value));
}

/** A sum that is exact, over those of its cells that `figureOf` has no figure of (NaN); the others are published. */
export function withoutKnown(sum: Relation, figureOf: (row: number) => number): Relation {
  let known = 0;
  const [cells, coefficients]: [number[], number[]] = [[], []];
  sum.cells.forEach((row, index) => {
    const [figure, coefficient] = [figureOf(row), sum.coefficients[index] ?? 0];
    if (Number.isNaN(figure)) {
      cells.push(row);
      coefficients.push(coefficient);
    } else known += coefficient * figure;
  });
  return { cells, coefficients, lower: -known, upper: -known };
}

/** A percentage says that its part is not above its whole. */
export function percentageRelations(table: Table, columns: Columns, cells: CellIndex): readonly Relation[] {
  const metric = metricOf(table);
  const positionOf = (code: string): number => table.indicators.findIndex((indicator) => indicator.code === code);
  const of = (row: number): number => columns.values[row] ?? Number.NaN;
  return [...columns.values.keys()].flatMap((row) => {
    const derived = table.indicators[columns.positions[metric]?.[row] ?? -1]?.derived;
    if (derived?.factor !== 100) return [];
    const part = cells.beside(row, metric, positionOf(derived.numerator));
    const whole = cells.beside(row, metric, positionOf(derived.denominator));
    return part !== undefined && whole !== undefined && of(part) <= of(whole) ? [atMost(part, whole)] : [];
  });
}
