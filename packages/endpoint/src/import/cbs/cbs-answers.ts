/** Forms of the answers of CBS OData 4. Fields that are not used here are left out; texts may be null anywhere. */
import * as v from 'valibot';

const text = v.nullish(v.string(), '');
const identifier = v.pipe(v.string(), v.nonEmpty());
const index = v.nullish(v.number(), 0);

export const propertiesSchema = v.object({
  Identifier: identifier,
  Title: v.pipe(v.string(), v.nonEmpty()),
  Description: text,
  Summary: text,
  Language: text,
  Status: text,
  Modified: text,
  License: text,
  ContactPoint: text,
  TemporalCoverage: text,
});
export type Properties = v.InferOutput<typeof propertiesSchema>;

export const dimensionSchema = v.object({ Identifier: identifier, Title: text, Description: text, Kind: text });
export type CbsDimension = v.InferOutput<typeof dimensionSchema>;

export const codeSchema = v.object({
  Identifier: identifier,
  Title: text,
  DimensionGroupId: v.nullish(v.string()),
  Status: text,
  Index: index,
});
export type CbsCode = v.InferOutput<typeof codeSchema>;

export const groupSchema = v.object({ Id: v.string(), ParentId: v.nullish(v.string()), Title: text });
export type CbsGroup = v.InferOutput<typeof groupSchema>;

export const measureSchema = v.object({
  Identifier: identifier,
  Title: text,
  Description: text,
  Unit: text,
  Decimals: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15))),
  DataType: text,
  MeasureGroupId: v.nullish(v.string()),
  Index: index,
});
export type Measure = v.InferOutput<typeof measureSchema>;

/** With a code per dimension besides, under the dimension's own name. */
export const observationSchema = v.looseObject({
  Measure: v.string(),
  Value: v.nullish(v.number()),
  ValueAttribute: text,
});

/** One page of a list. */
export function pageSchema<Item extends v.GenericSchema>(item: Item) {
  return v.object({
    value: v.array(item),
    '@odata.count': v.optional(v.number()),
    '@odata.nextLink': v.optional(v.string()),
  });
}
