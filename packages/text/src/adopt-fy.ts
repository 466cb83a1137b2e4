import type { AdoptWords } from './adopt-words.js';

export const adoptFy: AdoptWords = {
  updated: 'Bywurke',
  firstRows: (shown, total) => `De earste ${shown} fan ${total} rigen.`,
  allRows: 'Alle rigen yn in bestân (CSV)',
};
