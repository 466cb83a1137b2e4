import type { Cube } from '@peilglas/model';
import type { EmbeddedAnswer } from '@peilglas/elements/server';
import { memberOf, textOf } from '../member-of.js';

/** A table of which a page shows something, as far as anybody may know it. */
export interface PublicTable {
  /** What names it everywhere, also in the catalogue of its endpoint: `https://…/api/v2/tables/bevolking`. */
  readonly address: string;
  readonly id: string;
  readonly cube: Cube;
  readonly description: string | null;
  /** Who publishes it. */
  readonly organisation: string | null;
  /** Codes of its first and last period. */
  readonly periods: readonly [string, string] | null;
}

/**
 * The table of a cube, or null when it is not for everybody: one that does not say so is public only where nobody showed
 * who asks.
 */
export function publicTable(
  cube: Cube,
  id: string,
  endpoint: URL,
  answers: readonly EmbeddedAnswer[],
  isForOne: boolean,
): PublicTable | null {
  const { audience } = cube.publication;
  if (id === '' || (audience !== 'public' && (audience !== null || isForOne))) return null;
  const path = `tables/${encodeURIComponent(id)}`;
  const said = answers.find((answer) => answer.path.startsWith(`${path}/metadata`))?.json;
  const [first, last] = [textOf(said, 'extension', 'firstPeriod'), textOf(said, 'extension', 'lastPeriod')];
  return {
    ...{ id, cube },
    address: `${endpoint.href.replace(/\/$/, '')}/${path}`,
    description: textOf(said, 'extension', 'px', 'description'),
    organisation: textOf(memberOf(said, 'extension', 'contact', 0), 'organization'),
    periods: first !== null && last !== null ? [first, last] : null,
  };
}
