import { parsePeriod } from '@peilglas/model';
import type { Table } from '../../table.js';
import { metricOf, type CellIndex } from './cell-index.js';
import type { Columns, Unprotected } from './columns.js';
import { rowsOfToday } from './rows-of-today.js';

/**
 * Whether a figure that one version hides has no place in another, which shows figures of the same indicator and time that have none
 * in the first: classes taken together, regions merged or divided, a split that came or went, quarters that became years. What
 * was hidden may be the one less the other. Which figures add up across such versions nobody says, so that no pattern protects them.
 * @param hidden Rows of today.
 */
export function isRegrouped(
  { table, columns, earlier }: Unprotected,
  cells: CellIndex,
  hidden: ReadonlySet<number>,
): boolean {
  const isHidden = (row: number): boolean => hidden.has(row);
  return earlier.some((version) => {
    const today = rowsOfToday(table, cells, version);
    const placed = new Set(today);
    const now = sortedOut(table, columns, (row) => !placed.has(row), isHidden);
    const then = sortedOut(
      version.table,
      version.columns,
      (row) => today[row] === -1,
      (row) => version.columns.status[row] === 'C',
    );
    return meet(then.hidden, now.shown) || meet(now.hidden, then.shown);
  });
}

/** An indicator in a period, by codes. */
type Occasions = ReadonlyMap<string, readonly [indicator: string, period: string]>;

/** Where figures of indicators that suppress are hidden, and where they are shown, among the rows that are chosen. */
function sortedOut(
  table: Table,
  { positions, values }: Columns,
  isChosen: (row: number) => boolean,
  isHidden: (row: number) => boolean,
): Readonly<Record<'hidden' | 'shown', Occasions>> {
  const [metric, time] = [metricOf(table), table.dimensions.findIndex(({ role }) => role === 'time')];
  const found = { hidden: new Map<string, [string, string]>(), shown: new Map<string, [string, string]>() };
  values.forEach((value, row) => {
    const indicator = table.indicators[positions[metric]?.[row] ?? -1];
    if (!indicator?.disclosure?.suppression || !isChosen(row) || (Number.isNaN(value) && !isHidden(row))) return;
    const period = table.dimensions[time]?.codes[positions[time]?.[row] ?? -1]?.code ?? '';
    found[isHidden(row) ? 'hidden' : 'shown'].set(`${indicator.code} ${period}`, [indicator.code, period]);
  });
  return found;
}

function meet(some: Occasions, others: Occasions): boolean {
  return [...some.values()].some(([indicator, period]) =>
    [...others.values()].some(([other, at]) => indicator === other && overlap(period, at)),
  );
}

function overlap(period: string, other: string): boolean {
  const [one, two] = [parsePeriod(period), parsePeriod(other)];
  return one && two ? one.start < two.end && two.start < one.end : period === other;
}
