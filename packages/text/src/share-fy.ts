import type { ShareWords } from './share-words.js';

export const shareFy: ShareWords = {
  part: 'Diel',
  share: (bar) => (bar ? `${bar}: oandiel` : 'Oandiel'),
  total: 'Totaal',
  sum: 'Som fan de dielen',
  rest: 'oars',
  restNote: (rest) => `${rest}: wat de dielen oerlitte fan it totaal`,
  sumNote: '100\u202f% is de som fan dizze dielen',
  exceeds: 'De dielen binne tegearre mear as it totaal',
  hasUnknown: 'Streke: gjin sifer, de breedte seit neat',
  noShares: 'Gjin oandielen: it totaal is net bekend of geheim',
  keys: 'Mei de pylktoetsen lofts en rjochts geane jo by de dielen lâns, mei omheech en omleech by de balken lâns. Mei Esc slute jo it sifer.',

  largest: (name, share, some) => `it grutste diel${some ? ' mei in sifer' : ''} is ${name} (${share})`,
  next: (name, share) => `dêrnei komt ${name} (${share})`,
  allParts: (parts) => `de dielen binne ${parts}`,
  elsewhere: (name, shares) => `ta ferliking, ${name}: ${shares}`,
  unknown: (count) => (count === 1 ? '1 diel hat gjin sifer' : `${count} dielen hawwe gjin sifer`),
  noWhole: 'de oandielen binne net te berekkenjen',
};
