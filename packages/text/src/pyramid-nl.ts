import type { LargestGroup, PyramidWords } from './pyramid-words.js';

const lower = (side: string) => side.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
const named = (groups: readonly LargestGroup[]) =>
  groups.map(({ side, group, figure }) => `bij ${lower(side)} ${group} (${figure})`).join(' en ');

export const pyramidNl: PyramidWords = {
  share: (column) => `${column}: aandeel`,
  asShares: 'Aandeel van alle leeftijden samen',
  asSharesOfChosen: 'Aandeel van de gekozen leeftijden samen',
  noShares: 'Geen aandelen: het totaal is niet bekend of geheim',
  neverShares: 'Geen aandelen: het totaal is 0, of er zijn cijfers onder 0',
  exceeds: 'De groepen zijn samen meer dan het totaal, en dus geen delen daarvan',
  hasUnknown: 'Gestreept: geen cijfer, de lengte zegt niets',
  keys: 'Met de pijltjestoetsen omhoog en omlaag gaat u langs de groepen, met links en rechts van de ene naar de andere kant. Met Esc sluit u het cijfer.',

  largest: (groups, some) => `de grootste groep${some ? ' met een cijfer' : ''} is ${named(groups)}`,
  elsewhere: (where, groups) => `ter vergelijking, ${where}: ${named(groups)}`,
  unknown: (count) => (count === 1 ? '1 groep heeft geen cijfer' : `${count} groepen hebben geen cijfer`),
};
