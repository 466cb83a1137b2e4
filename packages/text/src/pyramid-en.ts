import type { LargestGroup, PyramidWords } from './pyramid-words.js';

const lower = (side: string) => side.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
const named = (groups: readonly LargestGroup[]) =>
  groups.map(({ side, group, figure }) => `${group} among ${lower(side)} (${figure})`).join(' and ');

export const pyramidEn: PyramidWords = {
  share: (column) => `${column}: share`,
  asShares: 'Share of all ages together',
  asSharesOfChosen: 'Share of the chosen ages together',
  noShares: 'No shares: the total is not known or confidential',
  neverShares: 'No shares: the total is 0, or there are figures below 0',
  exceeds: 'The groups add up to more than the total, so they are no parts of it',
  hasUnknown: 'Striped: no figure, the length means nothing',
  keys: 'The up and down arrow keys move through the groups, left and right from one side to the other. Esc closes the figure.',

  largest: (groups, some) => `the largest group${some ? ' with a figure' : ''} is ${named(groups)}`,
  elsewhere: (where, groups) => `for comparison, ${where}: ${named(groups)}`,
  unknown: (count) => (count === 1 ? '1 group has no figure' : `${count} groups have no figure`),
};
