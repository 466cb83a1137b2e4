import { Dimension, MalformedDatasetError, type DimensionRole } from '@peilglas/model';
import { at, entriesOf, isKeyed, isText, needKeyed, needList, own, textOf, texts, type Keyed } from './read-json.js';

export interface Axis {
  readonly id: string;
  readonly size: number;
  readonly role: DimensionRole | null;
}

/** One member of `dimension`: its codes in order, labels, notes and hierarchy. */
export function parseDimension(input: unknown, { id, size, role }: Axis, path: string): Dimension {
  const whole = needKeyed(input, path);
  const categoryPath = at(path, 'category');
  const category = needKeyed(own(whole, 'category'), categoryPath);
  const codes = parseCodes(category, size, categoryPath);
  const labels = entriesOf(category, 'label').filter((pair): pair is [string, string] => isText(pair[1]));
  const extension = own(whole, 'extension');
  return new Dimension({
    id,
    label: textOf(whole, 'label') ?? id,
    role,
    codes,
    labels: new Map(labels),
    notes: new Map(entriesOf(category, 'note').map(([code, notes]) => [code, texts(notes)])),
    children: parseChildren(category, new Set(codes)),
    total: textOf(extension, 'eliminationValueCode'),
    optional: own(extension, 'elimination') === true,
  });
}

/** `category.index`: a list of codes, or positions by code; a dimension of one category may have its label only. */
function parseCodes(category: Keyed, size: number, categoryPath: string): readonly string[] {
  const path = at(categoryPath, 'index');
  const index = own(category, 'index');
  let codes: readonly string[];
  if (isKeyed(index)) codes = codesInOrder(index);
  else if (index !== undefined && index !== null) codes = needList(index, isText, path, 'a code');
  else codes = size === 1 ? entriesOf(category, 'label').map(([code]) => code) : [];
  if (codes.length === size && new Set(codes).size === size) return codes;
  throw new MalformedDatasetError(path, `${size} codes, each with a place of its own`);
}

/** Codes by their positions 0, 1, 2 …; none at all when these are not such. */
function codesInOrder(index: Keyed): readonly string[] {
  const entries = Object.entries(index)
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .sort(([, a], [, b]) => a - b);
  return entries.every(([, position], place) => position === place) ? entries.map(([code]) => code) : [];
}

/** `category.child` among known codes; a hierarchy that goes round in a circle is none. */
function parseChildren(category: Keyed, codes: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const children = new Map(
    entriesOf(category, 'child')
      .filter(([parent]) => codes.has(parent))
      .map(([parent, below]) => [parent, texts(below).filter((child) => codes.has(child))]),
  );
  return goesRound(children) ? new Map() : children;
}

/** Takes away codes without parents, one after another; what goes round is never taken. */
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
