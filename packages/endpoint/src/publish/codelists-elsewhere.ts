import type { Store } from '../store/store.js';
import type { Codelist, Dimension, Table } from '../table.js';
import type { Finding } from './finding.js';
import type { ManifestFile } from './read-manifest.js';

/**
 * Warnings where another table that is served has the same codelist with other members: `/codelists/{id}` gives those of
 * one of them. It refuses nothing, or neither of the two could ever be published.
 * @param coming Ids of tables that are still to be published: what is served of them is about to be replaced.
 */
export async function codelistsElsewhere(
  { file, lineOf }: ManifestFile,
  table: Table,
  store: Store | null,
  coming: ReadonlySet<string | null>,
): Promise<readonly Finding[]> {
  const own = placedLists(table);
  if (!store || own.length === 0) return [];
  const others = (await store.tables()).filter(({ table: { id } }) => id !== table.id && !coming.has(id));
  return own.flatMap(({ list, dimension, index }) => {
    const path = ['dimensions', index, 'codelists'];
    return others.flatMap(({ table: other }) => {
      const codes = placedLists(other)
        .filter((each) => each.list.id.toLowerCase() === list.id.toLowerCase())
        .flatMap((each) => differing({ list, dimension }, each));
      if (codes.length === 0) return [];
      const message = `Codelist ${list.id} has other members in table ${other.id}, for ${codes.join(', ')}`;
      const remedy = `Publish ${other.id} too, with the same codelist; or give one of the two another id`;
      const location = { file, line: lineOf(path), field: path.join('.') };
      return [{ rule: 'codelists-agree', severity: 'warning', location, message, remedy } as const];
    });
  });
}

interface Placed {
  readonly list: Codelist;
  readonly dimension: Dimension;
}

function placedLists({ dimensions }: Table): readonly (Placed & { readonly index: number })[] {
  return dimensions.flatMap((dimension, index) =>
    (dimension.codelists ?? []).map((list) => ({ list, dimension, index })),
  );
}

/** Codes of values that both have, with other members among the codes that both dimensions have. */
function differing(one: Placed, other: Placed): readonly string[] {
  const codesOf = ({ codes }: Dimension): ReadonlySet<string> => new Set(codes.map(({ code }) => code));
  const [here, there] = [codesOf(one.dimension), codesOf(other.dimension)];
  const shared = (members: readonly string[]): string =>
    JSON.stringify(members.filter((code) => here.has(code) && there.has(code)).sort());
  const known = new Map(other.list.values.map(({ code, members }) => [code, shared(members)]));
  return one.list.values.flatMap(({ code, members }) =>
    known.has(code) && known.get(code) !== shared(members) ? [code] : [],
  );
}
