import type { Grid } from './read-grid.js';
import type { Ordering } from './order-rows.js';
import type { TableBreak } from './table-breaks.js';

/** Everything that decides what a table looks like, and what its buttons do. */
export interface TableLook {
  readonly grid: Grid;
  readonly lang: string;
  readonly ordering: Ordering | null;
  /** Which row is at a place, as an index. */
  readonly rowAt: (place: number) => number;
  /** Whether only some rows are in the page. */
  readonly isWindowed: boolean;
  /** Code of the region that the page is about; null where the table has no other. */
  readonly own: string | null;
  /** Whether regions can be chosen, and the row of the one that is the tab stop. */
  readonly pickable: number | null;
  /** Whether indicators have units of their own, or all the same one that is said above the table. */
  readonly hasUnits: boolean;
  /** Breaks between periods of the table. */
  readonly breaks: readonly TableBreak[];
  readonly sort: (by: Ordering['by']) => void;
  readonly pick: (row: number) => void;
  readonly focusRow: (row: number) => void;
  readonly pressRow: (event: KeyboardEvent, place: number) => void;
  /** Opens the definition of an indicator; null where the heading has the button for it. */
  readonly define: ((button: HTMLElement, code: string) => void) | null;
}
