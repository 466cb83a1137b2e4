import { defaultSelection, type Selection } from '../selection/resolve-selection.js';
import type { PublishedVersion } from '../store/store.js';
import type { Category, Codelist, Dimension, Table } from '../table.js';
import type { Caller } from './caller.js';
import { boundDimensions, decide, isListed } from './policy.js';
import { mayKnow, municipalitiesIn, ownersOf } from './regions.js';

/** One version of a table as a caller may see it. */
export interface View {
  readonly version: PublishedVersion;
  /** The table without the codes that are not for this caller. */
  readonly table: Table;
  /** Per dimension, where the codes of `table` stand in the stored table; null when all of them are there. */
  readonly positions: readonly (readonly number[] | null)[];
  /** What of the caller's rights shaped this view; empty for a public table. */
  readonly rights: string;
}

/** Views of tables that are bound to municipalities, by the rights that shaped them; as many as there are municipalities. */
const kept = new WeakMap<PublishedVersion, Map<string, View>>();
const maxKept = 400;

/** What `caller` may see of a version; null when that is nothing. */
export function viewOf(version: PublishedVersion, caller: Caller): View | null {
  const { table } = version;
  if (decide(table, caller, false) !== 'open') return null;
  const bound = boundDimensions(table);
  const rights = bound.length > 0 ? rightsIn(bound, caller) : table.audience === 'public' ? '' : 'theme';
  if (bound.length === 0) return { version, table, positions: table.dimensions.map(() => null), rights };
  const views = kept.get(version) ?? new Map<string, View>();
  const known = views.get(rights);
  if (known) return known;
  const view = boundView(version, caller, rights);
  if (views.size >= maxKept) views.clear();
  kept.set(version, views.set(rights, view));
  return view;
}

/** What stands in a list about a table that its caller may know of but not open: no codes but its periods, no indicators. */
export function announcementOf(version: PublishedVersion): View | null {
  const { table } = version;
  if (!isListed(table)) return null;
  const dimensions = table.dimensions.map(({ codelists: _codelists, codes, ...dimension }): Dimension => {
    return { ...dimension, codes: dimension.role === 'time' ? codes : [] };
  });
  const positions = dimensions.map(({ role }) => (role === 'time' ? null : []));
  return { version, table: { ...table, indicators: [], dimensions }, positions, rights: 'listed' };
}

/** A selection from the view's table as positions in the stored one. */
export function storedSelection({ positions }: View, selection: Selection): Selection {
  return selection.map((chosen, index) => {
    const stored = positions[index];
    return stored ? chosen.flatMap((position) => stored[position] ?? []) : chosen;
  });
}

/** The municipalities in the table that are the caller's: two callers with the same see the same. */
function rightsIn(bound: readonly Dimension[], { municipalities }: Caller): string {
  if (municipalities === 'all') return 'all';
  const own = [...municipalities].filter((code) => bound.some((dimension) => municipalitiesIn(dimension).has(code)));
  return `own ${own.sort().join(' ')}`;
}

function boundView(version: PublishedVersion, { municipalities }: Caller, rights: string): View {
  const { table } = version;
  const positions = table.dimensions.map((dimension) => {
    if (dimension.role !== 'geo') return null;
    return ownersOf(dimension).flatMap((owner, position) => (mayKnow(owner, municipalities) ? [position] : []));
  });
  const dimensions = table.dimensions.map((dimension, index) => {
    const visible = positions[index];
    return visible ? partOf(dimension, visible) : dimension;
  });
  const selected = ownDefault(table, dimensions, positions);
  return { version, table: { ...table, dimensions, ...selected }, positions, rights };
}

/** The dimension with only the codes at these positions, and nothing that names or adds up the others. */
function partOf({ total, codelists, ...dimension }: Dimension, visible: readonly number[]): Dimension {
  const chosen = visible.flatMap((position) => dimension.codes[position] ?? []);
  const codes = new Map(chosen.map((category) => [category.code, category]));
  const lists = (codelists ?? []).flatMap((codelist) => visibleList(codelist, codes) ?? []);
  const hidden = dimension.codes.filter(({ code }) => !codes.has(code));
  const incomplete = new Set(hidden.map(({ parent }) => parent));
  return {
    ...dimension,
    codes: chosen.map(({ parent, complete, ...category }): Category => {
      return {
        ...category,
        ...(parent === undefined || !codes.has(parent) ? {} : { parent }),
        ...(complete === undefined || incomplete.has(category.code) ? {} : { complete }),
      };
    }),
    ...(total === undefined || !codes.has(total) ? {} : { total }),
    ...(lists.length > 0 ? { codelists: lists } : {}),
  };
}

/**
 * An aggregation keeps the values that it can still add up; a value set keeps the members that are left, each by its own
 * name, as that of the value is about all of them.
 */
function visibleList(codelist: Codelist, codes: ReadonlyMap<string, Category>): Codelist | null {
  const values = codelist.values.flatMap((value) => {
    const left = value.members.flatMap((member) => codes.get(member) ?? []);
    if (left.length === value.members.length) return [value];
    return codelist.type === 'Aggregation' ? [] : left.map(({ code, label }) => ({ code, label, members: [code] }));
  });
  return values.length > 0 ? { ...codelist, values } : null;
}

/**
 * The default selection of the manifest in the caller's part of the table. Where it names a region that is not theirs,
 * the first region of their own takes its place.
 */
function ownDefault(
  table: Table,
  dimensions: readonly Dimension[],
  positions: View['positions'],
): Pick<Table, 'defaultSelection'> {
  if (!table.defaultSelection) return {};
  const intended = defaultSelection(table);
  const changed = dimensions.flatMap((dimension, index) => {
    const visible = positions[index];
    const stored = table.dimensions[index];
    if (!visible || !stored || !isNamed(table, dimension)) return [];
    const wanted = intended[index] ?? [];
    const chosen = wanted.filter((position) => visible.includes(position));
    const owners = ownersOf(stored);
    const isOwn = (position: number): boolean => typeof owners[position] === 'string';
    if (chosen.length < wanted.length && !chosen.some(isOwn)) {
      const first = visible.find(isOwn) ?? (chosen.length === 0 ? visible[0] : undefined);
      if (first !== undefined) chosen.unshift(first);
    }
    return [[dimension.id, chosen.flatMap((position) => stored.codes[position]?.code ?? [])] as const];
  });
  const others = Object.entries(table.defaultSelection).filter(
    ([name]) => !changed.some(([id]) => id.toLowerCase() === name.toLowerCase()),
  );
  return { defaultSelection: Object.fromEntries([...others, ...changed]) };
}

function isNamed({ defaultSelection: given = {} }: Table, { id }: Dimension): boolean {
  return Object.keys(given).some((name) => name.toLowerCase() === id.toLowerCase());
}
