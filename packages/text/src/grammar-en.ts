import type { Grammar } from './grammar.js';

const ordinals = ['first', 'second', 'third', 'fourth'];
const the = (name: string) => ({ name, phrase: `the ${name}` });

export const grammarEn: Grammar = {
  locale: 'en-GB',
  groupSeparator: ',',
  percent: '%',
  euro: '€',
  minusFirst: true,
  scales: ['thousand', 'million', 'billion'],
  points: (number) => (number === '1' ? 'percentage point' : 'percentage points'),
  singular: (noun) => irregular[noun] ?? noun.replace(/s$/, ''),

  in: 'in',
  on: 'on',
  before: 'before',
  named: {
    'half-year': (year, part) => the(`${ordinals[part - 1] ?? part} half of ${year}`),
    quarter: (year, part) => the(`${ordinals[part - 1] ?? part} quarter of ${year}`),
    week: (year, part) => ({ name: `week ${part} of ${year}`, phrase: `week ${part} of ${year}` }),
    'school-year': (year) => the(`school year ${year}/${year + 1}`),
    span: (year, part) => ({ name: `${year}–${part}`, phrase: `the period ${year}–${part}` }),
  },

  more: (amount, than) => `${amount} more than ${than}`,
  less: (amount, than) => `${amount} less than ${than}`,
  equal: (to) => `the same as ${to.at}`,

  incomparable: (phrase, broken) => `cannot be compared with ${phrase}: break in series ${broken}`,
};

const irregular: Readonly<Record<string, string>> = { people: 'person', children: 'child' };
