import { MalformedDatasetError } from '@peilglas/model';
import * as v from 'valibot';

export type Keyed = Readonly<Record<string, unknown>>;

export function isKeyed(input: unknown): input is Keyed {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** An object as it came; its keys are the publisher's, so read them with `own`. */
export const keyed = v.custom<Keyed>(isKeyed, 'an object');

/** The object's own value of a key, never an inherited one: a code may be called "constructor". */
export function own(object: Keyed, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** JSON path of a member: `$.dimension.Tid`, `$.value[3]`, `$["2021 Census"]`. */
export function at(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return /^[\w-]+$/.test(String(key)) ? `${path}.${String(key)}` : `${path}[${JSON.stringify(key)}]`;
}

/**
 * The input as the schema says it is.
 * @throws MalformedDatasetError with the path of the first part that is not; a schema's message says what was expected
 */
export function check<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  path: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new MalformedDatasetError(
    (issue.path ?? []).reduce((to, item) => at(to, item.key), path),
    issue.message,
  );
}

/** Decorations never refuse a table: a text that is none is no text. */
export const text = v.fallback(v.nullable(v.string()), null);

/** Notes are a list of texts in version 2 and one text in version 1. */
export function textsOf(input: unknown): readonly string[] {
  return (Array.isArray(input) ? input : [input]).filter((each: unknown) => typeof each === 'string');
}
