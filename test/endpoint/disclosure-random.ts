/** Random tables of counts that add up, for attacks on disclosure control: seeded, so that every run sees the same. */
import { category, makeTable, type Cell, type Columns, type Indicator, type Table } from './disclosure-support.ts';

export type Random = () => number;

/** Numbers from 0 to 1 that look random (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A code of a dimension with the innermost codes that it adds up. */
interface Member {
  readonly code: string;
  readonly parent?: string;
  readonly leaves: readonly string[];
}

export interface Axis {
  readonly id: string;
  readonly members: readonly Member[];
  readonly total?: string;
  /** Sums that the endpoint serves for a codelist: a name and the codes that it adds. */
  readonly groups: readonly (readonly string[])[];
}

export interface Universe {
  readonly axes: readonly Axis[];
  /** Innermost places: a code per axis, in order. */
  readonly leaves: readonly (readonly string[])[];
  readonly minimum: number;
}

/** The figures of one version: per innermost place the count, and the people among whom it counts. */
export interface Facts {
  readonly counts: readonly number[];
  readonly people: readonly number[];
}

const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

/** Most cells of a random table: small enough to attack every cell of hundreds of them. */
const mostCells = 160;

export function randomUniverse(random: Random): Universe {
  const axes = [regionAxis(random), classAxis(random, 'class0')];
  if (random() < 0.4) axes.push(timeAxis());
  const cells = (): number => axes.reduce((product, { members }) => product * members.length, 1);
  for (let index = 1; index < 3; index++) {
    const axis = classAxis(random, `class${index}`);
    if (random() < 0.6 && cells() * axis.members.length <= mostCells) axes.push(axis);
  }
  const leaves = axes.reduce<readonly (readonly string[])[]>(
    (places, axis) => places.flatMap((place) => leafCodes(axis).map((code) => [...place, code])),
    [[]],
  );
  return { axes, leaves, minimum: [3, 5, 10][whole(random, 0, 2)] ?? 5 };
}

function leafCodes(axis: Axis): readonly string[] {
  return axis.members.filter(({ code, leaves }) => leaves[0] === code).map(({ code }) => code);
}

/** Municipalities, in some tables two provinces, and the whole. */
function regionAxis(random: Random): Axis {
  const provinces = random() < 0.5 ? ['P1', 'P2'] : ['P1'];
  const below = provinces.map((code) => Array.from({ length: whole(random, 2, 4) }, (_, index) => `${code}M${index}`));
  const all = below.flat();
  const members = [
    ...provinces.flatMap((parent, index) => (below[index] ?? []).map((code) => ({ code, parent, leaves: [code] }))),
    ...provinces.map((code, index) => ({
      code,
      leaves: below[index] ?? [],
      ...(provinces.length > 1 ? { parent: 'N' } : {}),
    })),
    ...(provinces.length > 1 ? [{ code: 'N', leaves: all }] : []),
  ];
  return { id: 'region', members, groups: [all.slice(0, 2), all.slice(1)] };
}

function classAxis(random: Random, id: string): Axis {
  const leaves = Array.from({ length: whole(random, 2, 4) }, (_, index) => `${id}-${index}`);
  const members = [...leaves.map((code) => ({ code, leaves: [code] })), { code: 'T', leaves }];
  return { id, members, total: 'T', groups: [leaves.slice(0, 2)] };
}

function timeAxis(): Axis {
  const leaves = ['2024-H1', '2024-H2'];
  return {
    id: 'time',
    members: [...leaves.map((code) => ({ code, leaves: [code] })), { code: '2024', leaves }],
    groups: [],
  };
}

export function randomFacts(universe: Universe, random: Random): Facts {
  const scale = [3, 8, 25, 80][whole(random, 0, 3)] ?? 8;
  const counts = universe.leaves.map(() => (random() < 0.15 ? 0 : Math.floor(-Math.log(1 - random()) * scale)));
  return { counts, people: counts.map((count) => count + whole(random, 0, 4 * scale)) };
}

/** The same facts some time later: of the places that `may` change, here and there a person more or less. */
export function revised({ counts, people }: Facts, random: Random, may: (leaf: number) => boolean): Facts {
  const moved = counts.map((count, leaf) => {
    const change = random() < 0.15 ? whole(random, -2, 2) : 0;
    return may(leaf) ? Math.max(0, count + change) : count;
  });
  return { counts: moved, people: people.map((each, leaf) => Math.max(each, moved[leaf] ?? 0)) };
}

/** A place in the table: a code per axis, with the innermost places it adds up. */
export interface Place {
  readonly codes: readonly string[];
  readonly leaves: readonly number[];
}

export function placesOf({ axes, leaves }: Universe): readonly Place[] {
  const codes = axes.reduce<readonly (readonly Member[])[]>(
    (places, { members }) => places.flatMap((place) => members.map((member) => [...place, member])),
    [[]],
  );
  return codes.map((members) => ({
    codes: members.map(({ code }) => code),
    leaves: leaves.flatMap((leaf, index) =>
      members.every(({ leaves: own }, axis) => own.includes(leaf[axis] ?? '')) ? [index] : [],
    ),
  }));
}

export const sumOver = (figures: readonly number[], leaves: readonly number[]): number =>
  leaves.reduce((sum, leaf) => sum + (figures[leaf] ?? 0), 0);

/** The table as a bureau would hand it over: for every place the count, the people and the share. */
export function tableOf(universe: Universe, facts: Facts): { readonly table: Table; readonly columns: Columns } {
  const indicators: readonly Indicator[] = [
    { code: 'clients', additive: true, disclosure: { suppression: { minimum: universe.minimum } } },
    { code: 'people', additive: true },
    { code: 'share', decimals: 1, derived: { numerator: 'clients', denominator: 'people', factor: 100 } },
  ];
  const cells = placesOf(universe).flatMap(({ codes, leaves }): Cell[] => {
    const at = Object.fromEntries(universe.axes.map(({ id }, axis) => [id, codes[axis] ?? '']));
    const [clients, people] = [sumOver(facts.counts, leaves), sumOver(facts.people, leaves)];
    return [
      { codes: { ...at, metric: 'clients' }, value: clients },
      { codes: { ...at, metric: 'people' }, value: people },
      { codes: { ...at, metric: 'share' }, value: Number(((100 * clients) / people).toFixed(1)) },
    ];
  });
  const time = universe.axes.find(({ id }) => id === 'time');
  return makeTable({
    dimensions: universe.axes.flatMap(({ id, members, total }) =>
      id === 'time'
        ? []
        : [
            {
              id,
              label: { nl: id },
              codes: members.map(({ code, parent }) => category(code, parent)),
              ...(id === 'region' ? { role: 'geo' as const } : {}),
              ...(total === undefined ? {} : { total }),
            },
          ],
    ),
    indicators,
    ...(time ? { periods: time.members.map(({ code }) => code) } : {}),
    cells,
  });
}
