import { TooManyCellsError, type Cube, type Dimension, type SliceSelection } from '@peilglas/model';
import { parseFilter, writeFilter } from '../shared/parse-attributes.js';
import { selectCells, type Wanted } from '../shared/select-cells.js';

/** In place of a code: all codes of the dimension. */
export const all = '*';

/** More than anybody reads: a small file may claim a thousand million, over which a page would hang. */
const mostCells = 1_000_000;

/**
 * The codes of each dimension that a table shows, as `selectCells` has it, and beyond that: `*` means all codes, and what
 * cannot be chosen without asking is shown whole: regions when none is named, and a classification that has no total.
 * @throws SelectionError as `selectCells` does, TooManyCellsError for more than a million cells
 */
export function selectOpen(metadata: Cube, wanted: Wanted): SliceSelection {
  const filter = parseFilter(wanted.filter);
  const open = metadata.dimensions.filter((dimension) => isOpen(dimension, wanted, filter));
  const one = (dimension: Dimension): readonly string[] => dimension.codes.slice(0, 1);
  // Dimensions that stay whole are cut to one code, which needs no choice.
  const narrowed = metadata.slice(Object.fromEntries(open.map((dimension) => [dimension.id, one(dimension)] as const)));
  const regions = geoCodes(metadata, wanted);
  const selection = selectCells(narrowed, {
    ...wanted,
    indicators: wanted.indicators.includes(all) ? [] : wanted.indicators,
    regions: regions ? [] : wanted.regions,
    compareWith: regions ? [] : wanted.compareWith,
    filter: writeFilter(new Map([...filter].filter(([, codes]) => !codes.includes(all)))),
  });
  const geo = metadata.dimensionFor('geo');
  const chosen = {
    ...selection,
    ...Object.fromEntries(open.map(({ id, codes }) => [id, codes] as const)),
    ...(geo && regions && { [geo.id]: regions }),
  };
  if (metadata.slice(chosen).size > mostCells) throw new TooManyCellsError();
  return chosen;
}

function isOpen(dimension: Dimension, wanted: Wanted, filter: ReturnType<typeof parseFilter>): boolean {
  const { role, total, codes } = dimension;
  if (role === 'geo') return [...wanted.regions, ...wanted.compareWith].includes(all) || wanted.regions.length === 0;
  if (role === 'metric') return wanted.indicators.includes(all);
  if (role === 'time') return false;
  const named = filter.get(dimension.id);
  return named ? named.includes(all) : codes.length > 1 && (total === null || !dimension.has(total));
}

/** All regions, those that are named before the others; null when only some are asked for. */
function geoCodes(metadata: Cube, { regions, compareWith }: Wanted): readonly string[] | null {
  const geo = metadata.dimensionFor('geo');
  if (!geo || (regions.length > 0 && ![...regions, ...compareWith].includes(all))) return null;
  return [...new Set([...regions.filter((code) => geo.has(code)), ...geo.codes])];
}
