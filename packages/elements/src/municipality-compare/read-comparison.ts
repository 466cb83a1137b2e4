import {
  derivePeerAverage,
  deriveRanks,
  type Average,
  type Cube,
  type Dimension,
  type Indicator,
  type Point,
  type Rank,
  type SeriesBreak,
} from '@peilglas/model';
import { observationAsShown, type PeerKind } from '@peilglas/text';
import type { Reading } from '../chart/chart-element.js';
import { nameIndicator } from '../shared/name-figures.js';
import { joins } from './areas-alike.js';
import { peerKind, type PeerGroup } from './peer-groups.js';

export type Order = 'figure' | 'name';

export interface Comparison extends Reading {
  readonly rows: readonly Peer[];
  readonly groups: readonly PeerGroup[];
  readonly kind: PeerKind;
  /** Of the group; a region from outside it that is compared with it does not count. */
  readonly average: Average | 'withheld' | null;
  /** Label of the own region where it is from outside; empty where it counts. */
  readonly outsider: string;
  /** The indicator that weighs the average. */
  readonly weight: Indicator | null;
  /** Whether two periods are compared. */
  readonly isSince: boolean;
  readonly breaks: readonly SeriesBreak[];
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
  const members = geo ? membersOf(geo, manner) : [];
  const codes = geo ? withOwn(geo, members, manner.own) : [];
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
  const ranks = deriveRanks(observations.map((each) => observationAsShown(each, measured?.decimals ?? null)));
  // Every neighbourhood of the country, looked up in a list of as many, holds the page up for seconds.
  const counting = new Set(members);
  const counted = figures.flatMap(({ code, point }) => (counting.has(code) ? [point.observation] : []));
  const weights = weight && members.flatMap((code) => points(code, weight.code).at(-1)?.observation ?? []);
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
    kind: peerKind(codes),
    average: counted.length > 1 ? derivePeerAverage(counted, weights ?? undefined) : null,
    outsider: figures.find(({ code }) => !counting.has(code))?.label ?? '',
    weight,
    isSince: rows.some(({ before }) => before !== null),
    breaks: cube.publication.breaks,
  };
}

function indicatorsIn(cube: Cube, metric: Dimension | null, weight: string | null) {
  const measured = cube.indicators.find(({ code }) => code !== weight) ?? cube.indicators[0];
  const weighs = weight !== null && weight !== measured?.code && metric?.has(weight) === true;
  return { measured, weight: weighs ? cube.indicator(weight) : null };
}

function membersOf(geo: Dimension, { groups, group }: ComparisonManner): readonly string[] {
  return (groups[group] ?? groups[0])?.codes.filter((code) => geo.has(code)) ?? [];
}

function withOwn(geo: Dimension, members: readonly string[], own: string | undefined): readonly string[] {
  const isOutside = own !== undefined && joins(own, members) && geo.has(own) && !members.includes(own);
  return isOutside ? [own, ...members] : members;
}

function inOrder(peers: readonly Peer[], order: Order, lang: string): readonly Peer[] {
  const collator = new Intl.Collator([lang, 'nl']);
  const byName = (a: Peer, b: Peer): number => collator.compare(a.label, b.label);
  const known = peers.filter(({ rank }) => rank !== null);
  const without = peers.filter(({ rank }) => rank === null);
  const byFigure = (a: Peer, b: Peer): number => (a.rank?.rank ?? 0) - (b.rank?.rank ?? 0) || byName(a, b);
  return [...known.sort(order === 'name' ? byName : byFigure), ...without.sort(byName)];
}
