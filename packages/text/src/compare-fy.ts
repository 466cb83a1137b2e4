import type { CompareWords, PeerEnd, PeerKind } from './compare-words.js';

const nouns: Readonly<Record<PeerKind, readonly [string, string]>> = {
  municipality: ['gemeente', 'gemeenten'],
  area: ['gebiet', 'gebieten'],
};
const counted = (count: number, kind: PeerKind) => `${count} ${nouns[kind][count === 1 ? 0 : 1]}`;

const named = ({ name, figure }: PeerEnd) => `${name ?? ''} (${figure})`;
/** "hat" is not said twice. */
const verb = (before: PeerEnd | null) => (before?.name ? '' : 'hat ');

export const compareFy: CompareWords = {
  rank: 'Plak',
  peer: { municipality: 'Gemeente', area: 'Gebiet' },
  left: (count, without) => (without ? `en ${count} sûnder sifer` : `… ${count} oaren …`),
  chosen: (name) => `${name} (keazen)`,
  ranked: (rank, of, tied) => `${tied ? 'dield ' : ''}plak ${rank} fan ${of}`,
  average: (figure) => `yn trochsneed ${figure}`,
  averageEqual: {
    municipality: 'Trochsneed: elke gemeente telt like swier mei',
    area: 'Trochsneed: elk gebiet telt like swier mei',
  },
  averageWeighted: (label) => `Trochsneed: woegen nei ${label}`,
  averageOf: (used, of) => `${used} fan de ${of} mei in sifer`,
  averageWithout: (label) => `${label} telt net mei yn de trochsneed`,
  averageWithheld: 'Gjin trochsneed: dêrmei soe in geheim sifer te berekkenjen wêze',
  order: 'Folchoarder',
  byFigure: 'op sifer',
  byName: 'op namme',
  group: 'Fergelykje',
  counted,
  allPeers: { municipality: 'alle gemeenten', area: 'alle gebieten' },
  showAll: (count, kind) => `Toan alle ${counted(count, kind)}`,
  showFewer: 'Toan minder',
  keys: 'Mei de pylktoetsen geane jo by de sifers lâns. Mei Home en End geane jo nei it earste en it lêste sifer. Mei Enter kieze jo in gemeente of gebiet. Mei Esc slute jo it sifer.',

  peers: (count, kind, some) => `${counted(count, kind)}${some ? ' mei in sifer' : ''}`,
  isRanked: (rank, tied, peers) => `dat is ${tied ? 'in dield ' : ''}plak ${rank} fan de ${peers}, fan heech nei leech`,
  wasBefore: (at, figure, rank) => `${at} wie dit ${figure}${rank === null ? '' : ` (${rank})`}`,
  ends: (high, low) => {
    const told = [
      high && (high.name === null ? `it heechste sifer is ${high.figure}` : `it heechste sifer hat ${named(high)}`),
      low &&
        `it leechste${high ? '' : ' sifer'} ${low.name === null ? `is ${low.figure}` : `${verb(high)}${named(low)}`}`,
    ];
    return told.filter(Boolean).join(' en ');
  },
  ofPeers: (peers, at, extremes) => `fan de ${peers} ${at}: ${extremes}`,
  allSame: (figure) => `alle sifers binne ${figure}`,
  averageIs: (figure) => `de trochsneed is ${figure}`,
  noFigure: (count, kind) => `${counted(count, kind)} ${count === 1 ? 'hat' : 'hawwe'} gjin sifer`,
};
