import type { AdoptWords } from './adopt-words.js';

export const adoptDe: AdoptWords = {
  updated: 'Aktualisiert',
  firstRows: (shown, total) => `Die ersten ${shown} von ${total} Zeilen.`,
  allRows: 'Alle Zeilen in einer Datei (CSV)',
};
