import type { Margin } from '@peilglas/charts';
import type { Cube, Indicator, SliceSelection } from '@peilglas/model';
import { codesOf } from '../chart/selection.js';

/** A selection with the bounds of the indicators in it, as far as the table has them. */
export function withBounds(metadata: Cube, selection: SliceSelection): SliceSelection {
  const metric = metadata.dimensionFor('metric');
  if (!metric) return selection;
  const codes = codesOf(selection, metric.id);
  const bounds = codes.flatMap((code) => boundsOf(metadata.indicator(code)));
  const known = bounds.filter((code) => metric.has(code));
  return { ...selection, [metric.id]: [...new Set([...codes, ...known])] };
}

/** The cube without indicators that are the bounds of others in it. */
export function withoutBounds(cube: Cube): Cube {
  const metric = cube.dimensionFor('metric');
  const bounds = new Set(cube.indicators.flatMap(boundsOf));
  const codes = metric?.codes.filter((code) => !bounds.has(code)) ?? [];
  return metric && codes.length > 0 && codes.length < metric.size ? cube.slice({ [metric.id]: codes }) : cube;
}

/** The bounds of an indicator by the code of the period, for figures that are there and have both. */
export function marginsOf(
  cube: Cube,
  { code, bounds }: Indicator,
  selection: Readonly<Record<string, string>>,
): ReadonlyMap<string, Margin> {
  const metric = cube.dimensionFor('metric');
  if (!metric || !bounds || !metric.has(bounds.lower) || !metric.has(bounds.upper)) return new Map();
  const series = (of: string) => cube.series({ ...selection, [metric.id]: of });
  const [lower, upper] = [series(bounds.lower), series(bounds.upper)];
  const margins = [...series(code)].flatMap((point): readonly (readonly [string, Margin])[] => {
    const low = lower.find(point.code)?.observation.value ?? null;
    const high = upper.find(point.code)?.observation.value ?? null;
    const known = point.observation.value !== null && low !== null && high !== null && low <= high;
    return known ? [[point.code, { lower: low, upper: high }]] : [];
  });
  return new Map(margins);
}

function boundsOf({ bounds }: Indicator): readonly string[] {
  return bounds ? [bounds.lower, bounds.upper] : [];
}
