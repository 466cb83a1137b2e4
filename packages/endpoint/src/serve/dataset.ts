import type { Selection } from '../selection/resolve-selection.js';
import type { View } from '../access/view.js';
import { disclosureNote } from '../publish/disclosure/disclosure-note.js';
import type { Cells } from '../store/store.js';
import { dimensionWithRole, inLanguage, type Codelist, type Language, type Table } from '../table.js';
import { codelistReference } from './codelist-object.js';
import { dimensionObject } from './dimension-object.js';
import { outerPeriods } from './outer-periods.js';
import { suggestedPlacement, type Placement } from './placement.js';

export interface Excerpt {
  /** With the codelists of the question applied. */
  readonly view: View;
  /** Those that can be asked for, per dimension of the table. */
  readonly codelists: readonly (readonly Codelist[])[];
  /** Path the API lives under. */
  readonly root: string;
  readonly language: Language;
  /** In order of the table's dimensions. */
  readonly selection: Selection;
  /** Indexes of the table's dimensions in the order of the answer. */
  readonly order: readonly number[];
  readonly placement: Placement | null;
  /** In the order of the answer; null for metadata, which has no figures. */
  readonly cells: Cells | null;
}

/** A JSON-stat 2.0 dataset as PxWebApi 2 describes it, with what has no standard place under `extension.peilglas`. */
export function buildDataset(excerpt: Excerpt): object {
  const { view, root, language, selection, order, cells } = excerpt;
  const { table } = view;
  const text = (each: { nl: string; en?: string }): string => inLanguage(each, language);
  const dimensions = order.flatMap((index) => {
    const dimension = table.dimensions[index];
    if (!dimension) return [];
    const codelists = (excerpt.codelists[index] ?? []).map((each) => codelistReference(each, language, root));
    return [{ dimension, chosen: selection[index] ?? [], codelists }];
  });
  const idOf = (role: 'geo' | 'time' | 'metric'): object => {
    const dimension = dimensionWithRole(table, role);
    return dimension ? { [role]: [dimension.id] } : {};
  };
  const notes = table.notes ?? [];
  return {
    version: '2.0',
    class: 'dataset',
    label: text(table.title),
    source: text(table.source),
    // The day the source gives: UTC, and no more precise than it is.
    updated: table.updated,
    ...(notes.length > 0 ? { note: notes.map(text) } : {}),
    role: { ...idOf('time'), ...idOf('geo'), ...idOf('metric') },
    id: dimensions.map(({ dimension }) => dimension.id),
    size: dimensions.map(({ chosen }) => chosen.length),
    dimension: Object.fromEntries(
      dimensions.map(({ dimension, chosen, codelists }) => [
        dimension.id,
        dimensionObject(table, dimension, chosen, codelists, language),
      ]),
    ),
    extension: extension(excerpt),
    value: cells ? cells.values : null,
    ...(cells && cells.status.size > 0 ? { status: Object.fromEntries(cells.status) } : {}),
  };
}

function extension({ view, language, selection, placement }: Excerpt): object {
  const { table } = view;
  const mandatory = (table.notes ?? []).flatMap((note, index) =>
    note.mandatory ? [[String(index), true] as const] : [],
  );
  const { name, mail } = table.contact;
  return {
    ...(mandatory.length > 0 ? { noteMandatory: Object.fromEntries(mandatory) } : {}),
    px: px(table, language, selection, placement ?? suggestedPlacement(table)),
    ...periodsOf(table),
    discontinued: table.discontinued ?? false,
    contact: [{ name, organization: inLanguage(table.owner, language), mail, raw: `${name}, ${mail}` }],
    peilglas: peilglas(view, language, selection),
  };
}

function px(table: Table, language: Language, selection: Selection, placement: Placement): object {
  const ids = (indexes: readonly number[]): string[] => indexes.flatMap((index) => table.dimensions[index]?.id ?? []);
  return {
    tableid: table.id,
    decimals: Math.max(...chosenIndicators(table, selection).map(({ decimals }) => decimals)),
    aggregallowed: chosenIndicators(table, selection).every(({ additive }) => additive === true),
    'official-statistics': table.officialStatistics,
    language,
    contents: inLanguage(table.title, language),
    description: inLanguage(table.description, language),
    heading: ids(placement.heading),
    stub: ids(placement.stub),
    matrix: table.id,
    'subject-code': table.theme.code,
    'subject-area': inLanguage(table.theme.label, language),
    // The specification says nextUpdate, PX files and the elements NEXT-UPDATE.
    ...(table.nextUpdate === undefined ? {} : { nextUpdate: table.nextUpdate, 'next-update': table.nextUpdate }),
  };
}

function periodsOf(table: Table): object {
  const { first, last } = outerPeriods(table);
  return first === null ? {} : { firstPeriod: first, lastPeriod: last };
}

function peilglas({ table, version: { version, checks } }: View, language: Language, selection: Selection): object {
  const text = (each: { nl: string; en?: string }): string => inLanguage(each, language);
  const disclosure = disclosureNote(table);
  const definitions = chosenIndicators(table, selection).map((indicator) => {
    const { code, definition, method, goodDirection, bounds, derived, weight = derived?.denominator } = indicator;
    return [
      code,
      {
        long: text(definition),
        ...(method ? { method: text(method) } : {}),
        goodDirection,
        ...(bounds ? { bounds } : {}),
        ...(weight === undefined ? {} : { weight }),
      },
    ] as const;
  });
  return {
    version,
    audience: table.audience === 'public' ? 'public' : 'private',
    licence: table.licence,
    validation: { ...table.validation, checks },
    definition: Object.fromEntries(definitions),
    ...(disclosure ? { disclosure: { rule: disclosure.rule, note: text(disclosure.note) } } : {}),
    breaks: (table.breaks ?? []).map(({ period, indicators, note }) => {
      return { period, note: text(note), ...(indicators ? { indicators } : {}) };
    }),
  };
}

export function chosenIndicators(table: Table, selection: Selection): Table['indicators'] {
  const metric = table.dimensions.findIndex((dimension) => dimension.role === 'metric');
  return (selection[metric] ?? []).flatMap((position) => table.indicators[position] ?? []);
}
