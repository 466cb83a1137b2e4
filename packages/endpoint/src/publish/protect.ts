import type { Observations } from '../store/store.js';
import type { Table } from '../table.js';

/** A table between its checks and the store. */
export interface CheckedTable {
  readonly table: Table;
  readonly observations: Observations;
}

/**
 * The only way from checked figures to the store, and the place where disclosure control belongs: what leaves here is
 * what can be asked for. Public tables arrive protected by their source, so they pass as they are.
 */
export function protect(checked: CheckedTable): CheckedTable {
  return checked;
}
