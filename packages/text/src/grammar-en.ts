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

  region: (label) => label.replace(/^(?:the )?(?=Netherlands$)/i, 'the '),
  in: 'in',
  on: 'on',
  for: 'for',
  and: 'and',
  upTo: 'to',
  before: 'before',
  earlier: 'earlier',
  distances: {
    year: ['a year', 'years'],
    'half-year': ['half a year', null],
    quarter: ['a quarter', 'quarters'],
    month: ['a month', 'months'],
    week: ['a week', 'weeks'],
    day: ['a day', 'days'],
    'school-year': ['a school year', 'school years'],
  },
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

  counted: (region, figure, at) => `${region} had ${figure} ${at}`,
  countMoved: (region, noun, up, from, to) =>
    `The number of ${noun} in ${region} ${up ? 'rose' : 'fell'} from ${from} to ${to}`,
  stated: (place, figure, at) => `${place && `${place} `}the figure was ${figure} ${at}`,
  moved: (place, up, from, to) => `${place && `${place} `}the figure ${up ? 'rose' : 'fell'} from ${from} to ${to}`,
  with: 'with',
  highest: (figure) => `${figure} as the highest figure`,
  lowest: (figure) => `${figure} as the lowest figure`,

  missing: (place, at, reason) => `the figure${place && ` ${place}`} ${at} is ${reason}`,
  allMissing: (place, range) => `there are no figures${place && ` ${place}`} in ${range}`,
  noneAtAll: (place) => `there are no figures${place && ` ${place}`}`,
  noneFor: (range) => `no figure for ${range}`,
  incomparable: (phrase, broken) => `cannot be compared with ${phrase}: break in series ${broken}`,
  comparableFrom: (phrase) => `figures can only be compared from ${phrase}`,
  then: 'at that time',
  comparison: (at, figures) => `for comparison${at && ` ${at}`}: ${figures}`,
  others: (count, some) => `the ${count} others${some ? ' with a figure' : ''}`,
  comparisonRange: (others, at, low, high) => `${at} ${others} were between ${low} and ${high}`,
  comparisonSame: (others, at, figure) => `${at} ${others} were at ${figure}`,
};

const irregular: Readonly<Record<string, string>> = { people: 'person', children: 'child' };
