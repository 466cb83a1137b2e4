import { SelectionError, type Cube, type Dimension, type PeriodSelection, type SliceSelection } from '@peilglas/model';
import { before, codesOf, withCodes, type Select } from '../chart/selection.js';
import { parseFilter } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';

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

/** The groups by age as the table has them, without the total and without those that consist of others that are there. */
export function groupsOf(cube: Cube, { age }: AgeAndSex): readonly string[] {
  return partsOf(cube.dimension(age));
}

function partsOf(dimension: Dimension): readonly string[] {
  const isGroup = (code: string): boolean => dimension.childrenOf(code).some((child) => dimension.has(child));
  return dimension.codes.filter((code) => code !== dimension.total && !isGroup(code));
}

/**
 * The codes of groups and sides with their totals, for one region and period, and another to compare with.
 * @throws SelectionError as `select` does, and when age or sex is not in the table
 */
export function selectPopulation(metadata: Cube, wanted: PopulationWanted, select: Select): SliceSelection {
  const { dimensions } = wanted;
  const [age, sex] = [metadata.dimension(dimensions.age), metadata.dimension(dimensions.sex)];
  const chosen = (parseFilter(wanted.filter).get(age.id) ?? []).filter((code) => age.has(code));
  const withTotal = (dimension: Dimension, codes: readonly string[]): readonly string[] =>
    dimension.total !== null && dimension.has(dimension.total) ? [...codes, dimension.total] : codes;
  // A part of the groups is no share of all of them.
  const ages = chosen.length > 0 ? chosen : withTotal(age, groupsOf(metadata, dimensions));
  const sexes = withTotal(sex, sidesOf(metadata, dimensions));
  const filter = withCodes(withCodes(wanted.filter, age.id, ages), sex.id, sexes);
  const selection = select({ ...wanted, filter });
  const time = metadata.dimensionFor('time');
  if (!time) return selection;
  const now = codesOf(selection, time.id).slice(-1);
  return { ...selection, [time.id]: [...before(wanted.since, now, time), ...now] };
}
