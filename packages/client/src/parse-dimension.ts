import { Dimension, MalformedDatasetError, type DimensionRole } from '@peilglas/model';
import * as v from 'valibot';
import { at, check, isKeyed, keyed, own, text, textsOf, type Keyed } from './check.js';

const codeList = v.array(v.string('a code'), 'a list of codes');
const optionalKeyed = v.optional(keyed, {});
const loose = v.fallback(keyed, {});

const elimination = v.fallback(v.object({ elimination: v.fallback(v.boolean(), false), eliminationValueCode: text }), {
  elimination: false,
  eliminationValueCode: null,
});

/** What the parts of a metric dimension's category say, for its indicators. */
export interface CategoryFacts {
  readonly unit: Keyed;
  readonly extension: Keyed;
}

export interface ParsedDimension {
  readonly dimension: Dimension;
  readonly facts: CategoryFacts;
}

/** One member of `dimension`: its codes in order, labels, notes and hierarchy. */
export function parseDimension(
  input: unknown,
  id: string,
  size: number,
  role: DimensionRole | null,
  path: string,
): ParsedDimension {
  const whole = check(keyed, input, path);
  const categoryPath = at(path, 'category');
  const category = check(keyed, own(whole, 'category'), categoryPath);
  const labels = check(optionalKeyed, own(category, 'label'), at(categoryPath, 'label'));
  const codes = parseCodes(own(category, 'index'), labels, size, categoryPath);
  const extension = v.parse(loose, own(whole, 'extension'));
  const { elimination: optional, eliminationValueCode } = v.parse(elimination, extension);
  const dimension = new Dimension({
    id,
    label: v.parse(text, own(whole, 'label')) ?? id,
    role,
    codes,
    labels: new Map(pairs(labels).filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
    notes: new Map(pairs(own(category, 'note')).map(([code, notes]) => [code, textsOf(notes)])),
    children: parseChildren(own(category, 'child'), new Set(codes)),
    total: eliminationValueCode,
    optional,
  });
  return { dimension, facts: { unit: v.parse(loose, own(category, 'unit')), extension } };
}

/** `category.index`: a list of codes, or positions by code; a dimension of one category may have its label only. */
function parseCodes(index: unknown, labels: Keyed, size: number, categoryPath: string): readonly string[] {
  const path = at(categoryPath, 'index');
  const expected = `${size} codes, each with a place of its own`;
  const codes = isKeyed(index) ? orderedCodes(index, size) : check(codeList, index ?? Object.keys(labels), path);
  const missing = index === undefined || index === null;
  if (codes?.length !== size || new Set(codes).size !== size || (missing && size !== 1)) {
    throw new MalformedDatasetError(path, expected);
  }
  return codes;
}

/** Codes in order of their positions, or null when these are not 0, 1, 2 … */
function orderedCodes(index: Keyed, size: number): readonly string[] | null {
  const byPosition = new Map(Object.entries(index).map(([code, position]) => [position, code]));
  const codes: string[] = [];
  for (let position = 0; position < size; position++) {
    const code = byPosition.get(position);
    if (code === undefined) return null;
    codes.push(code);
  }
  return Object.keys(index).length === size ? codes : null;
}

/** `category.child` among known codes; a hierarchy that goes round in a circle is none. */
function parseChildren(input: unknown, codes: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const children = new Map(
    pairs(input)
      .filter(([parent]) => codes.has(parent))
      .map(([parent, below]) => [parent, textsOf(below).filter((child) => codes.has(child))]),
  );
  return goesRound(children) ? new Map() : children;
}

function goesRound(children: ReadonlyMap<string, readonly string[]>): boolean {
  const parents = new Map<string, number>();
  for (const child of [...children.values()].flat()) parents.set(child, (parents.get(child) ?? 0) + 1);
  const free = [...children.keys()].filter((code) => !parents.has(code));
  for (const code of free) {
    for (const child of children.get(code) ?? []) {
      const left = (parents.get(child) ?? 0) - 1;
      parents.set(child, left);
      if (left === 0) free.push(child);
    }
  }
  return [...parents.values()].some((left) => left > 0);
}

function pairs(input: unknown): [string, unknown][] {
  return isKeyed(input) ? Object.entries(input) : [];
}
