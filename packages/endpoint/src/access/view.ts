import type { Selection } from '../selection/resolve-selection.js';
import type { PublishedVersion } from '../store/store.js';
import type { Table } from '../table.js';
import type { Caller } from './caller.js';

/** One version of a table as a caller may see it. */
export interface View {
  readonly version: PublishedVersion;
  /** The table without the codes that are not for this caller. */
  readonly table: Table;
  /** Per dimension, where the codes of `table` stand in the stored table; null when all of them are there. */
  readonly positions: readonly (readonly number[] | null)[];
  /** What of the caller's rights shaped this view; empty for a public table. */
  readonly rights: string;
}

/** What `caller` may see of a version; null when that is nothing. */
export function viewOf(version: PublishedVersion, _caller: Caller): View | null {
  const { table } = version;
  if (table.audience !== 'public') return null;
  return { version, table, positions: table.dimensions.map(() => null), rights: '' };
}

/** A selection from the view's table as positions in the stored one. */
export function storedSelection({ positions }: View, selection: Selection): Selection {
  return selection.map((chosen, index) => {
    const stored = positions[index];
    return stored ? chosen.map((position) => stored[position] ?? 0) : chosen;
  });
}
