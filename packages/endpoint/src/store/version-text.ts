/** How both stores write down what a version says: one JSON text, and another for its retraction. */
import * as v from 'valibot';
import { tableSchema } from '../table.js';
import type { PublishedVersion, Retraction } from './store.js';

const versionSchema = v.strictObject({
  table: tableSchema,
  version: v.number(),
  contentHash: v.string(),
  checks: v.array(v.string()),
  publishedAt: v.string(),
  observationCount: v.number(),
});

const retractionSchema = v.strictObject({ on: v.string(), why: v.string() });

export function writeVersion(version: PublishedVersion): string {
  return `${JSON.stringify(version, null, 1)}\n`;
}

/** @throws ValiError when a text is not what `writeVersion` and `writeRetraction` made. */
export function readVersion(version: string, retraction: string | null): PublishedVersion {
  const published = v.parse(versionSchema, JSON.parse(version));
  return retraction === null ? published : { ...published, retracted: readRetraction(retraction) };
}

export function writeRetraction(retraction: Retraction): string {
  return `${JSON.stringify(retraction)}\n`;
}

function readRetraction(text: string): Retraction {
  return v.parse(retractionSchema, JSON.parse(text));
}
