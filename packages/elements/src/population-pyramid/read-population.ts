import {
  deriveComposition,
  isRounded,
  type Composition,
  type Cube,
  type Dimension,
  type Observation,
  type Point,
  type SeriesBreak,
} from '@peilglas/model';
import type { Reading } from '../chart/chart-element.js';
import { nameIndicator } from '../shared/name-figures.js';
import { parseFilter } from '../shared/parse-attributes.js';
import { groupsOf, sidesOf, type AgeAndSex } from './select-population.js';

/** A region at a period, by side and group. */
export interface Population {
  readonly place: string;
  /** Says when. */
  readonly point: Point;
  /** Counts per side, by group. */
  readonly sides: readonly (readonly Observation[])[];
  /** Shares of all groups of both sides, in the order of sides and groups. */
  readonly composition: Composition;
  /** As published; null where nobody publishes it, or where only some ages were asked for. */
  readonly total: Observation | null;
}

export interface Pyramid extends Reading {
  /** Names of the groups, in the table's order. */
  readonly groups: readonly string[];
  /** What the groups are of: the label of the dimension. */
  readonly groupLabel: string;
  readonly sides: readonly string[];
  /** The own one, and one to compare with. */
  readonly populations: readonly Population[];
  /** Whether regions are compared, of which counts differ too much. */
  readonly comparesRegions: boolean;
  /** Whether only some ages were asked for, of which shares are no shares of everybody. */
  readonly isPart: boolean;
  readonly breaks: readonly SeriesBreak[];
}

/** The population of a cube: of the own region now, and of another region or an earlier period. */
export function readPopulation(cube: Cube, dimensions: AgeAndSex, filter: string, lang: string): Pyramid {
  const geo = cube.dimensionFor('geo');
  const time = cube.dimensionFor('time');
  const age = cube.dimension(dimensions.age);
  const sex = cube.dimension(dimensions.sex);
  const groups = groupsOf(cube, dimensions);
  const sides = sidesOf(cube, dimensions);
  const indicator = nameIndicator(cube, lang);
  const periods = time ? [...cube.series(firstOf(cube, [time]))].map(({ code }) => code).reverse() : [''];
  const regions = geo?.codes ?? [''];
  const pairs =
    regions.length > 1
      ? regions.slice(0, 2).map((region) => [region, periods[0]] as const)
      : periods.slice(0, 2).map((period) => [regions[0], period] as const);
  const populations = pairs.flatMap(([region = '', period = '']): readonly Population[] => {
    const at = { ...(geo && { [geo.id]: region }) };
    const pointOf = (side: string, group: string): Point | undefined => {
      const series = cube.series({ ...at, [sex.id]: side, [age.id]: group });
      return time ? series.find(period) : series.at(0);
    };
    const figures = sides.map((side) => groups.flatMap((group) => pointOf(side, group)?.observation ?? []));
    const whole =
      age.total !== null && sex.total !== null && age.has(age.total) && sex.has(sex.total)
        ? pointOf(sex.total, age.total)
        : undefined;
    const point = whole ?? pointOf(sides[0], groups[0] ?? '');
    if (!point) return [];
    const total = whole?.observation ?? null;
    const composition = deriveComposition(figures.flat(), total, indicator, isRounded(cube.publication));
    return [{ place: geo ? geo.labelOf(region) : '', point, sides: figures, composition, total }];
  });
  const [main] = populations;
  const chosen = parseFilter(filter).get(age.id) ?? [];
  return {
    indicator,
    subject: indicator,
    place: main?.place ?? '',
    point: main?.point,
    figure: main?.total ?? null,
    groups: groups.map((code) => age.labelOf(code)),
    groupLabel: age.label,
    sides: sides.map((code) => sex.labelOf(code)),
    populations,
    comparesRegions: regions.length > 1,
    isPart: chosen.some((code) => age.has(code)),
    breaks: cube.publication.breaks,
  };
}

/** The first code of every dimension but those named. */
function firstOf(cube: Cube, but: readonly Dimension[]): Record<string, string> {
  const others = cube.dimensions.filter((dimension) => !but.includes(dimension));
  return Object.fromEntries(others.flatMap(({ id, codes: [code] }) => (code === undefined ? [] : [[id, code]])));
}

/** Counts as percentages of all groups of both sides; what has no figure keeps its reason. */
export function asPercentages({ sides, composition }: Population): readonly (readonly Observation[])[] {
  const count = sides[0]?.length ?? 0;
  return sides.map((observations, side) =>
    observations.map((observation, group) => {
      const share = composition.shares[side * count + group];
      return typeof share === 'number' ? { ...observation, value: share * 100 } : observation;
    }),
  );
}
