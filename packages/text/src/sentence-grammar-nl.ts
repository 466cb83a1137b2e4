import type { SentenceGrammar } from './sentence-grammar.js';

export const sentenceGrammarNl: SentenceGrammar = {
  region: (label) => label,
  in: 'in',
  for: 'voor',
  and: 'en',
  upTo: 'tot en met',
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
  counting: {
    counted: (region, figure, at) => `${region} telde ${figure} ${at}`,
    moved: (region, noun, up, from, to) =>
      `Het aantal ${noun} in ${region} ${up ? 'steeg' : 'daalde'} van ${from} naar ${to}`,
  },
  stated: (place, figure, at, plural) => `${inverted(place, plural ? 'waren' : 'was')} ${figure} ${at}`,
  moved: (place, up, from, to) => `${inverted(place, up ? 'steeg' : 'daalde')} van ${from} naar ${to}`,
  with: 'met',
  highest: (figure) => `als hoogste cijfer ${figure}`,
  lowest: (figure) => `als laagste cijfer ${figure}`,
  missing: (place, at, reason) => `het cijfer${place && ` ${place}`} ${at} is ${reason}`,
  allMissing: (place, range) => `er zijn geen cijfers${place && ` ${place}`} over ${range}`,
  noneAtAll: (place) => `er zijn geen cijfers${place && ` ${place}`}`,
  noneFor: (range) => `geen cijfer voor ${range}`,
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
