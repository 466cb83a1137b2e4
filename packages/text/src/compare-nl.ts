import type { CompareWords, PeerEnd, PeerKind } from './compare-words.js';

const nouns: Readonly<Record<PeerKind, readonly [string, string]>> = {
  municipality: ['gemeente', 'gemeenten'],
  area: ['gebied', 'gebieden'],
};
const counted = (count: number, kind: PeerKind) => `${count} ${nouns[kind][count === 1 ? 0 : 1]}`;

const named = ({ name, figure }: PeerEnd) => `${name ?? ''} (${figure})`;
/** "heeft" is not said twice. */
const verb = (before: PeerEnd | null) => (before?.name ? '' : 'heeft ');

export const compareNl: CompareWords = {
  rank: 'Plaats',
  peer: { municipality: 'Gemeente', area: 'Gebied' },
  left: (count, without) => (without ? `en ${count} zonder cijfer` : `… ${count} andere …`),
  chosen: (name) => `${name} (gekozen)`,
  ranked: (rank, of, tied) => `${tied ? 'gedeelde ' : ''}plaats ${rank} van ${of}`,
  average: (figure) => `gemiddeld ${figure}`,
  averageEqual: {
    municipality: 'Gemiddelde: elke gemeente telt even zwaar mee',
    area: 'Gemiddelde: elk gebied telt even zwaar mee',
  },
  averageWeighted: (label) => `Gemiddelde: gewogen naar ${label}`,
  averageOf: (used, of) => `${used} van de ${of} met een cijfer`,
  averageWithout: (label) => `${label} telt niet mee in het gemiddelde`,
  averageWithheld: 'Geen gemiddelde: daarmee zou een geheim cijfer te berekenen zijn',
  order: 'Volgorde',
  byFigure: 'op cijfer',
  byName: 'op naam',
  group: 'Vergelijk',
  counted,
  allPeers: { municipality: 'alle gemeenten', area: 'alle gebieden' },
  showAll: (count, kind) => `Toon alle ${counted(count, kind)}`,
  showFewer: 'Toon minder',
  keys: 'Met de pijltjestoetsen gaat u langs de cijfers. Met Home en End gaat u naar het eerste en het laatste cijfer. Met Enter kiest u een gemeente of gebied. Met Esc sluit u het cijfer.',

  peers: (count, kind, some) => `${counted(count, kind)}${some ? ' met een cijfer' : ''}`,
  isRanked: (rank, tied, peers) =>
    `dat is ${tied ? 'een gedeelde ' : ''}plaats ${rank} van de ${peers}, van hoog naar laag`,
  wasBefore: (at, figure, rank) => `${at} was dit ${figure}${rank === null ? '' : ` (${rank})`}`,
  ends: (high, low) => {
    const told = [
      high && (high.name === null ? `het hoogste cijfer is ${high.figure}` : `het hoogste cijfer heeft ${named(high)}`),
      low &&
        `het laagste${high ? '' : ' cijfer'} ${low.name === null ? `is ${low.figure}` : `${verb(high)}${named(low)}`}`,
    ];
    return told.filter(Boolean).join(' en ');
  },
  ofPeers: (peers, at, extremes) => `van de ${peers} ${at}: ${extremes}`,
  allSame: (figure) => `alle cijfers zijn ${figure}`,
  averageIs: (figure) => `het gemiddelde is ${figure}`,
  noFigure: (count, kind) => `${counted(count, kind)} ${count === 1 ? 'heeft' : 'hebben'} geen cijfer`,
};
