import type { Grammar } from './grammar.js';

const ordinals = ['first', 'second', 'third', 'fourth'];
const the = (name: string) => [name, `the ${name}`] as const;

export const grammarEn: Grammar = {
  locale: 'en-GB',
  groupSeparator: ',',
  percent: '%',
  euro: '€',
  minusFirst: true,
  scales: ['thousand', 'million', 'billion'],
  points: (number) => (number === '1' ? 'percentage point' : 'percentage points'),
  singular: (noun) => {
    const [plural, one] = endings.find(([ending]) => ending.test(noun)) ?? ['', ''];
    return noun.replace(plural, one);
  },

  at: (kind, phrase) => `${kind === 'day' ? 'on' : 'in'} ${phrase}`,
  before: 'before',
  named: {
    'half-year': (year, part) => the(`${ordinals[part - 1] ?? part} half of ${year}`),
    quarter: (year, part) => the(`${ordinals[part - 1] ?? part} quarter of ${year}`),
    week: (year, part) => [`week ${part} of ${year}`, `week ${part} of ${year}`],
    'school-year': (year) => the(`school year ${year}/${year + 1}`),
    span: (year, part) => [`${year}–${part}`, `the period ${year}–${part}`],
  },

  more: (amount, than) => `${amount} more than ${than}`,
  less: (amount, than) => `${amount} less than ${than}`,
  equal: (to) => `the same as ${to.at}`,

  incomparable: (phrase, broken) => `cannot be compared with ${phrase}: break in series ${broken}`,
};

/** Of plurals; the first that a noun has counts. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/people$/, 'person'],
  [/children$/, 'child'],
  [/\b(wo)?men$/, '$1man'],
  [/(?<!ser|spec)ies$/, 'y'],
  [/(?<=s[sh]|ch|x)es$/, ''],
  [/(?<!ie|s)s$/, ''],
];
