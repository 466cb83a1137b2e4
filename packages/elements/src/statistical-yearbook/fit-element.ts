/**
 * Which element fits an indicator: the first rule below that does. A rule looks at the shape of the table only, never at
 * its figures, so that a chapter is the same for every region and after every update.
 */
import { inTimeOrder, isMunicipality, isRate, type Cube, type Dimension, type Indicator } from '@peilglas/model';

export type FittingTag =
  'kpi-tile' | 'trend-chart' | 'population-pyramid' | 'share-chart' | 'municipality-compare' | 'data-table';

export interface Fitting {
  readonly tag: FittingTag;
  /** Beside `table`, `indicator` and `heading`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the rules look at. */
interface Shape {
  /** A number of things that can be added up, and not a rate, share or average. */
  readonly isCount: boolean;
  /** Codes in order of time. */
  readonly periods: readonly string[];
  readonly regions: readonly string[];
  readonly municipalities: number;
  readonly age: Dimension | null;
  readonly sex: Dimension | null;
  /** The classification of which the categories are parts of its total. */
  readonly whole: Dimension | null;
  /** Classifications in which somebody would have to choose, since nothing stands for all of it. */
  readonly open: readonly Dimension[];
}

interface Rule {
  readonly fits: (shape: Shape) => boolean;
  readonly tag: FittingTag;
  readonly attributes?: (shape: Shape) => Readonly<Record<string, string>>;
}

/** A line through fewer points than this is no development. */
const severalPeriods = 2;
/** With so many periods the way to the last figure says more than how it is made up. */
const longSeries = 5;
/** More parts than this cannot be told apart in one bar. */
const mostParts = 8;
/** Columns that fit a sheet of paper. */
const mostColumns = 5;

const rules: readonly Rule[] = [
  {
    fits: ({ isCount, age, sex, open }) =>
      isCount && age !== null && sex !== null && open.every((each) => each === age || each === sex),
    tag: 'population-pyramid',
    attributes: ({ age, sex }) => ({ age: age?.id ?? '', sex: sex?.id ?? '' }),
  },
  {
    fits: ({ open }) => open.length > 0,
    tag: 'data-table',
    attributes: ({ open, periods }) => ({
      rows: open.map(({ id }) => id).join(' '),
      columns: 'period',
      filter: open.map(({ id }) => `${id}:*`).join(' '),
      period: `${periods.at(-mostColumns) ?? periods[0] ?? ''}..`,
    }),
  },
  {
    fits: ({ isCount, whole, periods }) => isCount && whole !== null && periods.length < longSeries,
    tag: 'share-chart',
    attributes: ({ whole }) => ({ parts: whole?.id ?? '', period: 'latest' }),
  },
  {
    fits: ({ periods }) => periods.length >= severalPeriods,
    tag: 'trend-chart',
    attributes: ({ isCount, regions }) => compareWithCountry(isCount, regions),
  },
  { fits: ({ municipalities }) => municipalities > 2, tag: 'municipality-compare' },
  { fits: ({ regions, periods }) => regions.length <= 2 && periods.length <= 1, tag: 'kpi-tile' },
];

/** The element for an indicator of a table, from the table's metadata. */
export function fitElement(table: Cube, indicator: Indicator): Fitting {
  const shape = shapeOf(table, indicator);
  const rule = rules.find(({ fits }) => fits(shape));
  return { tag: rule?.tag ?? 'data-table', attributes: rule?.attributes?.(shape) ?? {} };
}

function shapeOf(table: Cube, indicator: Indicator): Shape {
  const regions = table.dimensionFor('geo')?.codes ?? [];
  const classifications = table.dimensions.filter(({ role, size }) => role === null && size > 1);
  const sex = classifications.find((each) => isCalled(each, /^(geslacht|sex|gender)/i) && partsOf(each).length === 2);
  const age = classifications.find((each) => isCalled(each, /^(leeftijd|age)/i) && partsOf(each).length > 2);
  const parts = classifications.find((each) => each !== sex && hasTotal(each) && partsOf(each).length <= mostParts);
  return {
    isCount: isCount(indicator),
    periods: inTimeOrder(table.dimensionFor('time')?.codes ?? []).map(({ code }) => code),
    regions,
    municipalities: regions.filter(isMunicipality).length,
    age: age ?? null,
    sex: sex ?? null,
    whole: parts ?? null,
    open: classifications.filter((each) => !hasTotal(each)),
  };
}

/** Numbers of a village and of a country share no axis; what is measured per inhabitant does. */
function compareWithCountry(isCount: boolean, regions: readonly string[]): Readonly<Record<string, string>> {
  const country = regions.find((code) => code.startsWith('NL'));
  return isCount || country === undefined ? {} : { 'compare-with': country };
}

function isCount(indicator: Indicator): boolean {
  return !isRate(indicator) && !/%|€|euro|\bper\b|\bindex/i.test(indicator.unit);
}

function isCalled({ id, label }: Dimension, name: RegExp): boolean {
  return name.test(id) || name.test(label);
}

function hasTotal({ total, codes }: Dimension): boolean {
  return total !== null && codes.includes(total);
}

function partsOf(dimension: Dimension): readonly string[] {
  const { codes, total } = dimension;
  return codes.filter((code) => code !== total && dimension.childrenOf(code).length === 0);
}
