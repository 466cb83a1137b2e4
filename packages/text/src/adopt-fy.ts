import type { AdoptWords } from './adopt-words.js';

export const adoptFy: AdoptWords = { updated: 'Bywurke' };
