import { dutchSingular } from './dutch-singular.js';
import type { Grammar } from './grammar.js';

/** Browsers do not all know Frisian: numbers and dates are written as in Dutch, with the months in Frisian. */
const months: Readonly<Record<string, string>> = {
  januari: 'jannewaris',
  februari: 'febrewaris',
  mei: 'maaie',
  juni: 'juny',
  juli: 'july',
  september: 'septimber',
  november: 'novimber',
  december: 'desimber',
};

export const grammarFy: Grammar = {
  // Not that of Dutch itself, by which what was made for it is kept.
  locale: 'nl-NL',
  groupSeparator: '.',
  percent: '\u202f%',
  euro: '€\u00a0',
  minusFirst: false,
  scales: ['tûzen', 'miljoen', 'miljard'],
  points: () => 'persintpunt',
  // Units are those of the table, which are Dutch.
  singular: dutchSingular,

  at: (kind, phrase) => `${kind === 'day' ? 'op' : 'yn'} ${phrase}`,
  before: 'earder',
  named: {
    'half-year': (year, part) => [`${part}e helte ${year}`, `de ${part}e helte fan ${year}`],
    quarter: (year, part) => [`${part}e kwartaal ${year}`, `it ${part}e kwartaal fan ${year}`],
    week: (year, part) => [`wike ${part} fan ${year}`, `wike ${part} fan ${year}`],
    'school-year': (year) => [`skoaljier ${year}/${year + 1}`, `it skoaljier ${year}/${year + 1}`],
    span: (year, part) => [`${year}–${part}`, `de perioade ${year}–${part}`],
  },
  translateDate: (date) => date.replace(/\p{L}+/gu, (month) => months[month] ?? month),

  more: (amount, than) => `${amount} mear as ${than}`,
  less: (amount, than) => `${amount} minder as ${than}`,
  equal: (to) => `gelyk oan ${to.phrase}`,

  incomparable: (phrase, broken) => `net te fergelykjen mei ${phrase}: trendbrek ${broken}`,
};
