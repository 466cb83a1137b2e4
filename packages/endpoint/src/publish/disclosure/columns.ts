import type { StatusCode } from '@peilglas/model';
import type { Table } from '../../table.js';
import type { Finding } from '../finding.js';

/** Observations of a small table, column by column; every array has one entry per observation. */
export interface Columns {
  /** Per dimension of the table, the position of the observation's code. */
  readonly positions: readonly Int32Array[];
  /** NaN where there is no figure. */
  readonly values: Float64Array;
  /** Null for a final figure. */
  readonly status: readonly (StatusCode | null)[];
}

/** What an attacker has from before: a version as it was published. */
export interface EarlierVersion {
  readonly table: Table;
  readonly columns: Columns;
}

/** A checked table before disclosure control. It stays in memory. */
export interface Unprotected {
  readonly table: Table;
  readonly columns: Columns;
  /**
   * Per observation of an indicator with a dominance rule, the part of the largest contributor in percent of the figure;
   * NaN elsewhere. Null when no indicator has the rule.
   */
  readonly largest: Float64Array | null;
  readonly earlier: readonly EarlierVersion[];
}

/** What may be published, with warnings; or why nothing may, with at least one error. */
export type Protection =
  { readonly columns: Columns; readonly findings: readonly Finding[] } | { readonly findings: readonly Finding[] };

/** Columns while they are being protected. */
export interface Draft {
  readonly positions: readonly Int32Array[];
  readonly values: Float64Array;
  readonly status: (StatusCode | null)[];
}

export function hide(draft: Draft, row: number): void {
  draft.values[row] = Number.NaN;
  draft.status[row] = 'C';
}
