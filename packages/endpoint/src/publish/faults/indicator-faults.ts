/** Indicators, and what refers to them: names that refer to nothing, codes given twice, figures computed in a circle. */
import { parsePeriod } from '@peilglas/model';
import type { Indicator } from '../../table.js';
import type { Manifest } from '../manifest.js';
import type { Path } from '../yaml-file.js';
import { repeated, twice, type Fault } from './fault.js';

export function indicatorFaults(manifest: Manifest): readonly Fault[] {
  return [
    ...repeated(manifest.indicators.map(({ code }) => code)).map((index) => twice(['indicators', index, 'code'])),
    ...manifest.indicators.flatMap((indicator, index) => [
      ...boundsFaults(manifest, indicator, ['indicators', index, 'bounds']),
      ...weightFaults(manifest, indicator, ['indicators', index, 'weight']),
      ...derivedFaults(manifest, indicator, ['indicators', index, 'derived']),
      ...rangeFaults(indicator, ['indicators', index, 'range']),
    ]),
    ...breakFaults(manifest),
  ];
}

/** A fault when the code is not an indicator of the table. */
export function unknownIndicator(manifest: Manifest, code: string, path: Path): readonly Fault[] {
  if (manifest.indicators.some((indicator) => indicator.code === code)) return [];
  return [{ path, message: `${code} is not an indicator`, remedy: 'Name an indicator of this table' }];
}

function boundsFaults(manifest: Manifest, { bounds }: Indicator, path: Path): readonly Fault[] {
  if (!bounds) return [];
  return [
    ...unknownIndicator(manifest, bounds.lower, [...path, 'lower']),
    ...unknownIndicator(manifest, bounds.upper, [...path, 'upper']),
  ];
}

function weightFaults(manifest: Manifest, { code, weight }: Indicator, path: Path): readonly Fault[] {
  if (weight === undefined) return [];
  if (weight !== code) return unknownIndicator(manifest, weight, path);
  return [{ path, message: `${code} is weighed by itself`, remedy: 'Name what the regions are counted by' }];
}

function derivedFaults(manifest: Manifest, { code, derived, additive }: Indicator, path: Path): readonly Fault[] {
  if (!derived) return [];
  const computed = new Set(manifest.indicators.filter((indicator) => indicator.derived).map((each) => each.code));
  const faults = (['numerator', 'denominator'] as const).flatMap((side): readonly Fault[] => {
    const place = [...path, side];
    const unknown = unknownIndicator(manifest, derived[side], place);
    if (unknown.length > 0 || !computed.has(derived[side])) return unknown;
    const message = derived[side] === code ? `${code} is computed from itself` : `${derived[side]} is derived itself`;
    return [{ path: place, message, remedy: 'Name an indicator whose figures are given' }];
  });
  if (additive !== true) return faults;
  const remedy = 'Remove additive: a quotient of parts is not a part of the quotient';
  return [...faults, { path, message: `${code} is derived and cannot be additive`, remedy }];
}

function rangeFaults({ range }: Indicator, path: Path): readonly Fault[] {
  if (!range) return [];
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  if (min === Number.NEGATIVE_INFINITY && max === Number.POSITIVE_INFINITY)
    return [{ path, message: 'Has no ends', remedy: 'Give min, max or both, or remove range' }];
  return min > max ? [{ path, message: `${min} is more than ${max}`, remedy: 'Correct min or max' }] : [];
}

function breakFaults(manifest: Manifest): readonly Fault[] {
  return (manifest.breaks ?? []).flatMap(({ period, indicators = [] }, index) => [
    ...indicators.flatMap((code, place) => unknownIndicator(manifest, code, ['breaks', index, 'indicators', place])),
    ...(parsePeriod(period) ? [] : [notAPeriod(period, ['breaks', index, 'period'])]),
  ]);
}

function notAPeriod(period: string, path: Path): Fault {
  return { path, message: `${period} is not a period`, remedy: 'Write it as 2021, 2021-H1, 2021-Q1 or 2021-01' };
}
