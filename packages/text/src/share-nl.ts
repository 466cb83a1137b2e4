import type { ShareWords } from './share-words.js';

export const shareNl: ShareWords = {
  part: 'Deel',
  share: (bar) => (bar ? `${bar}: aandeel` : 'Aandeel'),
  total: 'Totaal',
  sum: 'Som van de delen',
  rest: 'overig',
  restNote: (rest) => `${rest}: wat de delen overlaten van het totaal`,
  sumNote: '100\u202f% is de som van deze delen',
  exceeds: 'De delen zijn samen meer dan het totaal',
  hasUnknown: 'Gestreept: geen cijfer, de breedte zegt niets',
  noShares: 'Geen aandelen: het totaal is niet bekend of geheim',
  keys: 'Met de pijltjestoetsen links en rechts gaat u langs de delen, met omhoog en omlaag langs de balken. Met Esc sluit u het cijfer.',

  largest: (name, share, some) => `het grootste deel${some ? ' met een cijfer' : ''} is ${name} (${share})`,
  next: (name, share) => `daarna komt ${name} (${share})`,
  allParts: (parts) => `de delen zijn ${parts}`,
  elsewhere: (name, shares) => `ter vergelijking, ${name}: ${shares}`,
  unknown: (count) => (count === 1 ? '1 deel heeft geen cijfer' : `${count} delen hebben geen cijfer`),
  noWhole: 'de aandelen zijn niet te berekenen',
};
