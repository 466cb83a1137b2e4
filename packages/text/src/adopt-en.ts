import type { AdoptWords } from './adopt-words.js';

export const adoptEn: AdoptWords = { updated: 'Updated' };
