import { SelectionError, type Cube, type Dimension, type SliceSelection } from '@peilglas/model';
import { withCodes, type Select } from '../chart/selection.js';
import { parseFilter } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';

export interface PartsWanted extends Wanted {
  /** Id of the dimension of which the categories are the parts, or `indicator`. */
  readonly parts: string;
  /** Code of the whole; the dimension's own total when null. */
  readonly whole: string | null;
}

/** The dimension of which the categories are the parts. @throws SelectionError when the table has no such dimension */
export function partsDimension(cube: Cube, parts: string): Dimension {
  const metric = cube.dimensionFor('metric');
  if (parts === 'indicator' && metric) return metric;
  if (parts !== '') return cube.dimension(parts);
  const open = cube.dimensions.find(({ role, size }) => role === null && size > 1);
  if (!open) throw new SelectionError('parts', null, 'Name the dimension of which the categories are the parts');
  return open;
}

/**
 * The codes of the parts and of their whole, everything else as `select` has it. Categories that consist of others
 * in the list are no parts: they would count twice.
 * @throws SelectionError as `select` does, and when the table has no such dimension
 */
export function selectParts(metadata: Cube, wanted: PartsWanted, select: Select): SliceSelection {
  const dimension = partsDimension(metadata, wanted.parts);
  const whole = wanted.whole ?? dimension.total;
  const named = namedParts(dimension, wanted);
  // Of a province its municipalities, and not all that the table has.
  const below = wanted.whole === null ? [] : within(dimension, wanted.whole);
  const codes =
    [named, below, dimension.codes].find(({ length }) => length > 0)?.filter((code) => code !== whole) ?? [];
  const known = codes.filter(
    (code) => dimension.has(code) && !dimension.childrenOf(code).some((child) => codes.includes(child)),
  );
  const [missing] = codes.filter((code) => !dimension.has(code));
  if (missing !== undefined) {
    throw new SelectionError(dimension.id, missing, `Dimension "${dimension.id}" has no code "${missing}"`);
  }
  const all = whole !== null && dimension.has(whole) ? [...known, whole] : known;
  if (dimension.role === 'metric') return select({ ...wanted, indicators: all });
  if (dimension.role === 'geo') return select({ ...wanted, regions: all, compareWith: [] });
  return select({ ...wanted, filter: withCodes(wanted.filter, dimension.id, all) });
}

function namedParts(
  { id, role }: Dimension,
  { indicators, regions, compareWith, filter }: PartsWanted,
): readonly string[] {
  if (role === 'metric') return indicators;
  return role === 'geo' ? [...new Set([...regions, ...compareWith])] : (parseFilter(filter).get(id) ?? []);
}

function within(dimension: Dimension, code: string): readonly string[] {
  return dimension.childrenOf(code).flatMap((child) => [child, ...within(dimension, child)]);
}
