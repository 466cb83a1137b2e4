import {
  inTimeOrder,
  resolvePeriods,
  SelectionError,
  type Cube,
  type PeriodSelection,
  type SliceSelection,
} from '@peilglas/model';
import { selectCells, type Wanted } from '../shared/select-cells.js';
import { peersIn, type PeerGroup } from './peer-groups.js';

export interface PeersWanted extends Wanted {
  readonly groups: readonly PeerGroup[];
  /** The earlier period; null to show one. */
  readonly since: PeriodSelection | null;
  /** Code of an indicator in the same table. */
  readonly weight: string | null;
}

/**
 * The groups as the table has them, and the codes of all of them, the own region with them when it can be told from totals, at one period or two.
 * @throws SelectionError as `selectCells` does, and when no region is left
 */
export function selectPeers(
  metadata: Cube,
  wanted: PeersWanted,
): { readonly groups: readonly PeerGroup[]; readonly selection: SliceSelection } {
  const geo = metadata.dimensionFor('geo');
  const time = metadata.dimensionFor('time');
  if (!geo) throw new SelectionError('region', null, 'The table has no regions to compare');
  const groups = peersIn(geo, wanted.groups);
  const peers = groups.flatMap(({ codes }) => codes);
  const own = wanted.regions.slice(0, 1).filter((code) => code.startsWith('GM') && geo.has(code));
  const regions = [...new Set([...peers, ...own])];
  if (regions.length === 0) throw new SelectionError(geo.id, null, 'No region to compare');
  const selection = selectCells(metadata, { ...wanted, regions });
  const metric = metadata.dimensionFor('metric');
  const weight = wanted.weight !== null && metric?.has(wanted.weight) ? [wanted.weight] : [];
  const measured = metric ? { [metric.id]: [...new Set([selection[metric.id] ?? [], weight].flat())] } : {};
  if (!time) return { groups, selection: { ...selection, ...measured } };
  const now = resolvePeriods(wanted.period, time.codes).slice(-1);
  const before = wanted.since === null ? [] : resolvePeriods(wanted.since, time.codes).slice(0, 1);
  const periods = inTimeOrder([...new Set([...before, ...now])]).map(({ code }) => code);
  return { groups, selection: { ...selection, ...measured, [time.id]: periods } };
}
