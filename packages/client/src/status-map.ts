import { isStatusCode, type StatusCode, type StatusReading } from '@peilglas/model';

/**
 * Other publishers' status marks in our codes: Eurostat's letters, signs of PxWeb and CBS. Where publishers disagree,
 * the reading that claims least is taken: a single dot is "cannot occur" in Sweden, "unknown or secret" at CBS, and
 * "not available" here. Three full stops are "not yet" in Norway and "secret" in Finland, so unknown to us.
 */
const marks = new Map<string, StatusCode>([
  ['a', 'A'],
  ['r', 'A'], // revised, and final: our own R is still provisional
  ['p', 'P'],
  ['e', 'E'],
  ['s', 'E'], // estimate by Eurostat itself
  ['f', 'E'], // forecast
  ['b', 'B'],
  ['u', 'U'],
  ['c', 'C'],
  ['z', 'M'],
  [':', 'O'],
  ['.', 'O'],
  ['..', 'O'],
  ['…', 'N'],
  ['-', 'M'], // nothing to count
  ['–', 'M'],
  [' ', 'M'], // blank in CBS tables
  ['*', 'P'],
  ['**', 'R'],
]);

/** Signs for zero: a figure may stand beside them. */
const nothing: ReadonlySet<string> = new Set(['-', '–']);

/** Of combined letters the first of these counts: what hides the figure, then what may change it, then a break. */
const gravest: readonly StatusCode[] = ['C', 'U', 'M', 'O', 'P', 'E', 'B', 'A'];

/**
 * Our status for a publisher's text, which is kept as `original` when it is not one of our own codes.
 * An unknown text is "not available". But when a figure came with it, or with the sign for nothing, the figure stays
 * and only `original` tells that something was said of it: hiding what was published would be a claim of ours.
 */
export function readStatus(text: string, hasFigure: boolean): StatusReading {
  if (isStatusCode(text)) return { status: text };
  const known = marks.get(text) ?? marks.get(text.trim()) ?? combined(text);
  if (hasFigure && (known === undefined || nothing.has(text))) return { status: 'A', original: text };
  return { status: known ?? 'O', original: text };
}

/** Eurostat puts letters together ("bp", ": c"), some of which we have no word for. */
function combined(text: string): StatusCode | undefined {
  if (!/^[bcdefnprsuz: ]{2,5}$/.test(text)) return undefined;
  const found = Array.from(text.replaceAll(' ', ''), (letter) => marks.get(letter));
  return gravest.find((status) => found.includes(status));
}
