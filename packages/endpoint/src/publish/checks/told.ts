import { needsProtection } from '../disclosure/protect-table.js';
import type { Data } from '../read-data.js';
import { indicatorList } from './cells.js';

/** SQL: a row of `observation` tells something; empty without a status it does not say that a figure is meant to be away. */
export const told = '(value IS NOT NULL OR status IS NOT NULL OR unread > 0)';

/** Positions of the indicators that must have rows, for `IN (…)`: a table with rules may leave its rates to publication. */
export function ownIndicators(data: Data): string {
  const addsRates = needsProtection(data.source.manifest);
  return indicatorList(data, ({ derived }) => !(addsRates && derived));
}
