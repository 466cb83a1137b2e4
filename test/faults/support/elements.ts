/** What stands on the page of every fault: each element that shows figures, with an address of its own endpoint to ask. */
export interface Asking {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether it asks figures; the others ask only what a table holds. */
  readonly asksFigures: boolean;
}

const population = { table: 'bevolking', indicator: 'inwoners', region: 'GM0153' };
const metadata = { table: 'bevolking', region: 'GM0153' };

export const elements: readonly Asking[] = [
  { tag: 'kpi-tile', attributes: { ...population, 'compare-with': 'GM0164' }, asksFigures: true },
  { tag: 'trend-chart', attributes: { ...population, 'compare-with': 'GM0164' }, asksFigures: true },
  { tag: 'municipality-compare', attributes: population, asksFigures: true },
  { tag: 'municipality-map', attributes: population, asksFigures: true },
  { tag: 'share-chart', attributes: { table: 'leeftijd', parts: 'Leeftijd', region: 'GM0153' }, asksFigures: true },
  // Plain JSON-stat, by the other way through the client: the one demo table with ages by sex is not for everyone.
  { tag: 'population-pyramid', attributes: { region: 'A', period: '2023' }, asksFigures: true },
  { tag: 'data-table', attributes: { ...metadata, period: '2012..2023' }, asksFigures: true },
  { tag: 'definition-panel', attributes: population, asksFigures: false },
  { tag: 'municipality-picker', attributes: metadata, asksFigures: false },
  { tag: 'period-picker', attributes: metadata, asksFigures: false },
  { tag: 'indicator-picker', attributes: metadata, asksFigures: false },
  // The catalogue, and then what its tables hold.
  { tag: 'statistical-yearbook', attributes: { themes: 'bevolking', region: 'GM0153' }, asksFigures: false },
];

/** The address that an element asks at the endpoint of a room. */
export function addressOf({ tag }: Asking, room: string): string {
  return tag === 'population-pyramid' ? `/${room}/ages.json` : `/${room}/api/v2`;
}
