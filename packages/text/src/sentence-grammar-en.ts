import type { SentenceGrammar } from './sentence-grammar.js';

export const sentenceGrammarEn: SentenceGrammar = {
  region: (label) => label.replace(/^(?:the )?(?=Netherlands$)/i, 'the '),
  in: 'in',
  for: 'for',
  and: 'and',
  upTo: 'to',
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
  counting: {
    counted: (region, figure, at) => `${region} had ${figure} ${at}`,
    moved: (region, noun, up, from, to) =>
      `The number of ${noun} in ${region} ${up ? 'rose' : 'fell'} from ${from} to ${to}`,
  },
  stated: (place, figure, at) => `${place && `${place} `}the figure was ${figure} ${at}`,
  moved: (place, up, from, to) => `${place && `${place} `}the figure ${up ? 'rose' : 'fell'} from ${from} to ${to}`,
  with: 'with',
  highest: (figure) => `${figure} as the highest figure`,
  lowest: (figure) => `${figure} as the lowest figure`,
  missing: (place, at, reason) => `the figure${place && ` ${place}`} ${at} is ${reason}`,
  allMissing: (place, range) => `there are no figures${place && ` ${place}`} in ${range}`,
  noneAtAll: (place) => `there are no figures${place && ` ${place}`}`,
  noneFor: (range) => `no figure for ${range}`,
  comparableFrom: (phrase) => `figures can only be compared from ${phrase}`,
  then: 'at that time',
  comparison: (at, figures) => `for comparison${at && ` ${at}`}: ${figures}`,
  others: (count, some) => `the ${count} others${some ? ' with a figure' : ''}`,
  comparisonRange: (others, at, low, high) => `${at} ${others} were between ${low} and ${high}`,
  comparisonSame: (others, at, figure) => `${at} ${others} were at ${figure}`,
};
