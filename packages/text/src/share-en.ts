import type { ShareWords } from './share-words.js';

export const shareEn: ShareWords = {
  part: 'Part',
  share: (bar) => (bar ? `${bar}: share` : 'Share'),
  total: 'Total',
  sum: 'Sum of the parts',
  rest: 'other',
  restNote: (rest) => `${rest}: what the parts leave of the total`,
  sumNote: '100% is the sum of these parts',
  exceeds: 'The parts add up to more than the total',
  hasUnknown: 'Striped: no figure, the width means nothing',
  noShares: 'No shares: the total is not known or confidential',
  keys: 'The left and right arrow keys move through the parts, up and down through the bars. Esc closes the figure.',

  largest: (name, share, some) => `the largest part${some ? ' with a figure' : ''} is ${name} (${share})`,
  next: (name, share) => `next comes ${name} (${share})`,
  allParts: (parts) => `the parts are ${parts}`,
  elsewhere: (name, shares) => `for comparison, ${name}: ${shares}`,
  unknown: (count) => (count === 1 ? '1 part has no figure' : `${count} parts have no figure`),
  noWhole: 'the shares cannot be worked out',
};
