import { MalformedDatasetError, type CellStatuses, type CellValues } from '@peilglas/model';
import { at, isKeyed, needList, own, type Keyed } from './read-json.js';

type Figure = number | null;
type Mark = string | null | undefined;

const figure = 'a number or null';
const isFigure = (each: unknown): each is Figure => each === null || Number.isFinite(each);
const isMark = (each: unknown): each is Mark => each === null || typeof each === 'string';

/**
 * The values as they came, checked and not copied: an array with every cell, or an object with some. None at all is
 * the metadata of a table, in which no figure is available.
 */
export function parseValues(input: unknown, size: number, path: string): CellValues {
  if (input === undefined || input === null) return [];
  if (Array.isArray(input)) {
    if (input.length === 0) return [];
    if (input.length !== size) throw new MalformedDatasetError(path, `${size} values, one per cell`);
    return checkAll(input, path);
  }
  if (isKeyed(input)) {
    const isCell = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key) && Number(key) < size;
    const keys = Object.keys(input);
    // Keys that are array indexes come first and in order, so that in most objects the last key speaks for all.
    const wrong = size < 2 ** 32 && isCell(keys.at(-1) ?? '') ? undefined : keys.find((key) => !isCell(key));
    if (wrong !== undefined) throw new MalformedDatasetError(at(path, wrong), `a cell number below ${size}`);
    return checkSparse(input, isFigure, path, figure);
  }
  throw new MalformedDatasetError(path, 'a list or an object of values');
}

/** Status texts as they came. One text, or a list of one, is the status of all cells. */
export function parseStatuses(input: unknown, size: number, path: string): CellStatuses | null {
  if (input === undefined || input === null) return null;
  if (typeof input === 'string') return input;
  if (Array.isArray(input)) {
    if (input.length === 0) return null;
    const marks = needList(input, isMark, path, 'a text or null');
    if (marks.length === 1) return marks[0] ?? null;
    if (marks.length !== size) throw new MalformedDatasetError(path, `${size} statuses, one per cell`);
    return marks;
  }
  if (isKeyed(input)) {
    // Before version 2, Eurostat put the list inside an object, beside labels.
    const list = own(input, 'value');
    if (Array.isArray(list)) return parseStatuses(list, size, at(path, 'value'));
    return checkSparse(input, isMark, path, 'a text or null');
  }
  throw new MalformedDatasetError(path, 'a text, a list or an object of statuses');
}

function checkSparse<T>(
  cells: Keyed,
  is: (each: unknown) => each is T,
  path: string,
  expected: string,
): Readonly<Record<number, T>> {
  const wrong = Object.keys(cells).find((cell) => !is(cells[cell]));
  if (wrong !== undefined) throw new MalformedDatasetError(at(path, wrong), expected);
  return cells as Readonly<Record<number, T>>;
}

/** A thousand cells at a time: engines compile soon what is called often, and one long loop is half over by then. */
function checkAll(values: readonly unknown[], path: string): readonly Figure[] {
  for (let cell = 0; cell < values.length; cell += 1000) checkFrom(cell, values, path);
  return values as readonly Figure[];
}

function checkFrom(first: number, values: readonly unknown[], path: string): void {
  for (let cell = first; cell < first + 1000 && cell < values.length; cell++) {
    if (!isFigure(values[cell])) throw new MalformedDatasetError(at(path, cell), figure);
  }
}
