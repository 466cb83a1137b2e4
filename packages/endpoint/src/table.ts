/**
 * A table as it is published and served: what the manifest says, with the codes of every dimension filled in.
 * The manifest (`publish/manifest.ts`) is built from the same fields, so the two cannot drift apart.
 */
import * as v from 'valibot';

/**
 * Embeddings, overrides and isolates (Unicode Standard Annex 9) make a text read as another one. Marks of direction,
 * which turn nothing, may stay.
 */
const turning = /[\u202A-\u202E\u2066-\u2069]/;

const filled = v.pipe(
  v.string('Expected text; put it between quotes'),
  v.trim(),
  v.nonEmpty('Is empty'),
  v.regex(/^[^\u202A-\u202E\u2066-\u2069]*$/, ({ input }) => {
    const code = turning.exec(input)?.[0].codePointAt(0)?.toString(16).toUpperCase() ?? '';
    return `Has a character that turns the direction of text (U+${code}); remove it`;
  }),
);

/** A text for people: Dutch always, English where given. */
export const textSchema = v.strictObject(
  { nl: filled, en: v.exactOptional(filled) },
  'Expected a text in each language: { nl: …, en: … }',
);
export type Text = v.InferOutput<typeof textSchema>;

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Falls back on Dutch, the language every text has. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.nl;
}

const isoDate = v.pipe(
  filled,
  v.isoDate('Expected a date as 2025-01-31'),
  v.check((text) => !isNoDay(text), 'There is no such day in this month'),
);

/** Whether a text has the form of a date but is no day, as 2025-02-30. */
function isNoDay(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:29|3[01])$/.test(text) && new Date(text).getUTCDate() !== Number(text.slice(8));
}

/** Letters of value expressions (`,`, `*`, `?`, brackets) and leading punctuation cannot be part of a code. */
const codeSchema = v.pipe(
  filled,
  v.regex(
    /^[\p{L}\p{N}][^\s,*?()[\]\\]*$/u,
    'Expected a code: a letter or digit, then no spaces, commas, brackets, * or ?',
  ),
  v.maxLength(100),
);

/** Whether a text can be asked for as a code, as it stands. */
export function isCode(text: string): boolean {
  return text === text.trim() && v.is(codeSchema, text);
}

export const tableIdSchema = v.pipe(filled, v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'Expected a-z, 0-9 and hyphens'));

const dimensionId = v.pipe(filled, v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'Expected letters, digits, _ and -'));

export const categorySchema = v.strictObject({
  code: codeSchema,
  label: textSchema,
  parent: v.exactOptional(codeSchema),
  /** Its children in this table are all of its parts, so additive figures add up to it. */
  complete: v.exactOptional(v.boolean()),
  /** First and last day that a region exists; outside them it has no figures. */
  from: v.exactOptional(isoDate),
  until: v.exactOptional(isoDate),
  /** Remark for readers wherever the code is shown, such as which region it became a part of. */
  note: v.exactOptional(textSchema),
});
export type Category = v.InferOutput<typeof categorySchema>;

/** A grouping of a dimension's codes: an aggregation adds its members, a value set only picks them. */
export const codelistSchema = v.strictObject({
  id: v.pipe(filled, v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/, 'Expected letters, digits, _ and -')),
  label: textSchema,
  type: v.picklist(['Aggregation', 'Valueset']),
  values: v.pipe(
    v.array(
      v.strictObject({
        code: codeSchema,
        label: textSchema,
        members: v.pipe(v.array(codeSchema), v.minLength(1, 'Needs at least one member')),
      }),
    ),
    v.minLength(1, 'Needs at least one value'),
  ),
});
export type Codelist = v.InferOutput<typeof codelistSchema>;

export const dimensionEntries = {
  id: dimensionId,
  role: v.exactOptional(v.picklist(['geo', 'time', 'metric'])),
  label: textSchema,
  note: v.exactOptional(textSchema),
  total: v.exactOptional(codeSchema),
};

const dimensionSchema = v.strictObject({
  ...dimensionEntries,
  codes: v.array(categorySchema),
  codelists: v.exactOptional(v.array(codelistSchema)),
});
export type Dimension = v.InferOutput<typeof dimensionSchema>;

/** JSON, in which a version is kept, has no infinity. */
const number = v.pipe(v.number(), v.finite('Expected a number with an end'));
const wholeFrom = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const positive = v.pipe(number, v.gtValue(0));

