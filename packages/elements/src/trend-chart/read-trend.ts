import type { TrendLine } from '@peilglas/charts';
import { SelectionError, type Cube, type Dimension } from '@peilglas/model';
import type { Reading } from '../chart/chart-element.js';
import { nameIndicator } from '../shared/name-figures.js';

export interface Trend extends Reading {
  readonly lines: readonly TrendLine[];
  /** Code of the region of each line; null where the table has none. */
  readonly regions: readonly (string | null)[];
  /** The region all lines are about; null when regions are compared or the table has none. */
  readonly region: string | null;
  /** The same for the sentence: what it is about, and where; then what to compare with. */
  readonly told: readonly TrendLine[];
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
  const selections = combinations(open).map((codes) =>
    codes.map((code, axis) => [open[axis]?.id ?? '', code] as const),
  );
  const comparing = open.length === 0 || (geo !== null && open.includes(geo));
  const lines = selections.map((selection, index): TrendLine => {
    const names = selection.map(([id, code]) => cube.dimension(id).labelOf(code));
    return {
      id: selection.map(([, code]) => code).join('/'),
      label: names.join(', ') || onlyLabel(cube, geo),
      points: [...cube.series(Object.fromEntries(selection))],
      own: index === 0 && comparing,
    };
  });
  const indicator = nameIndicator(cube, lang);
  const regions = selections.map((selection) => selection.find(([id]) => id === geo?.id)?.[1] ?? geo?.codes[0] ?? null);
  const region = geo?.size === 1 ? onlyLabel(cube, geo) : null;
  const [main] = lines;
  const point = main?.points.findLast(({ observation }) => observation.value !== null) ?? main?.points.at(-1);
  if (comparing) {
    return { indicator, lines, regions, region, subject: indicator, told: lines, place: main?.label ?? '', point };
  }
  // Parts of one region: the sentence is about the first of them, there, and compares the others with it.
  const subject = nameIndicator(cube.slice(Object.fromEntries(selections[0] ?? [])), lang);
  const told = lines.map((line, index) => (index === 0 ? { ...line, label: region ?? '', own: true } : line));
  return { indicator, lines, regions, region, subject, told, place: region ?? '', point };
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
