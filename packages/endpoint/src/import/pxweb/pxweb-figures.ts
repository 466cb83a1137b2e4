import type { Observation } from '../draft.js';
import { ImportError } from '../import-error.js';
import { categoryCodes, ofCode, type Figures } from './pxweb-answers.js';

/**
 * Figures of an answer one by one, with their codes in the order of `ids`; the answer may have its own order.
 * @throws ImportError when the answer does not have exactly these dimensions, or not a figure for every cell.
 */
export function readFigures(figures: Figures, ids: readonly string[], what: string): readonly Observation[] {
  const axes = figures.id.map((id, axis) => ({ codes: codesOf(figures, id), size: figures.size[axis] }));
  const places = ids.map((id) => figures.id.indexOf(id));
  if (
    places.includes(-1) ||
    ids.length !== figures.id.length ||
    axes.some(({ codes, size }) => codes.length !== size)
  ) {
    throw new ImportError(`${what}: the answer has other dimensions than the table`, 'Tell the source');
  }
  const count = axes.reduce((product, { codes }) => product * codes.length, 1);
  if (Array.isArray(figures.value) && figures.value.length !== count)
    throw new ImportError(
      `${what}: ${figures.value.length} figures came for ${count} cells`,
      'Try again, or tell the source',
    );
  return Array.from({ length: count }, (_, cell): Observation => {
    const codes = cellCodes(axes, cell);
    return {
      codes: places.map((place) => codes[place] ?? ''),
      value: at(figures.value, cell) ?? null,
      status: statusAt(figures.status, cell),
    };
  });
}

function codesOf({ dimension }: Figures, id: string): readonly string[] {
  const found = ofCode(dimension, id);
  return found ? categoryCodes(found.category).map((code) => code.trim()) : [];
}

/** Codes of a cell: the last dimension runs fastest. */
function cellCodes(axes: readonly { readonly codes: readonly string[] }[], cell: number): readonly string[] {
  const codes: string[] = [];
  let rest = cell;
  for (const { codes: own } of axes.toReversed()) {
    codes.unshift(own[rest % own.length] ?? '');
    rest = Math.floor(rest / own.length);
  }
  return codes;
}

function at<T>(list: readonly T[] | Readonly<Record<string, T>>, cell: number): T | undefined {
  if (isList(list)) return list[cell];
  return Object.hasOwn(list, cell) ? list[String(cell)] : undefined;
}

function isList<T>(list: readonly T[] | Readonly<Record<string, T>>): list is readonly T[] {
  return Array.isArray(list);
}

/** One mark for all, a mark per cell, or a mark for some cells. */
function statusAt(status: Figures['status'], cell: number): string {
  return (typeof status === 'string' ? status : status && at(status, cell)) ?? '';
}
