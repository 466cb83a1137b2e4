/** What a person filled in or added after an earlier import, for when the table is imported again. */
import { readFile } from 'node:fs/promises';
import { isScalar, parse } from 'yaml';

/** A manifest or a part of it, as it is written; whether it is right is for `check` to say. */
export type Fields = Readonly<Record<string, unknown>>;

/** The manifest in this file; nothing when there is none, or it cannot be read. */
export async function earlierManifest(file: string): Promise<Fields> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const read: unknown = parse(text, { maxAliasCount: 100 });
    return isFields(read) ? read : {};
  } catch {
    return {};
  }
}

/**
 * What the source says, with an earlier answer where it leaves a question open and whatever was added besides.
 * Dimensions, codes and indicators are each taken with the earlier one of the same name.
 */
export function withEarlier(fields: Fields, earlier: Fields): Fields {
  const kept = Object.entries(fields).map(([name, value]) => [name, keep(name, value, earlier[name])] as const);
  const added = Object.entries(earlier).filter(([name, value]) => !Object.hasOwn(fields, name) && isAnswer(value));
  return Object.fromEntries([...kept, ...added]);
}

const keys: Readonly<Record<string, string>> = { dimensions: 'id', codes: 'code', indicators: 'code' };

function keep(name: string, value: unknown, earlier: unknown): unknown {
  // New figures have not been checked by anyone.
  if (name === 'validation') return value;
  const key = keys[name];
  if (key !== undefined && Array.isArray(value) && Array.isArray(earlier)) {
    const known = new Map(earlier.filter(isFields).map((each) => [each[key], each]));
    return value.map((each: unknown) => (isFields(each) ? withEarlier(each, known.get(each[key]) ?? {}) : each));
  }
  return isOpen(value) && isAnswer(earlier) ? earlier : value;
}

/** A question, or a guess of ours. */
function isOpen(value: unknown): boolean {
  return isScalar(value) || (isFields(value) && Object.values(value).some(isOpen));
}

function isAnswer(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return !isFields(value) || Object.values(value).every(isAnswer);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
