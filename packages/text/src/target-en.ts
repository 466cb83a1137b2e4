import type { TargetWords } from './target-words.js';

export const targetEn: TargetWords = {
  target: (figure, year) => `Target ${figure}${year && ` in ${year}`}`,
  toGo: (amount) => `${amount} to go`,
  reached: 'reached',
  above: (amount) => `now ${amount} more`,
  below: (amount) => `now ${amount} less`,
  equal: 'now equal',
};
