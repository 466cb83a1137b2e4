import type { Table } from '../table.js';

/** A field that readers see, in both versions; null where a version does not have it. */
export interface FieldChange {
  /** As `title.nl` or `indicators.personen.definition.en`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface CodeChanges {
  readonly dimension: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Only what the endpoint tells about a table: rules of disclosure and expectations are the bureau's own. */
function published(table: Table): unknown {
  const { title, description, theme, source, licence, owner, contact, officialStatistics, updated, nextUpdate } = table;
  return {
    ...{ title, description, theme, source, licence, owner, contact, officialStatistics, updated, nextUpdate },
    audience: table.audience === 'public' ? 'public' : 'private',
    discontinued: table.discontinued,
    validation: table.validation,
    notes: table.notes,
    breaks: table.breaks,
    defaultSelection: table.defaultSelection,
    indicators: Object.fromEntries(
      table.indicators.map((indicator) => {
        const { code, label, unit, decimals, definition, method, refperiod, measuringType } = indicator;
        const { goodDirection, bounds, weight } = indicator;
        return [
          code,
          { label, unit, decimals, definition, method, refperiod, measuringType, goodDirection, bounds, weight },
        ];
      }),
    ),
    dimensions: Object.fromEntries(
      table.dimensions.map(({ id, role, label, note, total, codes }) => {
        const labels = Object.fromEntries(codes.map((category) => [category.code, category.label]));
        const remarks = Object.fromEntries(codes.map((category) => [category.code, category.note]));
        return [id, { role, label, note, total, codes: labels, notes: remarks }];
      }),
    ),
  };
}

export function compareDescriptions(before: Table, after: Table): readonly FieldChange[] {
  const [old, now] = [leaves(published(before)), leaves(published(after))];
  const kept = [...new Set([...old.keys(), ...now.keys()])].filter((field) => old.get(field) !== now.get(field));
  return kept.map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }));
}

export function compareCodes(before: Table, after: Table): readonly CodeChanges[] {
  const ids = new Set([...before.dimensions, ...after.dimensions].map(({ id }) => id));
  const codesOf = (table: Table, id: string): readonly string[] =>
    table.dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code) ?? [];
  return [...ids].flatMap((dimension) => {
    const [old, now] = [codesOf(before, dimension), codesOf(after, dimension)];
    const [oldSet, nowSet] = [new Set(old), new Set(now)];
    const added = now.filter((code) => !oldSet.has(code));
    const removed = old.filter((code) => !nowSet.has(code));
    return added.length + removed.length > 0 ? [{ dimension, added, removed }] : [];
  });
}

/** Every text, number and truth value in an object, by its path. */
function leaves(value: unknown, path = '', found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) leaves(each, path === '' ? key : `${path}.${key}`, found);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    found.set(path, String(value));
  }
  return found;
}
