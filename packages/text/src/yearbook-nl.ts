import type { YearbookWords } from './yearbook-words.js';

export const yearbookNl: YearbookWords = {
  title: (region) => (region ? `${region} in cijfers` : 'Statistisch jaarboek'),
  figure: (label, region) => (region ? `${label} in ${region}` : label),
  contents: 'Inhoud',
  definitions: (theme) => `Wat betekenen de cijfers over ${theme}?`,
  otherTheme: 'Overige cijfers',
  print: 'Afdrukken of bewaren als pdf',
  preparing: 'Alle cijfers worden geladen, daarna kunt u afdrukken',
  noTables: 'Hier zijn geen cijfers die u kunt bekijken.',
  signInForMore: 'Sommige cijfers zijn niet openbaar. Als u inlogt, ziet u misschien meer thema’s.',
  private: 'Niet openbaar',
  chooseRegion: 'Kies een gemeente om deze cijfers te zien.',
  otherRegion: (region, shown) =>
    `Er zijn hier geen cijfers over ${region}.${shown ? ` U ziet de cijfers over ${shown}.` : ''}`,
  frozen: (date) => `Dit jaarboek heeft alleen tabellen die na ${date} niet meer zijn veranderd.`,
  changedSince: 'Deze tabellen zijn daarna veranderd. De cijfers van toen zijn hier niet op te vragen:',
  changed: (table, date) => `${table} (${date ? `veranderd op ${date}` : 'datum onbekend'})`,
  notADate: (text) => `“${text}” is geen datum. Daarom staan hier geen cijfers.`,
};
