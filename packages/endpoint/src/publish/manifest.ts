import * as v from 'valibot';
import { categorySchema, dimensionEntries, tableEntries } from '../table.js';

const columnName = v.pipe(v.string('Expected the name of a column'), v.nonEmpty('Is empty'));

/** The manifest as its author writes it: the table's own fields, and where the data is. */
export const manifestSchema = v.strictObject({
  ...tableEntries,
  data: v.strictObject({
    file: v.pipe(v.string(), v.regex(/\.(csv|parquet)$/i, 'Expected a .csv or .parquet file')),
    value: columnName,
    status: v.exactOptional(columnName),
  }),
  dimensions: v.pipe(
    v.array(
      v.strictObject({ ...dimensionEntries, column: columnName, codes: v.exactOptional(v.array(categorySchema)) }),
    ),
    v.minLength(2, 'Needs at least a time and a metric dimension'),
  ),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ManifestDimension = Manifest['dimensions'][number];

/** The codes a dimension may have, as far as the manifest says: those of time come from the data. */
export function listedCodes(manifest: Manifest, dimension: ManifestDimension): readonly string[] {
  if (dimension.role === 'metric') return manifest.indicators.map((indicator) => indicator.code);
  return (dimension.codes ?? []).map((category) => category.code);
}
