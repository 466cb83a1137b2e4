import type { TrendLine } from '@peilglas/charts';
import type { Cube, Dimension, Indicator } from '@peilglas/model';
import { nameIndicator } from '../shared/name-figures.js';
import { marginsOf, withoutBounds } from './trend-margins.js';

/** The lines of a cube as published. */
export interface Lines {
  readonly lines: readonly TrendLine[];
  /** Code of the region of each line; null where the table has none. */
  readonly regions: readonly (string | null)[];
  /** What each line measures, named with all that was chosen for it; in the order of the lines. */
  readonly measured: readonly Indicator[];
  /** What all of them measure. */
  readonly indicator: Indicator;
  /** Whether regions are compared, of which the first is the own one; else lines are equals. */
  readonly comparing: boolean;
  /** The region all lines are about; null when regions are compared or the table has none. */
  readonly region: string | null;
  /** Classifications, regions or indicators that differ between the lines. */
  readonly open: readonly Dimension[];
  /** Whether there are periods of another kind, which are left out: years are no points between their quarters. */
  readonly otherKinds: boolean;
}

const known = new WeakMap<Cube, { readonly lang: string; readonly lines: Lines }>();

/** One line for each combination of codes of the dimensions that were left open beside time; read once per cube. */
export function readLines(given: Cube, lang: string): Lines {
  const before = known.get(given);
  if (before?.lang === lang) return before.lines;
  const lines = linesOf(given, lang);
  known.set(given, { lang, lines });
  return lines;
}

function linesOf(given: Cube, lang: string): Lines {
  const asked = withoutBounds(given);
  const cube = ofOneKind(asked);
  const time = cube.dimensionFor('time');
  const geo = cube.dimensionFor('geo');
  const metric = cube.dimensionFor('metric');
  const open = cube.dimensions.filter((dimension) => dimension !== time && dimension.size > 1);
  const selections = combinations(open).map((codes) =>
    codes.map((code, axis) => [open[axis]?.id ?? '', code] as const),
  );
  const comparing = open.length === 0 || (geo !== null && open.includes(geo));
  const lines = selections.map((selection, index): TrendLine => {
    const names = selection.map(([id, code]) => cube.dimension(id).labelOf(code));
    const chosen = Object.fromEntries(selection);
    const measured = cube.indicator(metric ? chosen[metric.id] : undefined);
    const margins = marginsOf(given, measured, chosen);
    return {
      id: selection.map(([, code]) => code).join('/'),
      label: names.join(', ') || onlyLabel(cube, geo),
      points: [...cube.series(chosen)],
      own: index === 0 && comparing,
      decimals: measured.decimals,
      ...(margins.size > 0 && { margins }),
    };
  });
  return {
    lines,
    regions: selections.map((selection) => selection.find(([id]) => id === geo?.id)?.[1] ?? geo?.codes[0] ?? null),
    measured: selections.map((selection) => nameIndicator(cube.slice(Object.fromEntries(selection)), lang)),
    indicator: nameIndicator(cube, lang),
    comparing,
    region: geo?.size === 1 ? onlyLabel(cube, geo) : null,
    open,
    otherKinds: cube !== asked,
  };
}

/** The cube with only the periods that are of the kind of its newest figure. */
function ofOneKind(cube: Cube): Cube {
  const time = cube.dimensionFor('time');
  if (!time) return cube;
  const series = cube.series(
    Object.fromEntries(
      cube.dimensions.flatMap(({ id, codes: [code] }) => (id === time.id || code === undefined ? [] : [[id, code]])),
    ),
  );
  const codes = series.latest ? series.alike(series.latest).map(({ code }) => code) : [];
  return codes.length < time.size && codes.length > 0 ? cube.slice({ [time.id]: codes }) : cube;
}

function onlyLabel(cube: Cube, geo: Dimension | null): string {
  const [code] = geo?.codes ?? [];
  return geo && code !== undefined ? geo.labelOf(code) : cube.indicator().label;
}

function combinations(dimensions: readonly Dimension[]): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (rows, dimension) => rows.flatMap((row) => dimension.codes.map((code) => [...row, code])),
    [[]],
  );
}
