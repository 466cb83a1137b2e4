import * as v from 'valibot';
import { categorySchema, codelistSchema, dimensionEntries, tableEntries, type Codelist } from '../table.js';

const columnName = v.pipe(v.string('Expected the name of a column'), v.nonEmpty('Is empty'));
const columns = { value: columnName, status: v.exactOptional(columnName) };

/** Data in a file beside the manifest. */
export const fileSchema = v.strictObject({
  file: v.pipe(v.string(), v.regex(/\.(csv|parquet)$/i, 'Expected a .csv or .parquet file; save a spreadsheet as CSV')),
  /** What stands before the decimals. Never guessed: `1.234` is another number to whoever writes a comma. */
  decimal: v.exactOptional(v.picklist(['.', ','], "Expected '.' or ','")),
  ...columns,
});

/** Data that a PostgreSQL server is asked for. */
export const querySchema = v.strictObject({
  /** One SELECT for PostgreSQL; each row is an observation. */
  query: v.pipe(v.string('Expected SQL'), v.trim(), v.nonEmpty('Is empty')),
  /** The environment variable with the connection string, which itself never stands in a manifest. */
  connection: v.pipe(
    v.string('Expected the name of an environment variable'),
    v.regex(/^[A-Z][A-Z0-9_]*$/, 'Expected the name of an environment variable, as STATISTICS_DATABASE'),
  ),
  ...columns,
});

const codelistSourceSchema = v.union(
  [v.pipe(v.string(), v.regex(/\.ya?ml$/i, 'Expected a .yaml file')), codelistSchema],
  'Expected the name of a .yaml file, or { id: …, label: …, type: …, values: … }',
);

/** The manifest as its author writes it: the table's own fields, and where the data is. */
export const manifestSchema = v.strictObject({
  ...tableEntries,
  // Not a union: which of the two is meant is plain, and then faults can be told field by field.
  data: v.lazy((data) => (typeof data === 'object' && data !== null && 'query' in data ? querySchema : fileSchema)),
  dimensions: v.pipe(
    v.array(
      v.strictObject({
        ...dimensionEntries,
        column: columnName,
        codes: v.exactOptional(v.array(categorySchema)),
        /** Codelists, or names of files with one, beside the manifest. */
        codelists: v.exactOptional(v.array(codelistSourceSchema)),
      }),
    ),
    v.minLength(2, 'Needs at least a time and a metric dimension'),
  ),
});

export type WrittenManifest = v.InferOutput<typeof manifestSchema>;
export type QuerySource = v.InferOutput<typeof querySchema>;

/** Whether figures of the data have a comma before their decimals. */
export function hasDecimalComma({ data }: Pick<WrittenManifest, 'data'>): boolean {
  return 'decimal' in data && data.decimal === ',';
}

/** A dimension of the manifest, with the codelists of other files read. */
export interface ManifestDimension extends Omit<WrittenManifest['dimensions'][number], 'codelists'> {
  readonly codelists?: Codelist[];
}

export interface Manifest extends Omit<WrittenManifest, 'dimensions'> {
  readonly dimensions: readonly ManifestDimension[];
}

/** The codes a dimension may have, as far as the manifest says: those of time come from the data. */
export function listedCodes(manifest: Manifest, dimension: ManifestDimension): readonly string[] {
  if (dimension.role === 'metric') return manifest.indicators.map((indicator) => indicator.code);
  return (dimension.codes ?? []).map((category) => category.code);
}

/** The part of the largest contributor, for indicators with a rule against dominance. */
export function dominanceColumn(indicator: Manifest['indicators'][number]): string | undefined {
  return indicator.disclosure?.suppression?.dominance?.column;
}
