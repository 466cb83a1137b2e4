import type { YearbookWords } from './yearbook-words.js';

export const yearbookDe: YearbookWords = {
  title: (region) => (region ? `${region} in Zahlen` : 'Statistisches Jahrbuch'),
  figure: (label, region) => (region ? `${label}, ${region}` : label),
  contents: 'Inhalt',
  definitions: (theme) => `Was bedeuten die Zahlen zu ${theme}?`,
  otherTheme: 'Übrige Zahlen',
  print: 'Drucken oder als PDF speichern',
  preparing: 'Alle Zahlen werden geladen, danach können Sie drucken',
  noTables: 'Hier gibt es keine Zahlen, die Sie sehen können.',
  signInForMore: 'Manche Zahlen sind nicht öffentlich. Wenn Sie sich anmelden, sehen Sie vielleicht mehr Themen.',
  private: 'Nicht öffentlich',
  chooseRegion: 'Wählen Sie eine Gemeinde, um diese Zahlen zu sehen.',
  otherRegion: (region, shown) =>
    `Hier gibt es keine Zahlen zu ${region}.${shown ? ` Sie sehen die Zahlen zu ${shown}.` : ''}`,
  frozen: (date) => `Dieses Jahrbuch hat nur Tabellen, die sich nach ${date} nicht mehr geändert haben.`,
  changedSince: 'Diese Tabellen haben sich danach geändert. Die Zahlen von damals lassen sich hier nicht mehr abrufen:',
  changed: (table, date) => `${table} (${date ? `geändert am ${date}` : 'Datum unbekannt'})`,
  notADate: (text) => `„${text}“ ist kein Datum. Darum stehen hier keine Zahlen.`,
};
