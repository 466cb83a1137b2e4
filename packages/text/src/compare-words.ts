/** Whether regions are all municipalities; otherwise they are areas. */
export type PeerKind = 'municipality' | 'area';

/** A highest or lowest figure; without a name when several share it. */
export interface PeerEnd {
  readonly name: string | null;
  readonly figure: string;
}

/** Words and parts of sentences of a comparison between regions. Ranks go from high to low. */
export interface CompareWords {
  readonly rank: string;
  readonly peer: Readonly<Record<PeerKind, string>>;
  /** A stretch of rows that is not drawn. @param without whether those have no figure */
  readonly left: (count: number, without: boolean) => string;
  /** The region that the page is about, where colour and weight cannot say so. */
  readonly chosen: (name: string) => string;
  readonly ranked: (rank: number, of: number, tied: boolean) => string;
  readonly average: (figure: string) => string;
  readonly averageEqual: Readonly<Record<PeerKind, string>>;
  /** @param label of the indicator that weighs */
  readonly averageWeighted: (label: string) => string;
  readonly averageOf: (used: number, of: number) => string;
  readonly averageWithout: (label: string) => string;
  readonly averageWithheld: string;
  readonly order: string;
  readonly byFigure: string;
  readonly byName: string;
  readonly group: string;
  /** A group without a name. */
  readonly counted: (count: number, kind: PeerKind) => string;
  readonly allPeers: Readonly<Record<PeerKind, string>>;
  readonly showAll: (count: number, kind: PeerKind) => string;
  readonly showFewer: string;
  readonly keys: string;

  // The sentence
  /** @param some whether others have no figure */
  readonly peers: (count: number, kind: PeerKind, some: boolean) => string;
  readonly isRanked: (rank: number, tied: boolean, peers: string) => string;
  readonly wasBefore: (at: string, figure: string, rank: string | null) => string;
  /** Highest and lowest, one of them or both. */
  readonly ends: (high: PeerEnd | null, low: PeerEnd | null) => string;
  readonly ofPeers: (peers: string, at: string, extremes: string) => string;
  readonly allSame: (figure: string) => string;
  readonly averageIs: (figure: string) => string;
  readonly noFigure: (count: number, kind: PeerKind) => string;
}
