import { dutchSingular } from './dutch-singular.js';
import type { PeriodKind } from '@peilglas/model';
import type { Grammar } from './grammar.js';

const prepositions: Readonly<Partial<Record<PeriodKind, string>>> = {
  year: 'im Jahr',
  week: 'in der',
  day: 'am',
  span: 'im Zeitraum',
};
/** Without an article, a name stands after any preposition as it is: `ab 1. Halbjahr 2023`. */
const bare = (name: string) => [name, name] as const;

export const grammarDe: Grammar = {
  locale: 'de',
  groupSeparator: '.',
  percent: '\u202f%',
  euro: '',
  minusFirst: false,
  scales: ['Tausend', 'Mio.', 'Mrd.'],
  points: (number) => (number === '1' ? 'Prozentpunkt' : 'Prozentpunkte'),
  // Units are those of the table, which are Dutch; German nouns, with their capitals, stay as they are.
  singular: (noun) => (/^\p{Lu}/u.test(noun) ? noun : dutchSingular(noun)),

  at: (kind, phrase) => `${prepositions[kind] ?? 'im'} ${phrase}`,
  before: 'zuvor',
  named: {
    'half-year': (year, part) => bare(`${part}. Halbjahr ${year}`),
    quarter: (year, part) => bare(`${part}. Quartal ${year}`),
    week: (year, part) => bare(`${part}. Kalenderwoche ${year}`),
    'school-year': (year) => bare(`Schuljahr ${year}/${year + 1}`),
    span: (year, part) => bare(`${year}–${part}`),
  },

  more: (amount, than) => `${amount} mehr als ${than}`,
  less: (amount, than) => `${amount} weniger als ${than}`,
  equal: (to) => `gleich hoch wie ${to.at}`,

  incomparable: (phrase, broken) => `nicht vergleichbar mit ${phrase}: Bruch in der Zeitreihe ${broken}`,
};
