import { derivePeerAverage, type Average, type Cube, type Indicator, type Observation } from '@peilglas/model';
import type { PeerKind } from '@peilglas/text';
import { peerKind, type PeerGroup } from '../municipality-compare/peer-groups.js';

export interface PeerAverage {
  /** Null when nobody gave the group a name. */
  readonly name: string | null;
  readonly kind: PeerKind;
  /** How many regions it has. */
  readonly size: number;
  /** `withheld` when a figure or weight of any of them is confidential; null without any figure. */
  readonly average: Average | 'withheld' | null;
}

export interface PeerAverages {
  readonly averages: readonly PeerAverage[];
  /** The indicator that weighs them; null when all count the same. */
  readonly weight: Indicator | null;
  readonly kind: PeerKind;
}

/** The average of each group in a cube of one period, weighted where the cube has the indicator for it. */
export function averagesOf(
  cube: Cube,
  groups: readonly PeerGroup[],
  indicator: string,
  weight: string | null,
): PeerAverages {
  const geo = cube.dimensionFor('geo');
  const metric = cube.dimensionFor('metric');
  const weighs = weight !== null && weight !== indicator && metric?.has(weight) === true;
  const figures = (codes: readonly string[], of: string): readonly Observation[] =>
    codes.flatMap((code) => {
      const selection = { ...(geo && { [geo.id]: code }), ...(metric?.has(of) && { [metric.id]: of }) };
      return cube.series(selection).at(0)?.observation ?? [];
    });
  const averages = groups.map(({ name, codes }): PeerAverage => {
    const known = codes.filter((code) => geo?.has(code));
    const weights = weighs ? figures(known, weight) : undefined;
    return {
      name,
      kind: peerKind(known),
      size: known.length,
      average: derivePeerAverage(figures(known, indicator), weights),
    };
  });
  const kind = peerKind(groups.flatMap(({ codes }) => codes));
  return { averages, weight: weighs ? cube.indicator(weight) : null, kind };
}
