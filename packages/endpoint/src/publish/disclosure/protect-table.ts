import { missingReasonOf } from '@peilglas/model';
import type { Table } from '../../table.js';
import { addRates } from './add-rates.js';
import { CellIndex } from './cell-index.js';
import { refuses } from '../finding.js';
import { hide, type Columns, type Draft, type Protection, type Unprotected } from './columns.js';
import { protectDependents } from './dependent-figures.js';
import { inferHidden } from './infer-hidden.js';
import { roundCounts } from './round-counts.js';
import { doneBefore } from './rows-of-today.js';
import { suppressedCells } from './suppress-cells.js';

/** Whether a table has figures that may not be published as they are. */
export function needsProtection(table: Pick<Table, 'indicators'>): boolean {
  return table.indicators.some(({ disclosure }) => disclosure !== undefined);
}

/** Applies the disclosure rules of every indicator. What comes out is all that may leave. */
export async function protectTable(given: Unprotected): Promise<Protection> {
  const { table } = given;
  const withRates = addRates(table, given.columns, new CellIndex(table, given.columns));
  const cells = new CellIndex(table, withRates);
  const columns = inferHidden(table, withRates, cells);
  const input = { ...given, columns };
  const draft = draftOf(columns);
  const { hidden, findings } = await suppressedCells(input, cells);
  if (refuses(findings)) return { findings };
  for (const row of hidden) hide(draft, row);
  roundCounts(table, draft);
  protectDependents(table, draft, columns.values, cells, doneBefore(table, cells, columns.values, input.earlier));
  return { columns: draft, findings };
}

/** A copy without the figures that a status says are not there. */
function draftOf({ positions, values, status }: Columns): Draft {
  return {
    positions,
    values: values.map((value, row) => (missingReasonOf(status[row] ?? 'A') === null ? value : Number.NaN)),
    status: [...status],
  };
}
