import * as v from 'valibot';
import { badRequest } from './problem.js';

const names = v.array(v.string());

const bodySchema = v.object({
  selection: v.array(
    v.object({
      variableCode: v.string(),
      codelist: v.exactOptional(v.nullable(v.string())),
      valueCodes: v.optional(names, []),
    }),
  ),
  placement: v.exactOptional(v.object({ heading: v.exactOptional(names), stub: v.exactOptional(names) })),
});

export type SelectionBody = v.InferOutput<typeof bodySchema>;

/**
 * The body of a POST for data; no body at all means the default selection.
 * @throws Problem 400 that names the field which is wrong.
 */
export function readSelectionBody(body: unknown): SelectionBody {
  if (body === undefined || body === null) return { selection: [] };
  return readBody(bodySchema, body);
}

const savedQuerySchema = v.object({
  tableId: v.string(),
  language: v.string(),
  selection: bodySchema,
  outputFormat: v.optional(v.string(), 'json-stat2'),
  outputFormatParams: v.optional(names, []),
});

/** @throws Problem 400 that names the field which is wrong. */
export function readSavedQueryBody(body: unknown): v.InferOutput<typeof savedQuerySchema> {
  return readBody(savedQuerySchema, body);
}

function readBody<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? 'body';
  const fault = issue.received === 'undefined' ? 'is missing' : `should be ${issue.expected}`;
  throw badRequest(`The body is not as the API describes it: ${path} ${fault}`);
}
