/**
 * A table as it is published and served: what the manifest says, with the codes of every dimension filled in.
 * The manifest (`publish/manifest.ts`) is built from the same fields, so the two cannot drift apart.
 */
import * as v from 'valibot';

const filled = v.pipe(v.string('Expected text; put it between quotes'), v.trim(), v.nonEmpty('Is empty'));

/** A text for people: Dutch always, English where given. */
const textSchema = v.strictObject({ nl: filled, en: v.exactOptional(filled) });
export type Text = v.InferOutput<typeof textSchema>;

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Falls back on Dutch, the language every text has. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.nl;
}

const isoDate = v.pipe(filled, v.isoDate('Expected a date as 2025-01-31'));

/** Letters of value expressions (`,`, `*`, `?`, brackets) and leading punctuation cannot be part of a code. */
const codeSchema = v.pipe(
  filled,
  v.regex(
    /^[\p{L}\p{N}][^\s,*?()[\]\\]*$/u,
    'Expected a code: a letter or digit, then no spaces, commas, brackets, * or ?',
  ),
  v.maxLength(100),
);

export const tableIdSchema = v.pipe(filled, v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'Expected a-z, 0-9 and hyphens'));

const dimensionId = v.pipe(filled, v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'Expected letters, digits, _ and -'));

export const categorySchema = v.strictObject({
  code: codeSchema,
  label: textSchema,
  parent: v.exactOptional(codeSchema),
});
export type Category = v.InferOutput<typeof categorySchema>;

export const dimensionEntries = {
  id: dimensionId,
  role: v.exactOptional(v.picklist(['geo', 'time', 'metric'])),
  label: textSchema,
  note: v.exactOptional(textSchema),
  total: v.exactOptional(codeSchema),
};

const dimensionSchema = v.strictObject({ ...dimensionEntries, codes: v.array(categorySchema) });
export type Dimension = v.InferOutput<typeof dimensionSchema>;

const indicatorSchema = v.strictObject({
  code: codeSchema,
  label: textSchema,
  unit: textSchema,
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)),
  definition: textSchema,
  method: v.exactOptional(textSchema),
  refperiod: v.exactOptional(textSchema),
  measuringType: v.picklist(['Stock', 'Flow', 'Average', 'Other']),
  goodDirection: v.picklist(['up', 'down', 'none']),
  bounds: v.exactOptional(v.strictObject({ lower: codeSchema, upper: codeSchema })),
});
export type Indicator = v.InferOutput<typeof indicatorSchema>;

/** Fields that manifest and published table share. */
export const tableEntries = {
  id: tableIdSchema,
  title: textSchema,
  description: textSchema,
  theme: v.strictObject({ code: codeSchema, label: textSchema }),
  source: textSchema,
  licence: filled,
  owner: textSchema,
  retention: filled,
  contact: v.strictObject({ name: filled, mail: v.pipe(filled, v.email('Expected a mail address')) }),
  audience: v.literal('public', 'Only public tables can be published'),
  personal: v.picklist(['none', 'aggregated', 'special-category']),
  officialStatistics: v.boolean(),
  updated: isoDate,
  nextUpdate: v.exactOptional(isoDate),
  validation: v.strictObject({ by: filled, on: isoDate }),
  indicators: v.pipe(v.array(indicatorSchema), v.minLength(1, 'Needs at least one indicator')),
  breaks: v.exactOptional(
    v.array(v.strictObject({ period: codeSchema, indicators: v.exactOptional(v.array(codeSchema)), note: textSchema })),
  ),
  notes: v.exactOptional(v.array(v.strictObject({ ...textSchema.entries, mandatory: v.exactOptional(v.boolean()) }))),
  defaultSelection: v.exactOptional(v.record(dimensionId, v.array(filled))),
};

export const tableSchema = v.strictObject({ ...tableEntries, dimensions: v.array(dimensionSchema) });
export type Table = v.InferOutput<typeof tableSchema>;

export function dimensionWithRole(table: Table, role: 'geo' | 'time' | 'metric'): Dimension | undefined {
  return table.dimensions.find((dimension) => dimension.role === role);
}
