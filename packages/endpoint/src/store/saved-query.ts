import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { tableIdSchema } from '../table.js';
import type { SavedQuery } from './store.js';

const texts = v.array(v.string());

const savedQuerySchema = v.strictObject({
  tableId: tableIdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  language: v.string(),
  outputFormat: v.string(),
  outputFormatParams: texts,
  selection: v.array(
    v.strictObject({ variableCode: v.string(), codelist: v.exactOptional(v.string()), valueCodes: texts }),
  ),
  placement: v.exactOptional(v.strictObject({ heading: v.exactOptional(texts), stub: v.exactOptional(texts) })),
});

const idPattern = /^[A-Za-z0-9_-]{43}$/;

/** Whether the text can be the id of a saved query; keeps separators out of paths. */
export function isQueryId(id: string): boolean {
  return idPattern.test(id);
}

/** A query as one text: the same for the same question, whatever the order of its fields. */
export function writeQuery(query: SavedQuery): string {
  const selection = query.selection.map(({ variableCode, codelist, valueCodes }) => ({
    variableCode,
    ...(codelist ? { codelist } : {}),
    valueCodes,
  }));
  return JSON.stringify(v.parse(savedQuerySchema, { ...query, selection }));
}

/** The id of a query is the SHA-256 of its text, so the same question has one address. */
export function queryId(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** @throws ValiError when the stored text is not a query. */
export function readQuery(text: string): SavedQuery {
  return v.parse(savedQuerySchema, JSON.parse(text));
}
