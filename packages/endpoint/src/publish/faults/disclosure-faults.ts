/** Rules of disclosure control that cannot be applied to the indicator they stand with. */
import type { Indicator } from '../../table.js';
import type { Manifest } from '../manifest.js';
import type { Path } from '../yaml-file.js';
import type { Fault } from './fault.js';
import { unknownIndicator } from './indicator-faults.js';

export function disclosureFaults(manifest: Manifest): readonly Fault[] {
  return manifest.indicators.flatMap((indicator, index) => {
    const path = ['indicators', index, 'disclosure'];
    return [...countFaults(indicator, path), ...minimumFaults(manifest, indicator, [...path, 'minimum'])];
  });
}

/** Whether the figures are counts of persons or things. */
export function isCount({ additive, decimals }: Indicator): boolean {
  return additive === true && decimals === 0;
}

function countFaults(indicator: Indicator, path: Path): readonly Fault[] {
  const { disclosure = {} } = indicator;
  const rule = disclosure.rounding ? 'rounding' : disclosure.suppression ? 'suppression' : null;
  if (rule === null || isCount(indicator)) return [];
  const message = `${rule} is for counts: additive indicators without decimals`;
  const remedy = 'Mark a count with additive: true and decimals: 0; protect a mean or rate with minimum or derived';
  return [{ path: [...path, rule], message, remedy }];
}

function minimumFaults(manifest: Manifest, indicator: Indicator, path: Path): readonly Fault[] {
  const { minimum } = indicator.disclosure ?? {};
  if (!minimum) return [];
  const place = [...path, 'of'];
  const unknown = unknownIndicator(manifest, minimum.of, place);
  const counted = manifest.indicators.find(({ code }) => code === minimum.of);
  if (!counted || (isCount(counted) && counted !== indicator)) return unknown;
  const message = `${minimum.of} does not count what lies under ${indicator.code}`;
  return [{ path: place, message, remedy: 'Name an indicator with additive: true and decimals: 0' }];
}
