import type { YearbookWords } from './yearbook-words.js';

export const yearbookFy: YearbookWords = {
  title: (region) => (region ? `${region} yn sifers` : 'Statistysk jierboek'),
  figure: (label, region) => (region ? `${label} yn ${region}` : label),
  contents: 'Ynhâld',
  definitions: (theme) => `Wat betsjutte de sifers oer ${theme}?`,
  otherTheme: 'Oare sifers',
  print: 'Ôfdrukke of bewarje as pdf',
  preparing: 'Alle sifers wurde laden, dêrnei kinne jo ôfdrukke',
  noTables: 'Hjir binne gjin sifers dy’t jo besjen kinne.',
  signInForMore: 'Guon sifers binne net iepenbier. As jo ynlogge, sjogge jo miskien mear tema’s.',
  private: 'Net iepenbier',
  chooseRegion: 'Kies in gemeente om dizze sifers te sjen.',
  otherRegion: (region, shown) =>
    `Der binne hjir gjin sifers oer ${region}.${shown ? ` Jo sjogge de sifers oer ${shown}.` : ''}`,
  frozen: (date) => `Dit jierboek hat allinnich tabellen dy’t nei ${date} net mear feroare binne.`,
  changedSince: 'Dizze tabellen binne dêrnei feroare. De sifers fan doe binne hjir net op te freegjen:',
  changed: (table, date) => `${table} (${date ? `feroare op ${date}` : 'datum ûnbekend'})`,
  notADate: (text) => `“${text}” is gjin datum. Dêrom steane hjir gjin sifers.`,
};
