import { SelectionError, type Cube, type PeriodSelection, type SliceSelection } from '@peilglas/model';
import { before, codesOf, type Select } from '../chart/selection.js';
import type { Wanted } from '../shared/select-cells.js';
import { joins } from './areas-alike.js';
import { peersIn, type PeerGroup } from './peer-groups.js';

export interface PeersWanted extends Wanted {
  readonly groups: readonly PeerGroup[];
  /** The earlier period; null to show one. */
  readonly since: PeriodSelection | null;
  /** Code of an indicator in the same table; null for the one that the table says. */
  readonly weight: string | null;
}

/** What a table knows about the regions that are compared, and an answer of it no longer does. */
export interface PeersKnown {
  readonly groups: readonly PeerGroup[];
  /** Code of the indicator that weighs their average; null when all count the same. */
  readonly weight: string | null;
}

/**
 * The groups as the table has them, and the codes of all of them, the own region with them when it can be told from totals, at one period or two.
 * @throws SelectionError as `select` does, and when no region is left
 */
export function selectPeers(
  metadata: Cube,
  wanted: PeersWanted,
  select: Select,
): PeersKnown & { readonly selection: SliceSelection } {
  const geo = metadata.dimensionFor('geo');
  const time = metadata.dimensionFor('time');
  if (!geo) throw new SelectionError('region', null, 'The table has no regions to compare');
  const groups = peersIn(geo, wanted.groups, wanted.regions[0]);
  const peers = groups.flatMap(({ codes }) => codes);
  const own = wanted.regions.slice(0, 1).filter((code) => joins(code, peers) && geo.has(code));
  const regions = [...new Set([...peers, ...own])];
  if (regions.length === 0) throw new SelectionError(geo.id, null, 'No region to compare');
  const selection = select({ ...wanted, regions });
  const metric = metadata.dimensionFor('metric');
  const asked = metric ? codesOf(selection, metric.id) : [];
  const weight = wanted.weight ?? metadata.indicators.find(({ code }) => code === asked[0])?.weight ?? null;
  const weights = weight !== null && metric?.has(weight) ? [weight] : [];
  const measured = metric ? { [metric.id]: [...new Set([...asked, ...weights])] } : {};
  if (!time) return { groups, weight, selection: { ...selection, ...measured } };
  const now = codesOf(selection, time.id).slice(-1);
  const periods = [...before(wanted.since, now, time), ...now];
  return { groups, weight, selection: { ...selection, ...measured, [time.id]: periods } };
}
