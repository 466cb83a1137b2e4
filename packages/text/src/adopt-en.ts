import type { AdoptWords } from './adopt-words.js';

export const adoptEn: AdoptWords = {
  updated: 'Updated',
  firstRows: (shown, total) => `The first ${shown} of ${total} rows.`,
  allRows: 'All rows in a file (CSV)',
};
