import {
  isMunicipality,
  resolvePeriods,
  SelectionError,
  type Cube,
  type Dimension,
  type PeriodSelection,
  type SliceSelection,
} from '@peilglas/model';
import { parseFilter } from './parse-attributes.js';

/** What an element wants of a table, before it knows the table's dimensions. */
export interface Wanted {
  readonly indicators: readonly string[];
  /** The first is the element's own. */
  readonly regions: readonly string[];
  /** Regions beside these, which never take the place of the own one. */
  readonly compareWith: readonly string[];
  readonly period: PeriodSelection;
  /** Codes of classifications, as the attribute has them: `Geslacht:T`. One for a whole page names more than a table has. */
  readonly filter: string;
  /** The part that the element itself names; all of it must be in the table, or a part would be taken for the total. */
  readonly ownFilter: string | null;
}

/**
 * The codes of each dimension that an element wants, from the table's own metadata.
 * Regions and indicators that the table does not have are left out as long as one is left, so that a page can
 * compare with the country where a table goes no further than the municipalities.
 * @throws SelectionError naming the dimension, when nothing is left, a choice is needed, or the own filter is not about
 *   classifications of the table
 */
export function selectCells(metadata: Cube, wanted: Wanted): SliceSelection {
  const filter = parseFilter(wanted.filter);
  for (const id of parseFilter(wanted.ownFilter).keys()) {
    if (metadata.dimension(id).role) throw new SelectionError(id, null, `Choose "${id}" by its attribute`);
  }
  return Object.fromEntries(
    metadata.dimensions.map((dimension) => [dimension.id, codesFor(dimension, wanted, filter)] as const),
  );
}

function codesFor(dimension: Dimension, wanted: Wanted, filter: ReturnType<typeof parseFilter>): readonly string[] {
  switch (dimension.role) {
    case 'geo': {
      const own = wanted.regions.length === 0 ? defaultRegion(dimension) : knownCodes(dimension, wanted.regions);
      const others = wanted.compareWith.filter((code) => dimension.has(code));
      return [...new Set([...own, ...others])];
    }
    case 'metric': {
      if (wanted.indicators.length > 0) return knownCodes(dimension, wanted.indicators);
      // One chosen for a whole page may be none of this table's.
      const chosen = filter.get('indicator')?.find((code) => dimension.has(code));
      return [chosen ?? dimension.codes[0] ?? ''];
    }
    case 'time': {
      const codes = resolvePeriods(wanted.period, dimension.codes);
      if (codes.length === 0) throw new SelectionError(dimension.id, '', `No period of "${dimension.id}" is selected`);
      return codes;
    }
    case null: {
      const codes = filter.get(dimension.id);
      return codes ? knownCodes(dimension, codes) : defaultCode(dimension);
    }
  }
}

function knownCodes(dimension: Dimension, codes: readonly string[]): readonly string[] {
  const known = codes.filter((code) => dimension.has(code));
  if (known.length > 0) return known;
  const code = codes[0] ?? null;
  throw new SelectionError(dimension.id, code, `Dimension "${dimension.id}" has no code "${codes.join(' ')}"`);
}

/** Who may see one municipality only, as the table has it for them, need not name it. */
function defaultRegion(dimension: Dimension): readonly string[] {
  const municipalities = dimension.codes.filter(isMunicipality);
  return municipalities.length === 1 ? municipalities : defaultCode(dimension);
}

function defaultCode(dimension: Dimension): readonly string[] {
  const [first] = dimension.codes;
  if (dimension.total !== null && dimension.has(dimension.total)) return [dimension.total];
  if (dimension.size === 1 && first !== undefined) return [first];
  throw new SelectionError(dimension.id, null, `Choose a code of dimension "${dimension.id}"`);
}
