/** What the bureau expects of its figures: it must be about indicators and dimensions of the table. */
import type { Manifest } from '../manifest.js';
import { partsOfTotal } from '../wholes.js';
import type { Fault } from './fault.js';
import { unknownIndicator } from './indicator-faults.js';

export function expectationFaults(manifest: Manifest): readonly Fault[] {
  return [...shareFaults(manifest), ...jumpFaults(manifest)];
}

function shareFaults(manifest: Manifest): readonly Fault[] {
  return (manifest.expectations?.shares ?? []).flatMap(({ indicators, over }, index): readonly Fault[] => {
    const path = ['expectations', 'shares', index];
    const unknown = indicators.flatMap((code, place) =>
      unknownIndicator(manifest, code, [...path, 'indicators', place]),
    );
    if (over === undefined) {
      if (indicators.length > 1) return unknown;
      const message = 'One indicator cannot add up by itself';
      const remedy = 'Name the other shares, or the dimension over whose codes it adds up: over: …';
      return [...unknown, { path: [...path, 'indicators'], message, remedy }];
    }
    const dimension = manifest.dimensions.find(({ id }) => id === over);
    if (dimension && partsOfTotal(dimension).length > 1) return unknown;
    const message = dimension ? `Dimension ${over} has no parts to add up` : `${over} is not a dimension`;
    const remedy = 'Name a dimension of this table with codes beside its total';
    return [...unknown, { path: [...path, 'over'], message, remedy }];
  });
}

function jumpFaults(manifest: Manifest): readonly Fault[] {
  return (manifest.expectations?.jumps ?? []).flatMap(({ indicators = [], period, version }, index) => {
    const path = ['expectations', 'jumps', index];
    const unknown = indicators.flatMap((code, place) =>
      unknownIndicator(manifest, code, [...path, 'indicators', place]),
    );
    if (period !== undefined || version !== undefined) return unknown;
    const remedy = 'Give the percentage that is worth a second look: period: …, version: … or both';
    return [...unknown, { path, message: 'Has nothing to compare with', remedy }];
  });
}
