import type { MapWords } from './map-words.js';

const andMore = (names: string, more: number) => (more > 0 ? `${names} en nog ${more}` : names);

export const mapNl: MapWords = {
  map: (label) => `Kaart: ${label}`,
  keys: 'Met de pijltjestoetsen gaat u naar het gebied ernaast, erboven of eronder. Met Home gaat u naar het gebied met het hoogste cijfer, met End naar het laatste gebied. Met Enter kiest u een gebied. Met Esc sluit u het cijfer.',
  between: (from, to) => `${from} tot ${to}`,
  through: (from, to) => `${from} tot en met ${to}`,
  below: (to) => `minder dan ${to}`,
  atLeast: (from) => `${from} of meer`,
  notAmong: 'niet in deze cijfers',
  noShape: (names, more) => `Niet op de kaart: ${andMore(names, more)}. De kaart heeft daarvan geen grenzen`,
  noFigures: (names, more) => `Wel op de kaart, maar niet in deze cijfers: ${andMore(names, more)}`,
  leftOut: (count, kind) =>
    `Niet getekend: ${count} ${kind === 'municipality' ? 'gemeenten' : 'gebieden'} die niet in deze cijfers voorkomen`,
  shapesSource: (source) => `Grenzen: ${source}`,
  shapesFailed: 'De grenzen voor de kaart zijn nu niet te laden. De cijfers staan in de tabel.',
  nothingPlaced: 'De kaart heeft van deze gebieden geen grenzen. De cijfers staan in de tabel.',
};
