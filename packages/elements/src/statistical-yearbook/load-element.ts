import { DataElement } from '../shared/data-element.js';
import { elementClasses } from '../shared/define-element.js';
import { instantiate } from '../shared/instantiate.js';
import type { FittingTag } from './fit-element.js';

/** The elements that a yearbook consists of. */
export type PartTag = FittingTag | 'definition-panel' | 'municipality-picker';

/** Each comes with the first chapter that needs it, in the file that a page loads for its tag. */
const files: Readonly<Record<PartTag, () => Promise<unknown>>> = {
  'kpi-tile': () => import('../kpi-tile/kpi-tile-define.js'),
  'trend-chart': () => import('../trend-chart/trend-chart-define.js'),
  'population-pyramid': () => import('../population-pyramid/population-pyramid-define.js'),
  'share-chart': () => import('../share-chart/share-chart-define.js'),
  'municipality-compare': () => import('../municipality-compare/municipality-compare-define.js'),
  'data-table': () => import('../data-table/data-table-define.js'),
  'definition-panel': () => import('../definition-panel/definition-panel-define.js'),
  'municipality-picker': () => import('../municipality-picker/municipality-picker-define.js'),
};

export function isLoaded(tag: PartTag): boolean {
  return elementClasses.has(tag);
}

/** Fetches the code of these elements. Rejects when that fails; the next call tries again. */
export async function loadElements(tags: Iterable<PartTag>): Promise<void> {
  await Promise.all(Array.from(tags, (tag) => files[tag]()));
}

/** A new element, once its code is there; where the tag is somebody else's, ours all the same. */
export function createElement(tag: PartTag): DataElement | null {
  const ofTag = elementClasses.get(tag);
  const element = ofTag && instantiate(ofTag);
  return element instanceof DataElement ? element : null;
}
