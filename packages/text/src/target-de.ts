import type { TargetWords } from './target-words.js';

export const targetDe: TargetWords = {
  target: (figure, year) => `Ziel ${figure}${year && ` im Jahr ${year}`}`,
  toGo: (amount) => `noch ${amount} bis zum Ziel`,
  reached: 'erreicht',
  above: (amount) => `jetzt ${amount} mehr`,
  below: (amount) => `jetzt ${amount} weniger`,
  equal: 'jetzt gleich',
};
