import { MalformedDatasetError, type Cube } from '@peilglas/model';
import { findDataset } from './find-dataset.js';
import { parseDataset } from './parse-dataset.js';
import { at, isKeyed, own } from './read-json.js';

/**
 * A cube from parsed JSON: a JSON-stat dataset of version 1 or 2, the first dataset of a bundle, or the first one
 * embedded in a collection; otherwise as `parseDataset` does it.
 * @throws MalformedDatasetError with the JSON path and what was expected there, and no other error on any input
 */
export function parseJsonStat(input: unknown): Cube {
  try {
    const { dataset, path } = findDataset(input);
    const dimension = own(dataset, 'dimension');
    // Version 1 has id, size and role inside `dimension`.
    const isFirstVersion = isKeyed(dimension) && Array.isArray(own(dimension, 'id'));
    return parseDataset(
      dataset,
      path,
      isFirstVersion ? { members: dimension, path: at(path, 'dimension') } : undefined,
    );
  } catch (error) {
    if (error instanceof MalformedDatasetError) throw error;
    // Only live objects get here: getters that throw, revoked proxies.
    throw new MalformedDatasetError('$', 'plain data, as JSON gives it');
  }
}
