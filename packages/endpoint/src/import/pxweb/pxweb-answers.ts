/** Forms of the answers of PxWebApi 2: its settings, and JSON-stat 2.0 with the extensions of official statistics. */
import * as v from 'valibot';

const text = v.nullish(v.string(), '');
const texts = v.fallback(v.record(v.string(), v.string()), {});
const notes = v.fallback(v.array(v.string()), []);

export const configSchema = v.object({
  languages: v.pipe(v.array(v.object({ id: v.string() })), v.minLength(1)),
  defaultLanguage: text,
  maxDataCells: v.pipe(v.number(), v.integer(), v.minValue(1)),
  license: text,
});

const categorySchema = v.object({
  /** Left out for a single category. */
  index: v.optional(v.union([v.array(v.string()), v.record(v.string(), v.number())])),
  label: texts,
  note: v.fallback(v.record(v.string(), v.array(v.string())), {}),
  child: v.fallback(v.record(v.string(), v.array(v.string())), {}),
  unit: v.fallback(v.record(v.string(), v.object({ base: text, decimals: v.nullish(v.number()) })), {}),
});

const dimensionSchema = v.object({
  label: text,
  note: notes,
  category: categorySchema,
  extension: v.fallback(
    v.object({
      elimination: v.nullish(v.boolean()),
      eliminationValueCode: v.nullish(v.string()),
      refperiod: texts,
      measuringType: texts,
    }),
    { refperiod: {}, measuringType: {} },
  ),
});
export type PxDimension = v.InferOutput<typeof dimensionSchema>;

const roleSchema = v.fallback(
  v.object({
    time: v.optional(v.array(v.string())),
    geo: v.optional(v.array(v.string())),
    metric: v.optional(v.array(v.string())),
  }),
  {},
);

const pxSchema = v.fallback(
  v.object({
    description: text,
    contents: text,
    decimals: v.nullish(v.number()),
    'official-statistics': v.nullish(v.boolean()),
    'subject-code': text,
    'subject-area': text,
    nextUpdate: text,
  }),
  { description: '', contents: '', 'subject-code': '', 'subject-area': '', nextUpdate: '' },
);

/** What our own endpoint has no standard place for. */
const peilglasSchema = v.fallback(
  v.object({
    licence: text,
    definition: v.fallback(
      v.record(
        v.string(),
        v.object({
          long: text,
          method: text,
          goodDirection: v.fallback(v.optional(v.picklist(['up', 'down', 'none'])), undefined),
          bounds: v.fallback(v.optional(v.object({ lower: v.string(), upper: v.string() })), undefined),
          weight: v.fallback(v.optional(v.string()), undefined),
        }),
      ),
      {},
    ),
    breaks: v.fallback(
      v.array(v.object({ period: v.string(), note: v.string(), indicators: v.optional(v.array(v.string())) })),
      [],
    ),
  }),
  { licence: '', definition: {}, breaks: [] },
);

const noPx = v.getFallback(pxSchema);
const noPeilglas = v.getFallback(peilglasSchema);

/** A JSON-stat dataset without its figures. */
export const metadataSchema = v.object({
  label: v.string(),
  source: text,
  updated: text,
  note: notes,
  role: v.optional(roleSchema, {}),
  id: v.pipe(v.array(v.string()), v.minLength(1)),
  dimension: v.record(v.string(), dimensionSchema),
  extension: v.optional(
    v.object({
      px: v.optional(pxSchema, noPx),
      peilglas: v.optional(peilglasSchema, noPeilglas),
      noteMandatory: v.fallback(v.record(v.string(), v.boolean()), {}),
      contact: v.fallback(v.array(v.object({ name: text, mail: text, organization: text, raw: text })), []),
      discontinued: v.nullish(v.boolean()),
    }),
    { px: noPx, peilglas: noPeilglas, noteMandatory: {}, contact: [] },
  ),
});
export type Metadata = v.InferOutput<typeof metadataSchema>;

const sparse = <T>(item: v.GenericSchema<unknown, T>) => v.union([v.array(item), v.record(v.string(), item)]);

/** Figures of a JSON-stat dataset, in row-major order or by position. */
export const figuresSchema = v.object({
  id: v.array(v.string()),
  size: v.array(v.number()),
  dimension: v.record(
    v.string(),
    v.object({ category: v.object({ index: categorySchema.entries.index, label: texts }) }),
  ),
  value: sparse(v.nullable(v.number())),
  status: v.optional(v.union([v.string(), sparse(v.nullable(v.string()))])),
});
export type Figures = v.InferOutput<typeof figuresSchema>;

/** Codes of a dimension in their order. */
export function categoryCodes({ index, label }: Pick<PxDimension['category'], 'index' | 'label'>): readonly string[] {
  if (Array.isArray(index)) return index;
  if (!index) return Object.keys(label);
  return Object.entries(index)
    .sort(([, a], [, b]) => a - b)
    .map(([code]) => code);
}

export function dimensionOf({ dimension }: Metadata, id: string): PxDimension | undefined {
  return ofCode(dimension, id);
}

/** Codes of a dimension of a table, as the server writes them; none when it is not described. */
export function codesOf(metadata: Metadata, id: string): readonly string[] {
  const dimension = dimensionOf(metadata, id);
  return dimension ? categoryCodes(dimension.category) : [];
}

/** What a source says of a code; codes are its own words, so "constructor" is one like any other. */
export function ofCode<T>(facts: Readonly<Record<string, T>> | undefined, code: string): T | undefined {
  return facts && Object.hasOwn(facts, code) ? facts[code] : undefined;
}
