import type { Observations } from '../store/store.js';
import type { Table } from '../table.js';
import type { Finding } from './finding.js';
import type { Data } from './read-data.js';
import { stagedObservations } from './staged-observations.js';

/** Observations that may be stored; null when the findings refuse them. */
export interface Protection {
  readonly observations: Observations | null;
  readonly findings: readonly Finding[];
}

/**
 * The only way from checked figures to the store, and the place of disclosure control: what leaves here is what can be
 * asked for.
 */
export async function protect(data: Data, table: Table): Promise<Protection> {
  const index = table.indicators.findIndex(({ disclosure }) => disclosure !== undefined);
  if (index < 0) return { observations: await stagedObservations(data, 'observation'), findings: [] };
  const { file, lineOf } = data.source;
  const path = ['indicators', index, 'disclosure'];
  const location = { file, line: lineOf(path), field: path.join('.') };
  const [message, remedy] = ['This rule cannot be applied', 'Protect the figures before they are published'];
  return { observations: null, findings: [{ rule: 'disclosure', severity: 'error', location, message, remedy }] };
}
