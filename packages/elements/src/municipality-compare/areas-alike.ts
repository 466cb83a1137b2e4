import { isMunicipality, type Dimension } from '@peilglas/model';

/** Neighbourhoods too. */
export function isDistrict(code: string): boolean {
  return /^(?:WK|BU)\d/.test(code);
}

/** Districts are compared with districts, neighbourhoods with neighbourhoods. */
function kindOf(code: string): string {
  return isDistrict(code) ? code.slice(0, 2) : '';
}

/**
 * What a part of a municipality is compared with where nobody says so: the others of its kind in the same municipality
 * or district, or in the whole table where that does not say what it is part of, or has no other there. Null for any
 * other region.
 */
export function areasAlike(
  geo: Dimension,
  own: string | undefined,
): { readonly name: string | null; readonly codes: readonly string[] } | null {
  if (own === undefined || !geo.has(own) || !isWithin(geo, own)) return null;
  const alike = (codes: readonly string[]): readonly string[] =>
    codes.filter((code) => kindOf(code) === kindOf(own) && isWithin(geo, code));
  const parent = geo.parentOf(own);
  const beside = parent === null ? [] : alike(geo.childrenOf(parent));
  return parent !== null && beside.length > 1
    ? { name: geo.labelOf(parent), codes: beside }
    : { name: null, codes: alike(geo.codes) };
}

function isWithin(geo: Dimension, code: string): boolean {
  if (isDistrict(code)) return true;
  const parent = geo.parentOf(code);
  return parent !== null && (isMunicipality(parent) || isWithin(geo, parent));
}

/** Whether a region is compared with peers that it is none of: no total is, and no district among municipalities. */
export function joins(own: string, peers: readonly string[]): boolean {
  return isMunicipality(own) || (isDistrict(own) && peers.some((code) => kindOf(code) === kindOf(own)));
}
