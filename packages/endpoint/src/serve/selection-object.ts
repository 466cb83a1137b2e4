import type { Selection } from '../selection/resolve-selection.js';
import type { Dimension, Language, Table } from '../table.js';
import type { Placement } from './placement.js';
import { link } from './table-object.js';

interface Resolved {
  /** With the codelists of the selection applied. */
  readonly table: Table;
  readonly selection: Selection;
  /** Ids of codelists by id of dimension. */
  readonly codelists: ReadonlyMap<string, string>;
  readonly placement: Placement;
  /** Paths of this selection and of its data. */
  readonly self: string;
  readonly data: string;
}

/** A selection in which every expression has become codes. */
export function selectionObject(language: Language, resolved: Resolved): object {
  const { table, selection, codelists, placement, self, data } = resolved;
  const ids = (indexes: readonly number[]): string[] => indexes.flatMap((index) => table.dimensions[index]?.id ?? []);
  const codes = (dimension: Dimension, index: number): string[] =>
    (selection[index] ?? []).flatMap((position) => dimension.codes[position]?.code ?? []);
  return {
    language,
    selection: table.dimensions.map((dimension, index) => {
      const valueCodes = codes(dimension, index);
      // The specification describes `valueCodes` but requires `values`; this answer keeps to both.
      return {
        variableCode: dimension.id,
        codelist: codelists.get(dimension.id) ?? null,
        valueCodes,
        values: valueCodes,
      };
    }),
    placement: { heading: ids(placement.heading), stub: ids(placement.stub) },
    links: [link('self', language, self), link('data', language, data, { outputFormat: 'json-stat2' })],
  };
}
