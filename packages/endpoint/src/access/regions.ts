import type { Category, Dimension } from '../table.js';
import { hasRight, type Rights } from './caller.js';

/**
 * To which municipality each region of a dimension belongs: its code, `null` for a region above municipalities (a
 * comparison total), or `undefined` when nothing says which of the two it is; such a region is for nobody.
 */
type Owners = readonly (string | null | undefined)[];

const known = new WeakMap<Dimension, Owners>();
const municipalities = new WeakMap<Dimension, ReadonlySet<string>>();

/** Codes of Statistics Netherlands: municipality, and the district or neighbourhood that begins with its number. */
const municipal = /^(?:GM(\d{4})|WK(\d{4})\d{2}|BU(\d{4})\d{4})$/i;
/**
 * Its codes of larger regions: the country, parts of it, provinces, COROP, safety and youth regions. No others of the same
 * form, as a bureau may give its own districts codes such as `ST01`.
 */
const larger = /^(?:NL|LD|PV|CR|VR|JZ)\d{2}$/i;

/** Municipality that a code names by itself. */
function municipalityOf(code: string): string | null {
  const [, own, district, neighbourhood] = municipal.exec(code) ?? [];
  const number = own ?? district ?? neighbourhood;
  return number === undefined ? null : `GM${number}`;
}

export function ownersOf(dimension: Dimension): Owners {
  const found = known.get(dimension) ?? findOwners(dimension);
  known.set(dimension, found);
  return found;
}

/** Municipalities that have a region in the dimension. */
export function municipalitiesIn(dimension: Dimension): ReadonlySet<string> {
  const found =
    municipalities.get(dimension) ?? new Set(ownersOf(dimension).filter((owner) => typeof owner === 'string'));
  municipalities.set(dimension, found);
  return found;
}

/** Whether a region with this owner is for a caller with rights to these municipalities. */
export function mayKnow(owner: string | null | undefined, municipalities: Rights): boolean {
  if (owner === undefined) return municipalities === 'all';
  return owner === null || hasRight(municipalities, owner);
}

/**
 * By its code; else by the nearest municipality above it; else by the municipalities below it: one makes it a part of
 * that one under another name, several make it a total of them.
 */
function findOwners(dimension: Dimension): Owners {
  const above = chainsIn(dimension);
  const below = municipalitiesBelow(dimension);
  return dimension.codes.map((category) => {
    for (const { code } of above(category)) {
      const municipality = municipalityOf(code);
      if (municipality !== null) return municipality;
    }
    if (larger.test(category.code) || category.code === dimension.total) return null;
    const parts = [...(below.get(category.code) ?? [])];
    return parts.length > 1 ? null : parts[0];
  });
}

/** Municipalities that lie in a region, itself too, by the code of the region. */
function municipalitiesBelow(dimension: Dimension): ReadonlyMap<string, ReadonlySet<string>> {
  const above = chainsIn(dimension);
  const below = new Map<string, Set<string>>();
  for (const category of dimension.codes) {
    const municipality = municipalityOf(category.code);
    if (municipality === null) continue;
    for (const { code } of above(category)) below.set(code, (below.get(code) ?? new Set()).add(municipality));
  }
  return below;
}

/** From a region to itself and those above it, the nearest first. */
function chainsIn({ codes }: Dimension): (category: Category) => readonly Category[] {
  const byCode = new Map(codes.map((category) => [category.code, category]));
  const parentOf = ({ parent }: Category): Category | undefined =>
    parent === undefined ? undefined : byCode.get(parent);
  return (category) => {
    const chain = [category];
    // A chain of parents that closes on itself ends.
    for (let next = parentOf(category); next && !chain.includes(next); next = parentOf(next)) chain.push(next);
    return chain;
  };
}
