import type { Dimension, Table } from '../table.js';
import { expandValue, isExpression, positionOf, SelectionError, shorten } from './value-expression.js';

/** What is asked of one dimension: codes and value expressions, as in PxWebApi 2. */
export interface VariableSelection {
  readonly variableCode: string;
  readonly codelist?: string | null;
  readonly valueCodes: readonly string[];
}

/** Per dimension of the table, in its order, the chosen positions in rising order; never empty. */
export type Selection = readonly (readonly number[])[];

/** More wildcards and functions than this on one dimension is no question a person or program has. */
const maxExpressions = 100;

/**
 * Turns a selection into positions. Nothing selected at all, or no more than codelists, means the default selection; a
 * dimension left out gives its total, and is an error when it has none.
 * @param table With the codelists of the selection applied.
 * @throws SelectionError naming the dimension or code that is wrong.
 */
export function resolveSelection(table: Table, wanted: readonly VariableSelection[]): Selection {
  if (wanted.every(({ codelist, valueCodes }) => codelist && valueCodes.length === 0)) return defaultSelection(table);
  const asked = byDimension(table, wanted);
  return table.dimensions.map((dimension) => {
    const codes = asked.get(dimension);
    if (codes && codes.length > 0) return positionsOf(dimension, codes);
    const total = totalOf(dimension);
    if (!total) throw new SelectionError(`Missing selection for mandatory variable ${dimension.id}`);
    return total;
  });
}

/**
 * The selection of the manifest; where that is silent: totals, the newest period, the first indicator, and every
 * code of other dimensions.
 */
export function defaultSelection(table: Table): Selection {
  const given = byDimension(
    table,
    Object.entries(table.defaultSelection ?? {}).map(([variableCode, valueCodes]) => ({ variableCode, valueCodes })),
  );
  return table.dimensions.map((dimension) => {
    const codes = given.get(dimension);
    if (codes) return positionsOf(dimension, codes);
    if (dimension.role === 'time') return [dimension.codes.length - 1];
    if (dimension.role === 'metric') return [0];
    return totalOf(dimension) ?? dimension.codes.map((_, position) => position);
  });
}

function totalOf(dimension: Dimension): readonly number[] | null {
  const position = dimension.total === undefined ? undefined : positionOf(dimension, dimension.total);
  return position === undefined ? null : [position];
}

function byDimension(table: Table, wanted: readonly VariableSelection[]): ReadonlyMap<Dimension, readonly string[]> {
  const found = new Map<Dimension, readonly string[]>();
  for (const { variableCode, valueCodes } of wanted) {
    const dimension = findDimension(table, variableCode);
    if (found.has(dimension)) throw new SelectionError(`Variable ${dimension.id} is selected more than once`);
    found.set(dimension, valueCodes);
  }
  return found;
}

/** @throws SelectionError when the table has no dimension of this name, whatever its case. */
export function findDimension(table: Table, name: string): Dimension {
  const dimension = table.dimensions.find((each) => each.id.toLowerCase() === name.toLowerCase());
  if (!dimension) throw new SelectionError(`Variable ${shorten(name)} does not exist in table ${table.id}`);
  return dimension;
}

function positionsOf(dimension: Dimension, valueCodes: readonly string[]): readonly number[] {
  const texts = new Set(valueCodes.map((text) => text.trim()));
  if ([...texts].filter(isExpression).length > maxExpressions) {
    throw new SelectionError(`Variable ${dimension.id} has more than ${maxExpressions} value expressions`);
  }
  const chosen = new Set<number>();
  for (const text of texts) for (const position of expandValue(dimension, text)) chosen.add(position);
  if (chosen.size === 0) throw new SelectionError(`The selection for variable ${dimension.id} matches no value`);
  return [...chosen].sort((a, b) => a - b);
}
