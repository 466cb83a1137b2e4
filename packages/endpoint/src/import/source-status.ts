import { isStatusCode, missingReasonOf, type StatusCode } from '@peilglas/model';
import type { Observation } from './draft.js';

/**
 * Marks of CBS (`ValueAttribute`, the signs of StatLine) and of PxWeb in the codes of the contract, without case. Where
 * publishers disagree the reading that claims least is taken: a dot is "cannot occur" in Sweden and "unknown,
 * unreliable or secret" at CBS, so "not available".
 */
const marks = new Map<string, StatusCode | null>([
  ['', null],
  ['none', null],
  ['provisional', 'P'],
  ['voorlopig', 'P'],
  ['*', 'P'],
  ['revisedprovisional', 'R'],
  ['nadervoorlopig', 'R'],
  ['**', 'R'],
  ['estimated', 'E'],
  ['geschat', 'E'],
  ['break', 'B'],
  ['unreliable', 'U'],
  ['confidential', 'C'],
  ['secret', 'C'],
  ['geheim', 'C'],
  ['impossible', 'M'],
  ['notapplicable', 'M'],
  ['-', 'M'],
  ['–', 'M'],
  ['missing', 'O'],
  ['unknown', 'O'],
  ['notavailable', 'O'],
  ['.', 'O'],
  ['..', 'O'],
  [':', 'O'],
  ['notyetpublished', 'N'],
  ['…', 'N'],
]);

/** Signs for zero: a figure may stand beside them. */
const nothing: ReadonlySet<string> = new Set(['-', '–']);

export interface Figure {
  readonly value: number | null;
  /** Null for a final figure. */
  readonly status: StatusCode | null;
  /** The mark, when it is none that we know. */
  readonly unknown?: string;
}

/**
 * A figure that its source hides is never kept, whatever value came with it. One that nobody explains is "not
 * available"; one with a mark that nobody knows is kept as final.
 */
export function readFigure({ value, status: text, periodStatus }: Observation): Figure {
  const known = readMark(text);
  if (known === undefined) return { ...readFigure({ codes: [], value, status: '' }), unknown: text };
  if (known !== null && missingReasonOf(known) !== null) {
    return nothing.has(text) && value !== null ? { value, status: null } : { value: null, status: known };
  }
  if (value === null) return { value, status: 'O' };
  return { value, status: known ?? periodStatus ?? null };
}

/** Undefined for a mark that is not in the table; null for one that says nothing. */
function readMark(text: string): StatusCode | null | undefined {
  if (isStatusCode(text)) return text === 'A' ? null : text;
  // A blank is more than nothing: in a table of CBS it stands for what cannot occur.
  if (text !== '' && text.trim() === '') return 'M';
  return marks.get(text.toLowerCase().replaceAll(/[\s_-]+(?=\w)/g, ''));
}
