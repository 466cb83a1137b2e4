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

  region: (label) => label,
  in: 'in',
  on: 'op',
  for: 'voor',
  and: 'en',
  upTo: 'tot en met',
  before: 'eerder',
  earlier: 'eerder',
  distances: {
    year: ['een jaar', 'jaar'],
    'half-year': ['een half jaar', null],
    quarter: ['een kwartaal', 'kwartalen'],
    month: ['een maand', 'maanden'],
    week: ['een week', 'weken'],
    day: ['een dag', 'dagen'],
    'school-year': ['een schooljaar', 'schooljaren'],
  },
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

  counted: (region, figure, at) => `${region} telde ${at} ${figure}`,
  countMoved: (region, noun, up, from, to) =>
    `Het aantal ${noun} in ${region} ${up ? 'steeg' : 'daalde'} van ${from} naar ${to}`,
  stated: (place, figure, at, plural) => `${inverted(place, plural ? 'waren' : 'was')} ${figure} ${at}`,
  moved: (place, up, from, to) => `${inverted(place, up ? 'steeg' : 'daalde')} van ${from} naar ${to}`,
  with: 'met',
  highest: (figure) => `als hoogste cijfer ${figure}`,
  lowest: (figure) => `als laagste cijfer ${figure}`,

  missing: (place, at, reason) => `het cijfer${place && ` ${place}`} ${at} is ${reason}`,
  allMissing: (place, range) => `er zijn geen cijfers${place && ` ${place}`} over ${range}`,
  noneAtAll: (place) => `er zijn geen cijfers${place && ` ${place}`}`,
  noneFor: (range) => `geen cijfer voor ${range}`,
  incomparable: (phrase, broken) => `niet te vergelijken met ${phrase}: trendbreuk ${broken}`,
  comparableFrom: (phrase) => `cijfers zijn pas te vergelijken vanaf ${phrase}`,
  then: 'toen',
  comparison: (at, figures) => `ter vergelijking${at && ` ${at}`}: ${figures}`,
  others: (count, some) => `de ${count} andere${some ? ' met een cijfer' : ''}`,
  comparisonRange: (others, at, low, high) => `${others} lagen ${at} tussen ${low} en ${high}`,
  comparisonSame: (others, at, figure) => `${others} lagen ${at} op ${figure}`,
};

/** "in Enschede was dit", and without a place "dit was". */
function inverted(place: string, verb: string): string {
  return place ? `${place} ${verb} dit` : `dit ${verb}`;
}
