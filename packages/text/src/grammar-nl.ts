import { dutchSingular } from './dutch-singular.js';
import type { Grammar } from './grammar.js';

export const grammarNl: Grammar = {
  locale: 'nl',
  groupSeparator: '.',
  percent: '\u202f%',
  euro: '€\u00a0',
  minusFirst: false,
  scales: ['duizend', 'miljoen', 'miljard'],
  points: () => 'procentpunt',
  singular: dutchSingular,

  at: (kind, phrase) => `${kind === 'day' ? 'op' : 'in'} ${phrase}`,
  before: 'eerder',
  named: {
    'half-year': (year, part) => [`${part}e helft ${year}`, `de ${part}e helft van ${year}`],
    quarter: (year, part) => [`${part}e kwartaal ${year}`, `het ${part}e kwartaal van ${year}`],
    week: (year, part) => [`week ${part} van ${year}`, `week ${part} van ${year}`],
    'school-year': (year) => [`schooljaar ${year}/${year + 1}`, `het schooljaar ${year}/${year + 1}`],
    span: (year, part) => [`${year}–${part}`, `de periode ${year}–${part}`],
  },

  more: (amount, than) => `${amount} meer dan ${than}`,
  less: (amount, than) => `${amount} minder dan ${than}`,
  equal: (to) => `gelijk aan ${to.phrase}`,

  incomparable: (phrase, broken) => `niet te vergelijken met ${phrase}: trendbreuk ${broken}`,
};
