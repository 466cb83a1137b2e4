import type { Dimension, Table } from '../table.js';
import { hasRight, type Caller } from './caller.js';
import { mayKnow, ownersOf } from './regions.js';

/**
 * What a caller gets who asks for a table by its id: the table as far as it is theirs; the answer to an id that does
 * not exist; the question who they are; or whom to ask for access.
 */
export type Decision = 'open' | 'absent' | 'sign-in' | 'forbidden';

/**
 * Who may see what. A table that does not exist (null) and one that is not the caller's give the same decision, unless
 * the table is listed. Without a token both give `sign-in`, so that an id tells nothing to who does not sign in either.
 * @param trusting Whether there is any issuer whose tokens are believed; signing in is no help where there is none.
 */
export function decide(table: Table | null, caller: Caller, trusting: boolean): Decision {
  if (table?.audience === 'public' || (table && isFor(table, caller))) return 'open';
  if (caller.subject === null && trusting) return 'sign-in';
  return table && isListed(table) ? 'forbidden' : 'absent';
}

/** Whether everybody may know that the table exists. */
export function isListed({ audience }: Table): boolean {
  return audience === 'public' || audience.listed === true;
}

/** Whether a table that is not public is the caller's, with at least one region in it. */
function isFor(table: Table, caller: Caller): boolean {
  const { audience } = table;
  if (audience === 'public' || caller.subject === null || !hasRight(caller.themes, audience.theme)) return false;
  if (!audience.municipalityBound) return true;
  const bound = boundDimensions(table);
  const hasRegion = (dimension: Dimension): boolean =>
    ownersOf(dimension).some((owner) => mayKnow(owner, caller.municipalities));
  // Without regions nothing can be told to be someone's own.
  return bound.length > 0 && bound.every(hasRegion);
}

/** Dimensions of which a caller sees only part. */
export function boundDimensions({ audience, dimensions }: Table): readonly Dimension[] {
  const isBound = audience !== 'public' && audience.municipalityBound;
  return isBound ? dimensions.filter(({ role }) => role === 'geo') : [];
}
