import type { SentenceGrammar } from './sentence-grammar.js';

export const sentenceGrammarDe: SentenceGrammar = {
  region: (label) => label,
  in: 'in',
  for: 'für',
  and: 'und',
  upTo: 'bis',
  earlier: 'zuvor',
  distances: {
    year: ['ein Jahr', 'Jahre'],
    'half-year': ['ein halbes Jahr', null],
    quarter: ['ein Quartal', 'Quartale'],
    month: ['einen Monat', 'Monate'],
    week: ['eine Woche', 'Wochen'],
    day: ['einen Tag', 'Tage'],
    'school-year': ['ein Schuljahr', 'Schuljahre'],
  },
  counting: null,
  stated: (place, figure, at) => `${inverted(place, 'lag')} ${at} bei ${figure}`,
  moved: (place, up, from, to) => `${inverted(place, up ? 'stieg' : 'sank')} von ${from} auf ${to}`,
  with: 'mit',
  highest: (figure) => `${figure} als höchstem Wert`,
  lowest: (figure) => `${figure} als niedrigstem Wert`,
  missing: (place, at, reason) => `Der Wert${place && ` ${place}`} ${at} ist ${reason}`,
  allMissing: (place, range) => `Für ${range} gibt es keine Zahlen${place && ` ${place}`}`,
  noneAtAll: (place) => `Es gibt keine Zahlen${place && ` ${place}`}`,
  noneFor: (range) => `kein Wert für ${range}`,
  comparableFrom: (phrase) => `die Werte sind erst ab ${phrase} vergleichbar`,
  then: 'zu diesem Zeitpunkt',
  comparison: (at, figures) => `zum Vergleich${at && ` ${at}`}: ${figures}`,
  others: (count, some) => `die ${count} anderen${some ? ' mit einem Wert' : ''}`,
  comparisonRange: (others, at, low, high) => `${others} lagen ${at} zwischen ${low} und ${high}`,
  comparisonSame: (others, at, figure) => `${others} lagen ${at} bei ${figure}`,
};

/** "In Enschede lag der Wert", and without a place "Der Wert lag": a whole clause after a colon has a capital. */
function inverted(place: string, verb: string): string {
  return place ? `${place.charAt(0).toUpperCase()}${place.slice(1)} ${verb} der Wert` : `Der Wert ${verb}`;
}
