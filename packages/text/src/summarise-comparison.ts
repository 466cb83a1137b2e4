import { deriveRanks, type Indicator, type Observation, type Point, type SeriesBreak } from '@peilglas/model';
import { compareWordsFor } from './compare-words-for.js';
import type { PeerEnd, PeerKind } from './compare-words.js';
import { describeBreak } from './describe-change.js';
import { formatShort } from './format-figure.js';
import { observationAsShown } from './observation-as-shown.js';
import { momentOf } from './format-period.js';
import { capitalise, clean, subjectOf } from './place-words.js';
import { stateFigure, withStatus } from './state-figure.js';

export interface ComparedFigure {
  /** Of the region. */
  readonly label: string;
  readonly own: boolean;
  readonly point: Point;
  /** The same region at the earlier period; null when one period is compared. */
  readonly before: Point | null;
}

export interface ComparisonQuestion {
  readonly indicator: Indicator;
  readonly figures: readonly ComparedFigure[];
  readonly kind: PeerKind;
  /** Null when there is none, or it must not be told. */
  readonly average: number | null;
  /** Figures before one are not compared with those after it. */
  readonly breaks?: readonly SeriesBreak[];
  readonly lang: string;
}

/**
 * One sentence for a comparison of regions: the own figure with its rank, who has the highest and lowest, the average,
 * and how many have no figure. Regions without a figure have no rank and do not count for that of others.
 */
export function summariseComparison(question: ComparisonQuestion): string {
  const { indicator, figures: given, kind, average, breaks = [], lang } = question;
  const words = compareWordsFor(lang);
  const asShown = (point: Point): Point => ({
    ...point,
    observation: observationAsShown(point.observation, indicator.decimals),
  });
  const figures = given.map((each): ComparedFigure => ({
    ...each,
    point: asShown(each.point),
    before: each.before && asShown(each.before),
  }));
  const own = figures.find((each) => each.own);
  const known = figures.filter(({ point }) => point.observation.value !== null);
  // What cannot exist, as a municipality that merged, is not missing.
  const without = figures.filter(
    ({ point: { observation } }) => observation.value === null && observation.status !== 'M',
  ).length;
  const peers = words.peers(known.length, kind, without > 0);
  const extremes = describeEnds(known, own, indicator, lang);
  const [any] = known;
  const state = ({ label, point }: ComparedFigure): string =>
    stateFigure({ indicator, label, isRegion: true, lang }, point);
  const main = own ?? any;
  const broken = main?.before ? describeBreak({ from: main.before, to: main.point, indicator, breaks, lang }) : null;
  const clauses = own
    ? [
        state(own),
        known.length > 1 && describeRank(figures, own, peers, lang),
        broken ?? describeBefore(figures, own, indicator, lang),
        known.length > 1 && extremes,
      ]
    : [
        any &&
          (known.length === 1
            ? state(any)
            : `${subjectOf(indicator, lang)}: ${words.ofPeers(peers, momentOf(any.point, indicator, lang).at, extremes)}`),
        any && broken,
      ];
  const told = [
    ...clauses,
    average !== null && known.length > 1 && words.averageIs(formatShort(average, indicator, lang)),
    without > 0 && known.length > 0 && figures.length > 1 && words.noFigure(without, kind),
  ];
  return `${capitalise(told.filter(Boolean).join('; '))}.`;
}

function describeRank(
  figures: readonly ComparedFigure[],
  own: ComparedFigure,
  peers: string,
  lang: string,
): string | null {
  const rank = rankOf(figures, own, ({ point }) => point.observation);
  return rank && compareWordsFor(lang).isRanked(rank.rank, rank.tied, peers);
}

function describeBefore(
  figures: readonly ComparedFigure[],
  own: ComparedFigure,
  indicator: Indicator,
  lang: string,
): string | null {
  const { before } = own;
  if (typeof before?.observation.value !== 'number') return null;
  const words = compareWordsFor(lang);
  const rank = rankOf(figures, own, (each) => each.before?.observation);
  const figure = withStatus(formatShort(before.observation.value, indicator, lang), before, lang);
  const place = rank && rank.of > 1 ? words.ranked(rank.rank, rank.of, rank.tied) : null;
  return words.wasBefore(momentOf(before, indicator, lang).at, figure, place);
}

const noFigure: Observation = { value: null, status: 'O', reason: 'not-available' };

function rankOf(
  figures: readonly ComparedFigure[],
  own: ComparedFigure,
  pick: (figure: ComparedFigure) => Observation | undefined,
) {
  return deriveRanks(figures.map((each) => pick(each) ?? noFigure))[figures.indexOf(own)] ?? null;
}

/** Who has the highest and the lowest figure; the own one is not named again, and of several nobody is. */
function describeEnds(
  known: readonly ComparedFigure[],
  own: ComparedFigure | undefined,
  indicator: Indicator,
  lang: string,
): string {
  const words = compareWordsFor(lang);
  const values = known.flatMap(({ point }) => point.observation.value ?? []);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  if (high === low) return words.allSame(formatShort(high, indicator, lang));
  const tell = (value: number): PeerEnd | null => {
    const holders = known.filter(({ point }) => point.observation.value === value);
    const [only] = holders;
    const isShared = holders.length > 1;
    if (!only || (only === own && !isShared)) return null;
    return { name: isShared ? null : clean(only.label), figure: formatShort(value, indicator, lang) };
  };
  return words.ends(tell(high), tell(low));
}
