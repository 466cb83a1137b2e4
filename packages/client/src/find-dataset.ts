import { MalformedDatasetError } from '@peilglas/model';
import { at, isKeyed, needKeyed, own, type Keyed } from './read-json.js';

export interface FoundDataset {
  readonly dataset: Keyed;
  readonly path: string;
}

const looksLikeDataset = (input: unknown): input is Keyed => isKeyed(own(input, 'dimension'));

/** The dataset in an answer: the answer itself, the first of a bundle, or the first embedded in a collection. */
export function findDataset(input: unknown): FoundDataset {
  const root = needKeyed(input, '$');
  const kind = own(root, 'class');
  if (kind === 'collection') return firstOfCollection(root);
  if (kind === undefined && !Object.hasOwn(root, 'dimension')) return firstOfBundle(root);
  if (kind === undefined || kind === 'dataset') return { dataset: root, path: '$' };
  const found = typeof kind === 'string' ? `class "${kind.slice(0, 40)}"` : `a class of type ${typeof kind}`;
  throw new MalformedDatasetError('$.class', `"dataset" or "collection", found ${found}`);
}

function firstOfCollection(root: Keyed): FoundDataset {
  const items = own(own(root, 'link'), 'item');
  if (!Array.isArray(items)) throw new MalformedDatasetError('$.link.item', 'the list of a collection');
  const position = items.findIndex(looksLikeDataset);
  const dataset: unknown = items[position];
  if (looksLikeDataset(dataset)) return { dataset, path: at('$.link.item', position) };
  throw new MalformedDatasetError('$.link.item', `an embedded dataset, found ${items.length} links only`);
}

/** Before version 2 a bundle has datasets under names of the publisher's own. */
function firstOfBundle(root: Keyed): FoundDataset {
  for (const [name, dataset] of Object.entries(root)) {
    if (looksLikeDataset(dataset)) return { dataset, path: at('$', name) };
  }
  throw new MalformedDatasetError('$', 'a JSON-stat dataset, bundle or collection');
}
