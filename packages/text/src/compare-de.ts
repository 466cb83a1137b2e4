import type { CompareWords, PeerEnd, PeerKind } from './compare-words.js';

const nouns: Readonly<Record<PeerKind, readonly [one: string, several: string, dative: string]>> = {
  municipality: ['Gemeinde', 'Gemeinden', 'Gemeinden'],
  area: ['Gebiet', 'Gebiete', 'Gebieten'],
};
const counted = (count: number, kind: PeerKind) => `${count} ${nouns[kind][count === 1 ? 0 : 1]}`;

const named = ({ name, figure }: PeerEnd) => `${name ?? ''} (${figure})`;
/** "hat" is not said twice. */
const verb = (before: PeerEnd | null) => (before?.name ? '' : 'hat ');

export const compareDe: CompareWords = {
  rank: 'Platz',
  peer: { municipality: 'Gemeinde', area: 'Gebiet' },
  left: (count, without) => (without ? `und ${count} ohne Wert` : `… ${count} weitere …`),
  chosen: (name) => `${name} (gewählt)`,
  ranked: (rank, of, tied) => `${tied ? 'geteilter ' : ''}Platz ${rank} von ${of}`,
  average: (figure) => `im Durchschnitt ${figure}`,
  averageEqual: {
    municipality: 'Durchschnitt: Jede Gemeinde zählt gleich viel',
    area: 'Durchschnitt: Jedes Gebiet zählt gleich viel',
  },
  averageWeighted: (label) => `Durchschnitt: gewichtet nach ${label}`,
  averageOf: (used, of) => `${used} von ${of} mit einem Wert`,
  averageWithout: (label) => `${label} zählt im Durchschnitt nicht mit`,
  averageWithheld: 'Kein Durchschnitt: Damit ließe sich ein geheimer Wert berechnen',
  order: 'Reihenfolge',
  byFigure: 'nach Wert',
  byName: 'nach Namen',
  group: 'Vergleichen',
  counted,
  allPeers: { municipality: 'alle Gemeinden', area: 'alle Gebiete' },
  showAll: (count, kind) => `Alle ${counted(count, kind)} zeigen`,
  showFewer: 'Weniger zeigen',
  keys: 'Mit den Pfeiltasten gehen Sie durch die Werte. Mit Home und End gehen Sie zum ersten und zum letzten Wert. Mit Enter wählen Sie eine Gemeinde oder ein Gebiet. Mit Esc schließen Sie den Wert.',

  peers: (count, kind, some) => `${count} ${nouns[kind][count === 1 ? 0 : 2]}${some ? ' mit einem Wert' : ''}`,
  isRanked: (rank, tied, peers) =>
    `das ist ${tied ? 'ein geteilter ' : ''}Platz ${rank} von ${peers}, von hoch nach niedrig`,
  wasBefore: (at, figure, rank) => `${at} lag der Wert bei ${figure}${rank === null ? '' : ` (${rank})`}`,
  ends: (high, low) => {
    const told = [
      high && (high.name === null ? `der höchste Wert ist ${high.figure}` : `den höchsten Wert hat ${named(high)}`),
      low &&
        (low.name === null
          ? `der niedrigste${high ? '' : ' Wert'} ist ${low.figure}`
          : `den niedrigsten${high ? '' : ' Wert'} ${verb(high)}${named(low)}`),
    ];
    return told.filter(Boolean).join(' und ');
  },
  ofPeers: (peers, at, extremes) => `unter ${peers} ${at}: ${extremes}`,
  allSame: (figure) => `alle Werte liegen bei ${figure}`,
  averageIs: (figure) => `der Durchschnitt liegt bei ${figure}`,
  noFigure: (count, kind) => `${counted(count, kind)} ${count === 1 ? 'hat' : 'haben'} keinen Wert`,
};
