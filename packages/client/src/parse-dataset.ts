import { Cube, MalformedDatasetError, type DimensionRole } from '@peilglas/model';
import { parseDimension } from './parse-dimension.js';
import { parseIndicators } from './parse-indicators.js';
import { parsePublication } from './parse-publication.js';
import { parseStatuses, parseValues } from './parse-values.js';
import { at, isText, needKeyed, needList, own, textOf, texts, type Keyed } from './read-json.js';
import { readStatus } from './status-map.js';

/** Where a dataset has its id, size and role; in version 1 that is inside `dimension`. */
export interface Home {
  readonly members: Keyed;
  readonly path: string;
}

/**
 * A cube from a parsed JSON-stat 2.0 dataset, as PxWebApi 2 answers. Structure, values and statuses must be right; notes,
 * units and other decorations of a wrong type are left out. A dataset without values is the metadata of a table.
 * The value array is used as it is and must not change afterwards.
 * @throws MalformedDatasetError with the JSON path and what was expected there
 */
export function parseDataset(input: unknown, path = '$', elsewhere?: Home): Cube {
  const dataset = needKeyed(input, path);
  const { members: home, path: homePath } = elsewhere ?? { members: dataset, path };
  const dimensionPath = at(path, 'dimension');
  const byId = needKeyed(own(dataset, 'dimension'), dimensionPath);
  const idPath = at(homePath, 'id');
  const ids = needList(own(home, 'id'), isText, idPath, 'a dimension id');
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    throw new MalformedDatasetError(idPath, 'one or more dimension ids, each once');
  }
  const sizePath = at(homePath, 'size');
  const sizes = needList(own(home, 'size'), isSize, sizePath, 'a number of codes');
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (sizes.length !== ids.length || !isSize(cells)) throw new MalformedDatasetError(sizePath, `${ids.length} sizes`);

  const roleOf = parseRoles(own(home, 'role'), at(homePath, 'role'));
  const dimensions = ids.map((id, axis) =>
    parseDimension(own(byId, id), { id, size: sizes[axis] ?? 0, role: roleOf(id) }, at(dimensionPath, id)),
  );
  const metric = dimensions.find(({ role }) => role === 'metric');
  const notes = texts(own(dataset, 'note'));
  const extension = own(dataset, 'extension');
  const definitions = own(own(extension, 'peilglas'), 'definition');
  return new Cube({
    label: textOf(dataset, 'label') ?? '',
    source: textOf(dataset, 'source'),
    updated: textOf(dataset, 'updated'),
    notes,
    publication: parsePublication(extension, notes),
    dimensions,
    indicators: metric ? parseIndicators(metric, own(byId, metric.id), definitions) : new Map(),
    values: parseValues(own(dataset, 'value'), cells, at(path, 'value')),
    statuses: parseStatuses(own(dataset, 'status'), cells, at(path, 'status')),
    readStatus,
  });
}

function isSize(input: unknown): input is number {
  return Number.isSafeInteger(input) && Number(input) >= 0;
}

const roles: readonly DimensionRole[] = ['time', 'geo', 'metric'];

/**
 * The role of a dimension by its id. Eurostat names no roles, but always calls these dimensions the same. PxWeb gives areas
 * theirs where it has a map of them alone: without it a figure of the whole country would stand where one area is asked for.
 */
function parseRoles(input: unknown, path: string): (id: string) => DimensionRole | null {
  if (input === undefined || input === null) return (id) => roles.find((role) => role === id.toLowerCase()) ?? null;
  const given = needKeyed(input, path);
  const ids = new Map(
    roles.map((role) => [role, needList(own(given, role) ?? [], isText, at(path, role), 'a dimension id')]),
  );
  const areas = ids.get('geo')?.length ? null : 'region';
  return (id) => roles.find((role) => ids.get(role)?.includes(id)) ?? (id.toLowerCase() === areas ? 'geo' : null);
}
