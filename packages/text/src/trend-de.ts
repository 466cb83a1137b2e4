import type { TrendWords } from './trend-words.js';

export const trendDe: TrendWords = {
  indexUnit: (base) => `Index, ${base} = 100`,
  indexColumn: (label) => `${label}, Index`,
  differentUnits: 'Verschiedene Einheiten, daher als Indexwerte',
  notIndexed: (names, base) => `Nicht gezeichnet: ${names}. Für ${base} gibt es keinen Wert über 0`,
  brokenIndex: 'Kein Indexwert auf der anderen Seite eines Bruchs in der Zeitreihe',
  noIndex: (base) => `Keine Indexwerte: Für ${base} gibt es keine Zahlen`,
  notSummed: 'Nicht gestapelt: Diese Werte lassen sich nicht zusammenzählen',
  notStacked: 'Nicht gestapelt: Nicht alle Teile sind bekannt',
  references: (levels) => `Linien zum Vergleich: ${levels}.`,
  reference: 'Linie',
  band: 'Fläche um die Linie: Unsicherheit',
  whisker: 'Strich durch den Balken: Unsicherheit',
  margin: (lower, upper) => `(${lower}–${upper})`,
  between: (lower, upper) => `Spanne von ${lower} bis ${upper}`,
  notes: 'Erklärung',
  aboutBreaks: (count) =>
    count === 1 ? 'Erklärung zum Bruch in der Zeitreihe' : 'Erklärung zu den Brüchen in der Zeitreihe',
  breakNote: (period, note) => `Bruch in der Zeitreihe ${period}: ${note}`,
  from: 'Von',
  to: 'bis',
  showAll: 'Alle Zeiträume zeigen',
  shown: (range, whole) => `Sie sehen ${range} von ${whole}. Eine Datei mit Zahlen enthält alle Zeiträume`,
  whole: (from, to) => `Die ganze Reihe geht von ${from} bis ${to}.`,
};
