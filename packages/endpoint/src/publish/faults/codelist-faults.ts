/**
 * Codelists must group codes of their dimension. The values of one list may overlap, as peer groups of a municipality
 * do: each value is a sum by itself. Within a value nothing may count twice.
 */
import type { Codelist } from '../../table.js';
import type { Manifest, ManifestDimension } from '../manifest.js';
import type { Path } from '../yaml-file.js';
import { repeated, twice, type Fault } from './fault.js';

export function codelistFaults(manifest: Manifest): readonly Fault[] {
  const placed = manifest.dimensions.flatMap((dimension, index) =>
    (dimension.codelists ?? []).map((list, place) => ({
      dimension,
      list,
      path: ['dimensions', index, 'codelists', place],
    })),
  );
  const again = repeated(placed.map(({ list }) => list.id)).flatMap((index) => {
    const path = placed[index]?.path;
    return path ? [twice([...path, 'id'])] : [];
  });
  return [...again, ...placed.flatMap(({ dimension, list, path }) => listFaults(manifest, dimension, list, path))];
}

function listFaults(manifest: Manifest, dimension: ManifestDimension, list: Codelist, path: Path): readonly Fault[] {
  if (dimension.role === 'time' || dimension.role === 'metric') {
    const message = `A ${dimension.role} dimension has no codelists`;
    return [{ path, message, remedy: 'Keep codelists to regions and classes' }];
  }
  const faults: Fault[] = repeated(list.values.map(({ code }) => code)).map((place) =>
    twice([...path, 'values', place, 'code']),
  );
  if (list.type === 'Aggregation' && !manifest.indicators.some(({ additive, derived }) => additive ?? derived)) {
    const message = 'No indicator of this table can be added up';
    const remedy = 'Mark counts and amounts with additive: true, or make the codelist a Valueset';
    faults.push({ path: [...path, 'type'], severity: 'warning', message, remedy });
  }
  const above = ancestors(dimension);
  list.values.forEach(({ members }, place) => {
    const field = [...path, 'values', place, 'members'];
    faults.push(...repeated(members).map((member) => twice([...field, member])));
    members.forEach((member, index) => {
      const over = above.get(member);
      const message = over ? `${member} lies under another member` : `${member} is not a code of ${dimension.id}`;
      const remedy = over ? 'Keep the whole or its parts, not both' : 'Name a code of this dimension';
      const doubled = list.type === 'Aggregation' && over?.some((code) => members.includes(code));
      if (!over || doubled) faults.push({ path: [...field, index], message, remedy });
    });
  });
  return faults;
}

/** Per code of a dimension, the codes it is part of. */
function ancestors({ codes = [], total }: ManifestDimension): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(codes.map(({ code, parent }) => [code, parent]));
  return new Map(
    codes.map(({ code }) => {
      const above: string[] = total === undefined || total === code ? [] : [total];
      // A circle is a fault of the dimension; it must not keep this from ending.
      for (let next = parents.get(code); next !== undefined && !above.includes(next); next = parents.get(next))
        above.push(next);
      return [code, above];
    }),
  );
}
