import type { Manifest } from '../manifest.js';
import type { Fault } from './fault.js';

/** A licence in words of its own has no address, and data portals list the table without one that they know. */
export function licenceFaults({ licence }: Manifest): readonly Fault[] {
  if (/^(?:[A-Za-z0-9.+-]+|https?:\/\/\S+)$/.test(licence)) return [];
  const message = `Data portals do not know the licence ${licence}`;
  const remedy = 'Give its code in the list of SPDX, as CC-BY-4.0 or CC0-1.0, or its address';
  return [{ path: ['licence'], severity: 'warning', message, remedy }];
}
