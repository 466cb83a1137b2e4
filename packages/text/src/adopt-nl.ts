import type { AdoptWords } from './adopt-words.js';

export const adoptNl: AdoptWords = { updated: 'Bijgewerkt' };
