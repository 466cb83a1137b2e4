import { Cube, MalformedDatasetError, type DimensionRole } from '@peilglas/model';
import * as v from 'valibot';
import { at, check, keyed, own, text, textsOf, type Keyed } from './check.js';
import { findDataset } from './find-dataset.js';
import { parseDimension } from './parse-dimension.js';
import { parseIndicators } from './parse-indicators.js';
import { parseExtension, publicationOf } from './parse-publication.js';
import { parseStatuses, parseValues } from './parse-values.js';
import { readStatus } from './status-map.js';

const idList = v.pipe(
  v.array(v.string('a dimension id'), 'a list of dimension ids'),
  v.check((ids) => ids.length > 0 && new Set(ids).size === ids.length, 'one or more dimension ids, each once'),
);
const sizeList = v.array(
  v.pipe(v.number('a number of codes'), v.safeInteger('a whole number of codes'), v.minValue(0, 'a number from 0')),
  'a list of sizes',
);
const roleNames: readonly DimensionRole[] = ['time', 'geo', 'metric'];
const roleLists = v.optional(v.record(v.string(), v.array(v.string('a dimension id'), 'a list of dimension ids')), {});

/**
 * A cube from parsed JSON: a JSON-stat dataset of version 1 or 2, the first dataset of a bundle, or the first one
 * embedded in a collection. Structure, values and statuses must be right; notes, units and other decorations of a
 * wrong type are left out. A dataset without values is the metadata of a table.
 * The value array is used as it is and must not change afterwards.
 * @throws MalformedDatasetError with the JSON path and what was expected there, and no other error on any input
 */
export function parseJsonStat(input: unknown): Cube {
  try {
    const { dataset, path } = findDataset(input);
    return parseDataset(dataset, path);
  } catch (error) {
    if (error instanceof MalformedDatasetError) throw error;
    // Only live objects get here: getters that throw, revoked proxies.
    throw new MalformedDatasetError('$', 'plain data, as JSON gives it');
  }
}

function parseDataset(dataset: Keyed, path: string): Cube {
  const dimensionPath = at(path, 'dimension');
  const byId = check(keyed, own(dataset, 'dimension'), dimensionPath);
  // Version 1 has id, size and role inside `dimension`.
  const [home, homePath] = Array.isArray(own(byId, 'id')) ? [byId, dimensionPath] : [dataset, path];
  const ids = check(idList, own(home, 'id'), at(homePath, 'id'));
  const sizes = check(sizeList, own(home, 'size'), at(homePath, 'size'));
  if (sizes.length !== ids.length) throw new MalformedDatasetError(at(homePath, 'size'), `${ids.length} sizes`);
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(cells))
    throw new MalformedDatasetError(at(homePath, 'size'), 'a countable number of cells');
  const roleOf = parseRoles(own(home, 'role'), at(homePath, 'role'));

  const parsed = ids.map((id, axis) =>
    parseDimension(own(byId, id), id, sizes[axis] ?? 0, roleOf(id), at(dimensionPath, id)),
  );
  const extension = parseExtension(own(dataset, 'extension'));
  const metric = parsed.find(({ dimension }) => dimension.role === 'metric');
  const notes = textsOf(own(dataset, 'note'));
  return new Cube({
    label: v.parse(text, own(dataset, 'label')) ?? '',
    source: v.parse(text, own(dataset, 'source')),
    updated: v.parse(text, own(dataset, 'updated')),
    notes,
    publication: publicationOf(extension, notes),
    dimensions: parsed.map(({ dimension }) => dimension),
    indicators: metric ? parseIndicators(metric, extension.peilglas?.definition ?? {}) : new Map(),
    values: parseValues(own(dataset, 'value'), cells, at(path, 'value')),
    statuses: parseStatuses(own(dataset, 'status'), cells, at(path, 'status')),
    readStatus,
  });
}

/** The role of a dimension. Eurostat names no roles, but always calls these two the same. */
function parseRoles(input: unknown, path: string): (id: string) => DimensionRole | null {
  const roles = check(roleLists, input ?? undefined, path);
  const named = Object.keys(roles).length > 0;
  return (id) => roleNames.find((role) => (named ? roles[role]?.includes(id) : role === id.toLowerCase())) ?? null;
}
