import {
  derivePeerAverage,
  deriveRanks,
  type Average,
  type Cube,
  type Dimension,
  type Indicator,
  type Point,
  type Rank,
} from '@peilglas/model';
import type { PeerKind } from '@peilglas/text';
import type { Reading } from '../chart/chart-element.js';
import { nameIndicator } from '../shared/name-figures.js';
import type { PeerGroup } from './peer-groups.js';

export type Order = 'figure' | 'name';

export interface Comparison extends Reading {
  readonly rows: readonly Peer[];
  readonly groups: readonly PeerGroup[];
  readonly kind: PeerKind;
  readonly average: Average | 'withheld' | null;
  /** The indicator that weighs the average. */
  readonly weight: Indicator | null;
  /** Whether two periods are compared. */
  readonly isSince: boolean;
}

/** A region that is compared: its figure now and, when two periods are compared, then. */
export interface Peer {
  readonly code: string;
  readonly label: string;
  readonly own: boolean;
  readonly point: Point;
  readonly before: Point | null;
  /** Null without a figure. */
  readonly rank: Rank | null;
}

export interface ComparisonManner {
  /** At least one. */
  readonly groups: readonly PeerGroup[];
  /** Which of them. */
  readonly group: number;
  readonly own: string | undefined;
  readonly order: Order;
  /** Code of an indicator in the same table. */
  readonly weight: string | null;
}

/** The regions of a cube in order, those without a figure last, with ranks from high to low and their average. */
export function readComparison(cube: Cube, manner: ComparisonManner, lang: string): Comparison {
  const geo = cube.dimensionFor('geo');
  const metric = cube.dimensionFor('metric');
  const { measured, weight } = indicatorsIn(cube, metric, manner.weight);
  const { groups } = manner;
  const codes = geo ? codesOf(geo, groups, manner) : [];
  const points = (code: string, of: string | undefined): readonly Point[] => [
    ...cube.series({ ...(geo && { [geo.id]: code }), ...(metric && of !== undefined && { [metric.id]: of }) }),
  ];
  const figures = codes.flatMap((code): readonly Omit<Peer, 'rank'>[] => {
    const periods = points(code, measured?.code);
    const now = periods.at(-1);
    const before = (periods.length > 1 ? periods[0] : null) ?? null;
    return now && geo ? [{ code, label: geo.labelOf(code), own: code === manner.own, point: now, before }] : [];
  });
  const observations = figures.map(({ point }) => point.observation);
  const ranks = deriveRanks(observations);
  const weights = weight && codes.flatMap((code) => points(code, weight.code).at(-1)?.observation ?? []);
  const rows = inOrder(
    figures.map((figure, index) => ({ ...figure, rank: ranks[index] ?? null })),
    manner.order,
    lang,
  );
  const named = nameIndicator(metric && measured ? cube.slice({ [metric.id]: measured.code }) : cube, lang);
  const main = rows.find(({ own }) => own) ?? rows[0];
  return {
    indicator: named,
    subject: named,
    place: main?.label ?? '',
    point: main?.point,
    rows,
    groups,
    kind: codes.every((code) => code.startsWith('GM')) ? 'municipality' : 'area',
    average: figures.length > 1 ? derivePeerAverage(observations, weights ?? undefined) : null,
    weight,
    isSince: rows.some(({ before }) => before !== null),
  };
}

function indicatorsIn(cube: Cube, metric: Dimension | null, weight: string | null) {
  const measured = cube.indicators.find(({ code }) => code !== weight) ?? cube.indicators[0];
  const weighs = weight !== null && weight !== measured?.code && metric?.has(weight) === true;
  return { measured, weight: weighs ? cube.indicator(weight) : null };
}

function codesOf(geo: Dimension, groups: readonly PeerGroup[], { group, own }: ComparisonManner): readonly string[] {
  const codes = (groups[group] ?? groups[0])?.codes ?? [];
  const others = codes.filter((code) => geo.has(code));
  return own !== undefined && own.startsWith('GM') && geo.has(own) && !others.includes(own) ? [own, ...others] : others;
}

function inOrder(peers: readonly Peer[], order: Order, lang: string): readonly Peer[] {
  const collator = new Intl.Collator([lang, 'nl']);
  const byName = (a: Peer, b: Peer): number => collator.compare(a.label, b.label);
  const valueOf = ({ point }: Peer): number => point.observation.value ?? -Infinity;
  const known = peers.filter(({ rank }) => rank !== null);
  const without = peers.filter(({ rank }) => rank === null);
  const byFigure = (a: Peer, b: Peer): number => valueOf(b) - valueOf(a) || byName(a, b);
  return [...known.sort(order === 'name' ? byName : byFigure), ...without.sort(byName)];
}
