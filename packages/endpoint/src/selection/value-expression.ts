import type { Dimension } from '../table.js';
import { glob } from './glob.js';

/** A selection that the table cannot answer; `message` is fit for the asker. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
}

const positionsByCode = new WeakMap<Dimension, ReadonlyMap<string, number>>();

/** Position of a code in its dimension, whatever its case; undefined when the dimension has no such code. */
export function positionOf(dimension: Dimension, code: string): number | undefined {
  let positions = positionsByCode.get(dimension);
  if (!positions) {
    positions = new Map(dimension.codes.map((category, position) => [category.code.toLowerCase(), position]));
    positionsByCode.set(dimension, positions);
  }
  return positions.get(code.toLowerCase());
}

const call = /^(top|bottom|from|to|range)\((.*)\)$/i;

/** Whether the text is more than one plain code. */
export function isExpression(text: string): boolean {
  return call.test(text) || /[*?]/.test(text);
}

/**
 * Positions in the dimension that a code or value expression of PxWebApi 2 means, in order of the dimension.
 * TOP and BOTTOM count a time dimension from its newest period: `TOP(1)` is the latest, as PxWebApi 2 has it.
 * @throws SelectionError for a code the dimension lacks, or an expression that cannot be read.
 */
export function expandValue(dimension: Dimension, text: string): readonly number[] {
  const match = call.exec(text);
  if (match) return expandCall(dimension, text, (match[1] ?? '').toLowerCase(), (match[2] ?? '').split(','));
  if (/[*?]/.test(text)) return matching(dimension, text);
  return [requirePosition(dimension, text)];
}

function expandCall(
  dimension: Dimension,
  text: string,
  name: string,
  parameters: readonly string[],
): readonly number[] {
  const [first = '', second] = parameters.map((parameter) => parameter.trim());
  const most = name === 'from' || name === 'to' ? 1 : 2;
  if (first === '' || parameters.length > most || (name === 'range' && second === undefined))
    throw unreadable(dimension, text);
  const last = dimension.codes.length - 1;
  switch (name) {
    case 'from':
      return between(requirePosition(dimension, first), last);
    case 'to':
      return between(0, requirePosition(dimension, first));
    case 'range': {
      const ends = [requirePosition(dimension, first), requirePosition(dimension, second ?? '')];
      return between(Math.min(...ends), Math.max(...ends));
    }
    default: {
      const count = wholeNumber(dimension, text, first);
      const offset = second === undefined ? 0 : wholeNumber(dimension, text, second);
      // Time is listed from old to new, so its top is at the end of the list.
      const fromEnd = (name === 'top') === (dimension.role === 'time');
      return fromEnd
        ? between(last - offset - count + 1, last - offset)
        : between(offset, Math.min(last, offset + count - 1));
    }
  }
}

function between(first: number, last: number): readonly number[] {
  const start = Math.max(0, first);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, step) => start + step);
}

function matching(dimension: Dimension, pattern: string): readonly number[] {
  const lower = pattern.toLowerCase();
  const found: number[] = [];
  dimension.codes.forEach((category, position) => {
    if (glob(lower, category.code.toLowerCase())) found.push(position);
  });
  return found;
}

function wholeNumber(dimension: Dimension, text: string, parameter: string): number {
  if (!/^\d{1,9}$/.test(parameter)) throw unreadable(dimension, text);
  return Number(parameter);
}

function requirePosition(dimension: Dimension, code: string): number {
  const position = positionOf(dimension, code);
  if (position === undefined) {
    throw new SelectionError(`Value, ${shorten(code)} is not a valid value code for variable ${dimension.id}`);
  }
  return position;
}

function unreadable(dimension: Dimension, text: string): SelectionError {
  return new SelectionError(
    `Value expression ${shorten(text)} for variable ${dimension.id} cannot be read; ` +
      'use TOP(n[,offset]), BOTTOM(n[,offset]), FROM(code), TO(code), RANGE(code,code), * or ?',
  );
}

/** What an asker sent, short enough to repeat in an answer. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
