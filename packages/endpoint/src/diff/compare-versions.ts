import type { PublishedVersion, Store } from '../store/store.js';
import { compareCodes, compareDescriptions, type CodeChanges, type FieldChange } from './compare-descriptions.js';
import { compareFigures } from './compare-figures.js';
import type { IndicatorChanges } from './indicator-changes.js';

/** What changed between two versions of a table, all of it from what the versions tell their readers. */
export interface VersionComparison {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  readonly fields: readonly FieldChange[];
  readonly codes: readonly CodeChanges[];
  /** Per indicator of either version; null when their dimensions differ, so that no figure has a counterpart. */
  readonly indicators: readonly IndicatorChanges[] | null;
}

/** @param most Largest changes to name per indicator. */
export async function compareVersions(
  store: Store,
  before: PublishedVersion,
  after: PublishedVersion,
  most: number,
): Promise<VersionComparison> {
  const codes = compareCodes(before.table, after.table);
  const added = new Set(
    codes.flatMap(({ dimension, ...lists }) =>
      [...lists.added, ...lists.removed].map((code) => `dimensions.${dimension}.codes.${code}.`),
    ),
  );
  const isOfCode = (field: string): boolean => [...added].some((start) => field.startsWith(start));
  return {
    id: after.table.id,
    before: before.version,
    after: after.version,
    // The label of a code that came or went says nothing more.
    fields: compareDescriptions(before.table, after.table).filter(({ field }) => !isOfCode(field)),
    codes,
    indicators: await compareFigures(store, before, after, most),
  };
}
