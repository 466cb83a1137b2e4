import { MalformedDatasetError } from '@peilglas/model';

/*
 * Readers for JSON of which nothing is known yet. `need…` is for structure and throws with the path; the others are
 * for decorations, which never refuse a table: what has another type is not there. Written by hand because a schema
 * library would take a quarter of this package's bytes.
 */

export type Keyed = Readonly<Record<string, unknown>>;

export function isKeyed(input: unknown): input is Keyed {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

export function isText(input: unknown): input is string {
  return typeof input === 'string';
}

/** The object's own value of a key, never an inherited one: a code may be called "constructor". */
export function own(object: unknown, key: string): unknown {
  return isKeyed(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

export function textOf(object: unknown, key: string): string | null {
  const value = own(object, key);
  return isText(value) ? value : null;
}

export function listOf(object: unknown, key: string): readonly unknown[] {
  const value = own(object, key);
  return Array.isArray(value) ? value : [];
}

export function entriesOf(object: unknown, key: string): readonly (readonly [string, unknown])[] {
  const value = own(object, key);
  return isKeyed(value) ? Object.entries(value) : [];
}

/** Notes are a list of texts in version 2 and one text in version 1. */
export function texts(input: unknown): readonly string[] {
  return (Array.isArray(input) ? input : [input]).filter(isText);
}

/** JSON path of a member: `$.dimension.Tid`, `$.value[3]`, `$["2021 Census"]`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

/** @throws MalformedDatasetError when it is no object */
export function needKeyed(input: unknown, path: string): Keyed {
  if (isKeyed(input)) return input;
  throw new MalformedDatasetError(path, 'an object');
}

/** The list itself. @throws MalformedDatasetError when it is none, or at the first member that is of another type */
export function needList<T>(
  input: unknown,
  is: (each: unknown) => each is T,
  path: string,
  expected: string,
): readonly T[] {
  if (!Array.isArray(input)) throw new MalformedDatasetError(path, 'a list');
  const wrong = input.findIndex((each) => !is(each));
  if (wrong < 0) return input as readonly T[];
  throw new MalformedDatasetError(at(path, wrong), expected);
}
