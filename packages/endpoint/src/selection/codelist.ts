import { dimensionWithRole, type Category, type Codelist, type Dimension, type Table, type Text } from '../table.js';
import { findDimension, type VariableSelection } from './resolve-selection.js';
import { positionOf, SelectionError, shorten } from './value-expression.js';

/** A table whose dimensions hold the values of codelists where these are asked for. */
export interface Recoded {
  readonly table: Table;
  /**
   * Per dimension, for each of its codes the positions in the original dimension that it stands for; null for a
   * dimension that is as it was.
   */
  readonly groups: readonly (readonly (readonly number[])[] | null)[];
}

const known = new WeakMap<Dimension, readonly Codelist[]>();

/**
 * Codelists of a dimension with only the values all of whose members are in the dimension: who may not see a member
 * sees no total of it either. Indicators are never added up, so a grouping of them is none.
 */
export function codelistsOf(dimension: Dimension): readonly Codelist[] {
  const found = known.get(dimension) ?? answerable(dimension);
  known.set(dimension, found);
  return found;
}

function answerable(dimension: Dimension): readonly Codelist[] {
  return (dimension.codelists ?? []).flatMap((codelist) => {
    if (dimension.role === 'metric' && codelist.type === 'Aggregation') return [];
    const values = codelist.values.filter(({ members }) =>
      members.every((code) => positionOf(dimension, code) !== undefined),
    );
    return values.length > 0 ? [{ ...codelist, values }] : [];
  });
}

/**
 * The table as the codelists of a selection make it.
 * @throws SelectionError for a dimension or codelist that is not there.
 */
export function applyCodelists(table: Table, wanted: readonly VariableSelection[]): Recoded {
  const asked = new Map<Dimension, Codelist>();
  for (const { variableCode, codelist: id } of wanted) {
    if (!id) continue;
    const dimension = findDimension(table, variableCode);
    const codelist = codelistsOf(dimension).find((each) => each.id.toLowerCase() === id.toLowerCase());
    if (!codelist) throw new SelectionError(`Variable ${dimension.id} has no codelist ${shorten(id)}`);
    asked.set(dimension, codelist);
  }
  const recoded = table.dimensions.map((dimension) => {
    const codelist = asked.get(dimension);
    return codelist ? recode(dimension, codelist) : { dimension, groups: null };
  });
  const groups = recoded.map((each) => each.groups);
  if (asked.size === 0) return { table, groups };
  const defaults = Object.entries(table.defaultSelection ?? {}).filter(
    ([name]) => !asked.has(findDimension(table, name)),
  );
  return {
    table: {
      ...table,
      dimensions: recoded.map(({ dimension }) => dimension),
      indicators: chosenIndicators(table, groups),
      defaultSelection: Object.fromEntries(defaults),
    },
    groups,
  };
}

interface RecodedDimension {
  readonly dimension: Dimension;
  readonly groups: Recoded['groups'][number];
}

function recode(dimension: Dimension, codelist: Codelist): RecodedDimension {
  const values = valuesOf(dimension, codelist);
  const codes = values.map((value) => categoryOf(dimension, value));
  // The codelists of the dimension group its own codes, which are no longer there.
  const { total, codelists: _codelists, ...kept } = dimension;
  return {
    dimension: { ...kept, codes, ...keptTotal(total, codes) },
    groups: values.map(({ members }) => members),
  };
}

/** A code that is only picked is what it was, with its remark and its place under another. */
function categoryOf({ codes }: Dimension, { code, label, members: [position, ...others] }: CodelistValue): Category {
  const own = others.length > 0 ? undefined : codes[position ?? -1];
  if (own?.code !== code) return { code, label };
  const { parent, note } = own;
  return { code, label, ...(parent === undefined ? {} : { parent }), ...(note ? { note } : {}) };
}

interface CodelistValue {
  readonly code: string;
  readonly label: Text;
  /** Positions in the dimension, each once. */
  readonly members: readonly number[];
}

/** What can be chosen from a codelist: an aggregation adds its members, a value set only picks them, one by one. */
export function valuesOf(dimension: Dimension, { type, values }: Codelist): readonly CodelistValue[] {
  const found = new Map<string, CodelistValue>();
  for (const { code, label, members } of values) {
    const positions = [...new Set(members.flatMap((member) => positionOf(dimension, member) ?? []))];
    const picked =
      type === 'Aggregation' || positions.length === 1
        ? [{ code, label, members: positions }]
        : positions.flatMap((position) => {
            const category = dimension.codes[position];
            return category ? [{ code: category.code, label: category.label, members: [position] }] : [];
          });
    for (const each of picked) if (!found.has(each.code)) found.set(each.code, each);
  }
  return [...found.values()];
}

function keptTotal(total: string | undefined, codes: readonly Category[]): { total?: string } {
  return total !== undefined && codes.some(({ code }) => code === total) ? { total } : {};
}

/** The indicators stay in step with the codes of their dimension. */
function chosenIndicators(table: Table, groups: Recoded['groups']): Table['indicators'] {
  const metric = dimensionWithRole(table, 'metric');
  const picked = metric && groups[table.dimensions.indexOf(metric)];
  return picked ? picked.flatMap(([position]) => table.indicators[position ?? -1] ?? []) : table.indicators;
}
