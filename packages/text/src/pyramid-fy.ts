import type { LargestGroup, PyramidWords } from './pyramid-words.js';

const lower = (side: string) => side.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
const named = (groups: readonly LargestGroup[]) =>
  groups.map(({ side, group, figure }) => `by ${lower(side)} ${group} (${figure})`).join(' en ');

export const pyramidFy: PyramidWords = {
  share: (column) => `${column}: oandiel`,
  asShares: 'Oandiel fan alle leeftiden tegearre',
  asSharesOfChosen: 'Oandiel fan de keazen leeftiden tegearre',
  noShares: 'Gjin oandielen: it totaal is net bekend of geheim',
  neverShares: 'Gjin oandielen: it totaal is 0, of der binne sifers ûnder 0',
  exceeds: 'De groepen binne tegearre mear as it totaal, en dus gjin dielen dêrfan',
  hasUnknown: 'Streke: gjin sifer, de lingte seit neat',
  keys: 'Mei de pylktoetsen omheech en omleech geane jo by de groepen lâns, mei lofts en rjochts fan de iene nei de oare kant. Mei Esc slute jo it sifer.',

  largest: (groups, some) => `de grutste groep${some ? ' mei in sifer' : ''} is ${named(groups)}`,
  elsewhere: (where, groups) => `ta ferliking, ${where}: ${named(groups)}`,
  unknown: (count) => (count === 1 ? '1 groep hat gjin sifer' : `${count} groepen hawwe gjin sifer`),
};