/** How small counts are kept from view; one of the three. Applied at publication, before anything is written. */
const disclosureSchema = v.pipe(
  v.strictObject({
    /** Every count is rounded by itself to a multiple of `base`; one below `threshold` becomes confidential. */
    rounding: v.exactOptional(v.strictObject({ base: wholeFrom(2), threshold: v.exactOptional(wholeFrom(0)) })),
    /**
     * Counts of 1 to `minimum` − 1 become confidential, with as many other cells as it takes that nobody can compute them
     * to within `protection` (default: `minimum`). With `dominance`, also cells of which `column` of the data, the part of
     * the largest contributor, is more than `percent`.
     */
    suppression: v.exactOptional(
      v.strictObject({
        minimum: wholeFrom(2),
        protection: v.exactOptional(positive),
        dominance: v.exactOptional(v.strictObject({ column: filled, percent: v.pipe(positive, v.maxValue(100)) })),
      }),
    ),
    /** A mean or rate that is computed elsewhere: confidential where indicator `of` counts fewer than `atLeast`. */
    minimum: v.exactOptional(v.strictObject({ of: codeSchema, atLeast: wholeFrom(2) })),
  }),
  v.check((rules) => Object.keys(rules).length === 1, 'Give one rule: rounding, suppression or minimum'),
);
export type Disclosure = v.InferOutput<typeof disclosureSchema>;

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
  /** Indicators of this table with the lower and upper end of the margin of uncertainty. */
  bounds: v.exactOptional(v.strictObject({ lower: codeSchema, upper: codeSchema })),
  /** Indicator of this table that weighs an average over regions; the denominator where the figure is `derived`. */
  weight: v.exactOptional(codeSchema),
  /** Figures of parts may be added to the figure of the whole: a count or an amount, never a rate or an average. */
  additive: v.exactOptional(v.boolean()),
  /** factor × numerator ÷ denominator, both indicators of this table; computed again from their protected figures. */
  derived: v.exactOptional(v.strictObject({ numerator: codeSchema, denominator: codeSchema, factor: positive })),
  /** Figures that can exist, ends included. */
  range: v.exactOptional(v.strictObject({ min: v.exactOptional(number), max: v.exactOptional(number) })),
  disclosure: v.exactOptional(disclosureSchema),
});
export type Indicator = v.InferOutput<typeof indicatorSchema>;

/** Who may see a table: everyone, or who has the right to `theme`; bound to a municipality, only the caller's own rows of it. */
const audienceSchema = v.union(
  [
    v.literal('public'),
    v.strictObject({
      theme: codeSchema,
      municipalityBound: v.boolean(),
      /** Shown in lists to everyone: who may not open it is told whom to ask instead of that it does not exist. */
      listed: v.exactOptional(v.boolean()),
    }),
  ],
  'Expected public, or { theme: …, municipalityBound: true or false, listed: true or false }',
);

const approval = { by: filled, on: isoDate };

/** What the bureau knows about its own figures and wants to be held to. */
const expectationsSchema = v.strictObject({
  /** Most that a total may differ from the sum of its parts; default 0. */
  totals: v.exactOptional(v.strictObject({ tolerance: v.pipe(number, v.minValue(0)) })),
  /** Shares that make a whole: of these indicators, or of one indicator over the parts of a dimension. */
  shares: v.exactOptional(
    v.array(
      v.strictObject({
        indicators: v.pipe(v.array(codeSchema), v.minLength(1)),
        over: v.exactOptional(dimensionId),
        sum: v.exactOptional(number),
        tolerance: v.exactOptional(v.pipe(number, v.minValue(0))),
      }),
    ),
  ),
  /** Changes that are worth a second look, in percent, against the previous period and the previous version. */
  jumps: v.exactOptional(
    v.array(
      v.strictObject({
        indicators: v.exactOptional(v.array(codeSchema)),
        period: v.exactOptional(positive),
        version: v.exactOptional(positive),
        /** Figures below this are too small to compare. */
        from: v.exactOptional(number),
      }),
    ),
  ),
});

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
  audience: audienceSchema,
  personal: v.picklist(['none', 'aggregated', 'special-category']),
  officialStatistics: v.boolean(),
  updated: isoDate,
  nextUpdate: v.exactOptional(isoDate),
  discontinued: v.exactOptional(v.boolean()),
  /** Who checked the figures, and when; a second person where they are about special categories of personal data. */
  validation: v.strictObject({ ...approval, second: v.exactOptional(v.strictObject(approval)) }),
  expectations: v.exactOptional(expectationsSchema),
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
