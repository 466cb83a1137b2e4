import type { TargetWords } from './target-words.js';

export const targetNl: TargetWords = {
  target: (figure, year) => `Doel ${figure}${year && ` in ${year}`}`,
  toGo: (amount) => `nog ${amount} te gaan`,
  reached: 'gehaald',
  above: (amount) => `nu ${amount} meer`,
  below: (amount) => `nu ${amount} minder`,
  equal: 'nu gelijk',
};
