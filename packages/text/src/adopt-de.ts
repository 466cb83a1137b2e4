import type { AdoptWords } from './adopt-words.js';

export const adoptDe: AdoptWords = { updated: 'Aktualisiert' };
