import type { MapWords } from './map-words.js';

const andMore = (names: string, more: number) => (more > 0 ? `${names} en noch ${more}` : names);

export const mapFy: MapWords = {
  map: (label) => `Kaart: ${label}`,
  keys: 'Mei de pylktoetsen geane jo nei it gebiet dernjonken, derboppe of derûnder. Mei Home geane jo nei it gebiet mei it heechste sifer, mei End nei it lêste gebiet. Mei Enter kieze jo in gebiet. Mei Esc slute jo it sifer.',
  between: (from, to) => `${from} oant ${to}`,
  through: (from, to) => `${from} oant en mei ${to}`,
  below: (to) => `minder as ${to}`,
  atLeast: (from) => `${from} of mear`,
  notAmong: 'net yn dizze sifers',
  noShape: (names, more) => `Net op de kaart: ${andMore(names, more)}. De kaart hat dêr gjin grinzen fan`,
  noFigures: (names, more) => `Wol op de kaart, mar net yn dizze sifers: ${andMore(names, more)}`,
  leftOut: (count, kind) =>
    `Net tekene: ${count} ${kind === 'municipality' ? 'gemeenten' : 'gebieten'} dy’t net yn dizze sifers foarkomme`,
  shapesSource: (source) => `Grinzen: ${source}`,
  shapesFailed: 'De grinzen foar de kaart binne no net te laden. De sifers steane yn de tabel.',
  nothingPlaced: 'De kaart hat fan dizze gebieten gjin grinzen. De sifers steane yn de tabel.',
};
