import type { MapWords } from './map-words.js';

const andMore = (names: string, more: number) => (more > 0 ? `${names} and ${more} more` : names);

export const mapEn: MapWords = {
  map: (label) => `Map: ${label}`,
  keys: 'Use the arrow keys to move to the area beside, above or below. Home takes you to the area with the highest figure, End to the last area. Enter chooses an area. Esc closes the figure.',
  between: (from, to) => `${from} to less than ${to}`,
  through: (from, to) => `${from} up to and including ${to}`,
  below: (to) => `less than ${to}`,
  atLeast: (from) => `${from} or more`,
  notAmong: 'not among these figures',
  noShape: (names, more) => `Not on the map: ${andMore(names, more)}. The map has no boundaries for this`,
  noFigures: (names, more) => `On the map, but not among these figures: ${andMore(names, more)}`,
  leftOut: (count, kind) =>
    `Not drawn: ${count} ${kind === 'municipality' ? 'municipalities' : 'areas'} that are not among these figures`,
  shapesSource: (source) => `Boundaries: ${source}`,
  shapesFailed: 'The boundaries of the map cannot be loaded now. The figures are in the table.',
  nothingPlaced: 'The map has no boundaries for these areas. The figures are in the table.',
};
