import type { AdoptWords } from './adopt-words.js';

export const adoptNl: AdoptWords = {
  updated: 'Bijgewerkt',
  firstRows: (shown, total) => `De eerste ${shown} van ${total} rijen.`,
  allRows: 'Alle rijen in een bestand (CSV)',
};
