import type { CompareWords, PeerEnd, PeerKind } from './compare-words.js';

const nouns: Readonly<Record<PeerKind, readonly [string, string]>> = {
  municipality: ['municipality', 'municipalities'],
  area: ['area', 'areas'],
};
const counted = (count: number, kind: PeerKind) => `${count} ${nouns[kind][count === 1 ? 0 : 1]}`;

const held = ({ name, figure }: PeerEnd) => (name === null ? figure : `that of ${name} (${figure})`);

export const compareEn: CompareWords = {
  rank: 'Rank',
  peer: { municipality: 'Municipality', area: 'Area' },
  left: (count, without) => (without ? `and ${count} without a figure` : `… ${count} others …`),
  chosen: (name) => `${name} (chosen)`,
  ranked: (rank, of, tied) => `${tied ? 'joint ' : ''}rank ${rank} of ${of}`,
  average: (figure) => `average ${figure}`,
  averageEqual: {
    municipality: 'Average: every municipality counts equally',
    area: 'Average: every area counts equally',
  },
  averageWeighted: (label) => `Average: weighted by ${label}`,
  averageOf: (used, of) => `${used} of ${of} with a figure`,
  averageWithout: (label) => `${label} does not count in the average`,
  averageWithheld: 'No average: it would let a confidential figure be worked out',
  order: 'Order',
  byFigure: 'by figure',
  byName: 'by name',
  group: 'Compare',
  counted,
  allPeers: { municipality: 'all municipalities', area: 'all areas' },
  showAll: (count, kind) => `Show all ${counted(count, kind)}`,
  showFewer: 'Show fewer',
  keys: 'Use the arrow keys to move through the figures. Home and End take you to the first and the last figure. Enter chooses a municipality or area. Esc closes the figure.',

  peers: (count, kind, some) => `${counted(count, kind)}${some ? ' with a figure' : ''}`,
  isRanked: (rank, tied, peers) => `that is ${tied ? 'joint ' : ''}rank ${rank} of the ${peers}, from high to low`,
  wasBefore: (at, figure, rank) => `${at} the figure was ${figure}${rank === null ? '' : ` (${rank})`}`,
  ends: (high, low) =>
    [high && `the highest figure is ${held(high)}`, low && `the lowest${high ? '' : ' figure'} is ${held(low)}`]
      .filter(Boolean)
      .join(' and '),
  ofPeers: (peers, at, extremes) => `of the ${peers} ${at}, ${extremes}`,
  allSame: (figure) => `all figures are ${figure}`,
  averageIs: (figure) => `the average is ${figure}`,
  noFigure: (count, kind) => `${counted(count, kind)} ${count === 1 ? 'has' : 'have'} no figure`,
};
