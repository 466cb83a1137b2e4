import { ownersOf } from '../../access/regions.js';
import type { Category } from '../../table.js';
import type { Manifest } from '../manifest.js';
import { wholes } from '../wholes.js';
import type { Fault } from './fault.js';

type Geo = Manifest['dimensions'][number];
type Owners = ReturnType<typeof ownersOf>;

/** A table is bound to municipalities by its regions, and totals are for all who may open it. */
export function audienceFaults({ audience, dimensions }: Manifest): readonly Fault[] {
  if (audience === 'public' || !audience.municipalityBound) return [];
  if (dimensions.some(({ role }) => role === 'geo')) return dimensions.flatMap(ofRegions);
  const path = ['audience', 'municipalityBound'];
  const message = 'A table without regions cannot be bound to a municipality';
  return [{ path, message, remedy: 'Give the dimension of regions role: geo, or set municipalityBound: false' }];
}

function ofRegions(dimension: Geo, index: number): readonly Fault[] {
  const { role, codes } = dimension;
  if (role !== 'geo' || !codes) return [];
  const owners = ownersOf({ ...dimension, codes });
  return [...withoutOwner(dimension, index, owners), ...revealingTotals(dimension, index, owners)];
}

/** Regions that the few see who may see all; nothing else would tell the publisher. */
function withoutOwner({ codes = [] }: Geo, index: number, owners: Owners): readonly Fault[] {
  const [first, ...others] = codes.filter((_, place) => owners[place] === undefined);
  if (!first) return [];
  const [lie, them] = others.length > 0 ? [` and ${others.length} more lie`, 'them'] : [' lies', 'it'];
  return [
    {
      path: ['dimensions', index, 'codes', codes.indexOf(first), 'code'],
      severity: 'warning',
      message: `Nothing says in which municipality ${first.code}${lie}: only who may see all municipalities sees ${them}`,
      remedy: 'Give a code a parent, or name it as the parent of the municipalities in it',
    },
  ];
}

/**
 * A total, less the totals that are its parts, leaves what not everybody sees. Where that is one municipality, everybody has
 * its figures; where it is two, who has one of them has the other. Municipalities that end leave fewer.
 */
function revealingTotals(dimension: Geo, index: number, owners: Owners): readonly Fault[] {
  const { codes = [] } = dimension;
  // A larger region of which nothing says that its parts are complete may have more municipalities than the table.
  const wholeOf = wholes(dimension);
  return codes.flatMap((total, place): readonly Fault[] => {
    const { code } = total;
    if (owners[place] !== null) return [];
    const parts = codes.filter((_, at) => wholeOf[at] === code);
    const starts = startsOf([total, ...parts]);
    const found = new Map<string, string>();
    for (const [turn, start] of starts.entries()) {
      if (!existsOn(total, start)) continue;
      const left = new Set(
        parts
          .filter((part) => existsOn(part, start))
          .flatMap((part) => ownOrNothing(owners[codes.indexOf(part)], part.code)),
      );
      const who = whoCan([...left]);
      if (who !== undefined && !found.has(who)) found.set(who, duringWords(start, starts[turn + 1]));
    }
    return [...found].map(([who, during]) => ({
      path: ['dimensions', index, 'codes', place, 'code'],
      severity: 'warning',
      message: `${who}, from ${code} and the totals in it${during}`,
      remedy: 'Leave one of the totals out, or take municipalityBound: false if all of it may be seen',
    }));
  });
}

function whoCan(left: readonly string[]): string | undefined {
  const [one, other] = left;
  if (one === undefined || left.length > 2) return undefined;
  return other === undefined
    ? `Whoever may open the table can work out ${one}`
    : `Whoever may see one of ${one} and ${other} can work out the other`;
}

/** The days on which regions begin, or others have just ended; before them all stands an empty text. */
function startsOf(regions: readonly Category[]): readonly string[] {
  const days = regions.flatMap(({ from, until }) => [...(from ? [from] : []), ...(until ? [dayAfter(until)] : [])]);
  return ['', ...[...new Set(days)].sort()];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function existsOn({ from, until }: Category, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || until >= day);
}

function duringWords(start: string, next: string | undefined): string {
  if (start !== '') return `, from ${start}`;
  return next === undefined ? '' : `, before ${next}`;
}

/** Whose a part is: a municipality's, or where nothing says so its own; nothing for a total. */
function ownOrNothing(owner: string | null | undefined, code: string): readonly string[] {
  return owner === null ? [] : [owner ?? code];
}
