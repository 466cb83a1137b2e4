import type { TargetWords } from './target-words.js';

export const targetFy: TargetWords = {
  target: (figure, year) => `Doel ${figure}${year && ` yn ${year}`}`,
  toGo: (amount) => `noch ${amount} te gean`,
  reached: 'helle',
  above: (amount) => `no ${amount} mear`,
  below: (amount) => `no ${amount} minder`,
  equal: 'no gelyk',
};
