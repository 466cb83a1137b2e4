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
  const parsed = v.safeParse(bodySchema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? 'body';
  throw badRequest(`The selection is not as the API describes it: ${path} should be ${issue.expected}`);
}
