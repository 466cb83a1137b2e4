import type { Category } from '../table.js';

/** The part of a dimension that says how its codes add up. */
interface Hierarchy {
  readonly total?: string;
  readonly codes?: readonly Category[];
}

/** Codes that make up a dimension: those under its total, or where none is, those without a parent besides it. */
export function partsOfTotal({ total, codes = [] }: Hierarchy): readonly string[] {
  const children = total === undefined ? [] : codes.filter(({ parent }) => parent === total);
  const parts =
    children.length > 0 ? children : codes.filter(({ code, parent }) => parent === undefined && code !== total);
  return parts.map(({ code }) => code);
}

/**
 * Per code, the code of which it is a part when the manifest says that the parts are complete; else null. Figures of
 * additive indicators add up to it.
 */
export function wholes(dimension: Hierarchy): readonly (string | null)[] {
  const complete = new Set((dimension.codes ?? []).flatMap(({ code, complete: all }) => (all === true ? [code] : [])));
  return supposedWholes(dimension).map((whole) => (whole !== null && complete.has(whole) ? whole : null));
}

/** Per code, the code of which it may be a part, whether or not the manifest says that the parts are complete; else null. */
export function supposedWholes(dimension: Hierarchy): readonly (string | null)[] {
  const { total, codes = [] } = dimension;
  const ofTotal = new Set(partsOfTotal(dimension));
  return codes.map(({ code, parent }) => parent ?? (ofTotal.has(code) ? (total ?? null) : null));
}
