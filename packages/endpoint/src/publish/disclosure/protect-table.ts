import { missingReasonOf } from '@peilglas/model';
import type { Table } from '../../table.js';
import { CellIndex } from './cell-index.js';
import type { Columns, Draft, Protection, Unprotected } from './columns.js';
import { protectDependents } from './dependent-figures.js';
import { roundCounts } from './round-counts.js';

/** Whether a table has figures that may not be published as they are. */
export function needsProtection(table: Table): boolean {
  return table.indicators.some(({ disclosure }) => disclosure !== undefined);
}

/** Applies the disclosure rules of every indicator. What comes out is all that may leave. */
export async function protectTable({ table, columns }: Unprotected): Promise<Protection> {
  if (table.indicators.some(({ disclosure }) => disclosure?.suppression)) {
    const message = 'Cells cannot be suppressed yet';
    const remedy = 'Use rounding';
    return { findings: [{ rule: 'disclosure', severity: 'error', location: { file: table.id }, message, remedy }] };
  }
  const draft = draftOf(columns);
  const cells = new CellIndex(table, columns);
  roundCounts(table, draft);
  protectDependents(table, draft, columns.values, cells);
  return { columns: draft, findings: [] };
}

/** A copy without the figures that a status says are not there. */
function draftOf({ positions, values, status }: Columns): Draft {
  return {
    positions,
    values: values.map((value, row) => (missingReasonOf(status[row] ?? 'A') === null ? value : Number.NaN)),
    status: [...status],
  };
}
