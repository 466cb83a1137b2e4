import {
  inTimeOrder,
  resolvePeriods,
  SelectionError,
  type Cube,
  type Dimension,
  type PeriodSelection,
  type SliceSelection,
} from '@peilglas/model';
import { parseFilter } from '../shared/parse-attributes.js';
import { selectCells, type Wanted } from '../shared/select-cells.js';

/** Which dimensions of a table hold age and sex, and which of the sexes goes where. */
export interface AgeAndSex {
  readonly age: string;
  readonly sex: string;
  /** Code of the sex on either side; null for the first and second that are no total. */
  readonly left: string | null;
  readonly right: string | null;
}

export interface PopulationWanted extends Wanted {
  readonly dimensions: AgeAndSex;
  /** The earlier period; null to show one. */
  readonly since: PeriodSelection | null;
}

/** The codes of both sides. @throws SelectionError when the table has no such dimension or code */
export function sidesOf(cube: Cube, { sex, left, right }: AgeAndSex): readonly [string, string] {
  const dimension = cube.dimension(sex);
  const [first, second] = partsOf(dimension);
  const codes = [left ?? first, right ?? second] as const;
  const [one, other] = codes;
  const unknown = codes.find((code) => code !== undefined && !dimension.has(code)) ?? null;
  if (one === undefined || other === undefined || unknown !== null) {
    throw new SelectionError(sex, unknown, `Dimension "${sex}" has no two sides`);
  }
  return [one, other];
}

/** The groups by age as the table has them, without the total and without those that consist of others. */
export function groupsOf(cube: Cube, { age }: AgeAndSex): readonly string[] {
  return partsOf(cube.dimension(age));
}

function partsOf(dimension: Dimension): readonly string[] {
  return dimension.codes.filter((code) => code !== dimension.total && dimension.childrenOf(code).length === 0);
}

/**
 * The codes of groups and sides with their totals, for one region and period, and another to compare with.
 * @throws SelectionError as `selectCells` does, and when age or sex is not in the table
 */
export function selectPopulation(metadata: Cube, wanted: PopulationWanted): SliceSelection {
  const { dimensions } = wanted;
  const [age, sex] = [metadata.dimension(dimensions.age), metadata.dimension(dimensions.sex)];
  const filter = parseFilter(wanted.filter);
  const chosen = filter.get(age.id)?.filter((code) => age.has(code)) ?? [];
  const groups = chosen.length > 0 ? chosen : groupsOf(metadata, dimensions);
  const withTotal = (dimension: Dimension, codes: readonly string[]): readonly string[] =>
    dimension.total !== null && dimension.has(dimension.total) ? [...codes, dimension.total] : codes;
  const time = metadata.dimensionFor('time');
  const now = time ? resolvePeriods(wanted.period, time.codes).slice(-1) : [];
  const before = time && wanted.since ? resolvePeriods(wanted.since, time.codes).slice(0, 1) : [];
  // A part of the groups is no share of all of them.
  const ages = chosen.length > 0 ? groups : withTotal(age, groups);
  const others = metadata.dimensions.flatMap(({ id }) => (filter.get(id) ?? []).map((code) => `${id}:${code}`));
  const own = others.filter((part) => !part.startsWith(`${age.id}:`) && !part.startsWith(`${sex.id}:`));
  const named = [
    ...own,
    ...ages.map((code) => `${age.id}:${code}`),
    ...withTotal(sex, sidesOf(metadata, dimensions)).map((code) => `${sex.id}:${code}`),
  ];
  const selection = selectCells(metadata, { ...wanted, filter: named.join(' ') });
  if (!time) return selection;
  return { ...selection, [time.id]: inTimeOrder([...new Set([...before, ...now])]).map(({ code }) => code) };
}
