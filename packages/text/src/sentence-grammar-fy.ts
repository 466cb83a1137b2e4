import type { SentenceGrammar } from './sentence-grammar.js';

export const sentenceGrammarFy: SentenceGrammar = {
  region: (label) => label,
  in: 'yn',
  for: 'foar',
  and: 'en',
  upTo: 'oant en mei',
  earlier: 'earder',
  distances: {
    year: ['in jier', 'jier'],
    'half-year': ['in heal jier', null],
    quarter: ['in kwartaal', 'kwartalen'],
    month: ['in moanne', 'moannen'],
    week: ['in wike', 'wiken'],
    day: ['in dei', 'dagen'],
    'school-year': ['in skoaljier', 'skoaljierren'],
  },
  counting: null,
  stated: (place, figure, at, plural) => `${inverted(place, plural ? 'wiene' : 'wie')} ${figure} ${at}`,
  moved: (place, up, from, to) => `${inverted(place, 'gie')} ${up ? 'omheech' : 'omleech'} fan ${from} nei ${to}`,
  with: 'mei',
  highest: (figure) => `as heechste sifer ${figure}`,
  lowest: (figure) => `as leechste sifer ${figure}`,
  missing: (place, at, reason) => `it sifer${place && ` ${place}`} ${at} is ${reason}`,
  allMissing: (place, range) => `der binne gjin sifers${place && ` ${place}`} oer ${range}`,
  noneAtAll: (place) => `der binne gjin sifers${place && ` ${place}`}`,
  noneFor: (range) => `gjin sifer foar ${range}`,
  comparableFrom: (phrase) => `sifers binne pas te fergelykjen fan ${phrase} ôf`,
  then: 'doe',
  comparison: (at, figures) => `ta ferliking${at && ` ${at}`}: ${figures}`,
  others: (count, some) => `de ${count} oaren${some ? ' mei in sifer' : ''}`,
  comparisonRange: (others, at, low, high) => `${others} leine ${at} tusken ${low} en ${high}`,
  comparisonSame: (others, at, figure) => `${others} leine ${at} op ${figure}`,
};

/** "yn Enschede wie dit", and without a place "dit wie". */
function inverted(place: string, verb: string): string {
  return place ? `${place} ${verb} dit` : `dit ${verb}`;
}
