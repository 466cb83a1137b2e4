import type { TrendLine } from '@peilglas/charts';
import { SelectionError, type Cube, type Dimension, type Indicator } from '@peilglas/model';
import { nameIndicator } from '../shared/name-figures.js';

export interface Trend {
  readonly indicator: Indicator;
  readonly lines: readonly TrendLine[];
  /** The region all lines are about; null when regions are compared or the table has none. */
  readonly region: string | null;
}

/**
 * The lines of a cube: one for each combination of codes of the dimensions that were left open beside time.
 * When regions are compared the first is the own one; other lines are equals.
 * @throws SelectionError when the indicators selected differ in unit, and so cannot share an axis
 */
export function readTrend(cube: Cube, lang: string): Trend {
  const time = cube.dimensionFor('time');
  const geo = cube.dimensionFor('geo');
  const open = cube.dimensions.filter((dimension) => dimension !== time && dimension.size > 1);
  checkUnits(cube);
  const lines = combinations(open).map((codes, index): TrendLine => {
    const selection = Object.fromEntries(codes.map((code, axis) => [open[axis]?.id ?? '', code]));
    return {
      id: codes.join('/'),
      label: codes.map((code, axis) => open[axis]?.labelOf(code) ?? code).join(', ') || onlyLabel(cube, geo),
      points: [...cube.series(selection)],
      own: index === 0 && (geo === null || open.length === 0 || open.includes(geo)),
    };
  });
  return { indicator: nameIndicator(cube, lang), lines, region: geo?.size === 1 ? onlyLabel(cube, geo) : null };
}

function onlyLabel(cube: Cube, geo: Dimension | null): string {
  const [code] = geo?.codes ?? [];
  return geo && code !== undefined ? geo.labelOf(code) : cube.indicator().label;
}

function checkUnits(cube: Cube): void {
  const [first, ...others] = cube.indicators;
  const odd = others.find((indicator) => indicator.unit !== first?.unit);
  const metric = cube.dimensionFor('metric');
  if (!odd || !metric) return;
  throw new SelectionError(metric.id, odd.code, `"${odd.label}" has another unit than "${first?.label ?? ''}"`);
}

function combinations(dimensions: readonly Dimension[]): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (rows, dimension) => rows.flatMap((row) => dimension.codes.map((code) => [...row, code])),
    [[]],
  );
}
