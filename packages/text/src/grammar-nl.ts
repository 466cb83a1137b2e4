import type { Grammar } from './grammar.js';

export const grammarNl: Grammar = {
  locale: 'nl',
  groupSeparator: '.',
  percent: '\u202f%',
  euro: '€\u00a0',
  minusFirst: false,
  scales: ['duizend', 'miljoen', 'miljard'],
  points: () => 'procentpunt',
  singular: (noun) => (noun === 'personen' ? 'persoon' : noun.replace(/s$|(?<=ing)en$/, '')),

  in: 'in',
  on: 'op',
  before: 'eerder',
  named: {
    'half-year': (year, part) => ({ name: `${part}e helft ${year}`, phrase: `de ${part}e helft van ${year}` }),
    quarter: (year, part) => ({ name: `${part}e kwartaal ${year}`, phrase: `het ${part}e kwartaal van ${year}` }),
    week: (year, part) => ({ name: `week ${part} van ${year}`, phrase: `week ${part} van ${year}` }),
    'school-year': (year) => ({
      name: `schooljaar ${year}/${year + 1}`,
      phrase: `het schooljaar ${year}/${year + 1}`,
    }),
    span: (year, part) => ({ name: `${year}–${part}`, phrase: `de periode ${year}–${part}` }),
  },

  more: (amount, than) => `${amount} meer dan ${than}`,
  less: (amount, than) => `${amount} minder dan ${than}`,
  equal: (to) => `gelijk aan ${to.phrase}`,

  incomparable: (phrase, broken) => `niet te vergelijken met ${phrase}: trendbreuk ${broken}`,
};
