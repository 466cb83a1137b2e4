import type { MapWords } from './map-words.js';

const andMore = (names: string, more: number) => (more > 0 ? `${names} und ${more} weitere` : names);

export const mapDe: MapWords = {
  map: (label) => `Karte: ${label}`,
  keys: 'Mit den Pfeiltasten gehen Sie zum Gebiet daneben, darüber oder darunter. Mit Home gehen Sie zum Gebiet mit dem höchsten Wert, mit End zum letzten Gebiet. Mit Enter wählen Sie ein Gebiet. Mit Esc schließen Sie den Wert.',
  between: (from, to) => `${from} bis unter ${to}`,
  through: (from, to) => `${from} bis einschließlich ${to}`,
  below: (to) => `unter ${to}`,
  atLeast: (from) => `${from} oder mehr`,
  notAmong: 'nicht in diesen Zahlen',
  noShape: (names, more) => `Nicht auf der Karte: ${andMore(names, more)}. Die Karte hat dafür keine Grenzen`,
  noFigures: (names, more) => `Auf der Karte, aber nicht in diesen Zahlen: ${andMore(names, more)}`,
  leftOut: (count, kind) =>
    `Nicht gezeichnet: ${count} ${kind === 'municipality' ? 'Gemeinden' : 'Gebiete'}, die in diesen Zahlen nicht vorkommen`,
  shapesSource: (source) => `Grenzen: ${source}`,
  shapesFailed: 'Die Grenzen der Karte lassen sich gerade nicht laden. Die Zahlen stehen in der Tabelle.',
  nothingPlaced: 'Die Karte hat für diese Gebiete keine Grenzen. Die Zahlen stehen in der Tabelle.',
};
