import type { ShareWords } from './share-words.js';

export const shareDe: ShareWords = {
  part: 'Teil',
  share: (bar) => (bar ? `${bar}: Anteil` : 'Anteil'),
  total: 'Insgesamt',
  sum: 'Summe der Teile',
  rest: 'übrige',
  restNote: (rest) => `${rest}: was die Teile von der Gesamtzahl übrig lassen`,
  sumNote: '100\u202f% ist die Summe dieser Teile',
  exceeds: 'Die Teile sind zusammen mehr als die Gesamtzahl',
  hasUnknown: 'Gestreift: kein Wert, die Breite sagt nichts',
  noShares: 'Keine Anteile: Die Gesamtzahl ist nicht bekannt oder geheim',
  keys: 'Mit den Pfeiltasten nach links und rechts gehen Sie durch die Teile, mit denen nach oben und unten durch die Balken. Mit Esc schließen Sie den Wert.',

  largest: (name, share, some) => `der größte Teil${some ? ' mit einem Wert' : ''} ist ${name} (${share})`,
  next: (name, share) => `danach kommt ${name} (${share})`,
  allParts: (parts) => `die Teile sind ${parts}`,
  elsewhere: (name, shares) => `zum Vergleich, ${name}: ${shares}`,
  unknown: (count) => (count === 1 ? '1 Teil hat keinen Wert' : `${count} Teile haben keinen Wert`),
  noWhole: 'die Anteile lassen sich nicht berechnen',
};
