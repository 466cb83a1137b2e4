/** How both stores write down what a version says: one JSON text, and another for its retraction. */
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { tableSchema } from '../table.js';
import { StoreError, UnreadableVersionError } from './store-errors.js';
import type { PublishedVersion, Retraction } from './store.js';

/** Raised when a text gets fields that an earlier program would not understand. Texts of before there was a number are 1. */
const format = 1;

const formatSchema = v.looseObject({ format: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1) });

const versionSchema = v.strictObject({
  format: v.optional(v.number()),
  table: tableSchema,
  version: v.number(),
  contentHash: v.string(),
  checks: v.array(v.string()),
  publishedAt: v.string(),
  observationCount: v.number(),
});

const retractionSchema = v.strictObject({ on: v.string(), why: v.string() });

/** A version as a store keeps it; it stands under this name, whatever its text says. */
export interface VersionText {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** Null when it was not taken back. */
  readonly retraction: string | null;
}

/** @throws StoreError when it would not be read as it is: it would then take the table away from everybody. */
export function writeVersion(version: PublishedVersion): string {
  const text = `${JSON.stringify({ format, ...version }, null, 1)}\n`;
  const content: unknown = JSON.parse(text);
  const { success, output } = v.safeParse(versionSchema, content);
  if (success && isDeepStrictEqual(output, content)) return text;
  throw new StoreError(`Version ${version.version} of table ${version.table.id} would not be readable`);
}

/** @throws UnreadableVersionError when a text is not what `writeVersion` and `writeRetraction` of this program made. */
export function readVersion({ id, number, text, retraction }: VersionText): PublishedVersion {
  const broken = new UnreadableVersionError(id, number, 'broken');
  const content = parse(text, broken);
  if (v.is(formatSchema, content) && v.parse(formatSchema, content).format > format)
    throw new UnreadableVersionError(id, number, 'newer');
  const { success, output } = v.safeParse(versionSchema, content);
  if (!success || output.table.id !== id || output.version !== number) throw broken;
  const { format: _format, ...published } = output;
  if (retraction === null) return published;
  const retracted = v.safeParse(retractionSchema, parse(retraction, broken));
  if (!retracted.success) throw broken;
  return { ...published, retracted: retracted.output };
}

export function writeRetraction(retraction: Retraction): string {
  return `${JSON.stringify(retraction)}\n`;
}

function parse(text: string, broken: Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken;
  }
}
