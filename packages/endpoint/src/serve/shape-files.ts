import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));

/** Boundaries for maps: where each file lies, by which name it is asked for, and who made it. */
export const shapesSchema = v.array(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'Expected lower case letters, digits and hyphens')),
    file: filled,
    /** Who made the boundaries and under which licence; maps show it. */
    source: filled,
  }),
);

export type ShapeSettings = readonly v.InferOutput<typeof shapesSchema>[number][];

export interface ShapeFile {
  /** The document with its source in it; the same bytes for everyone who waits for them. */
  readonly body: Buffer;
  readonly type: 'application/geo+json' | 'application/json';
  readonly hash: string;
}

/**
 * The files that are named, by id; an address can ask for no other. They are read once: a new file is served after a
 * restart.
 * @throws Error that names the file, when it cannot be read or is no GeoJSON or TopoJSON, or an id that is there twice
 */
export function readShapeFiles(settings: ShapeSettings): ReadonlyMap<string, ShapeFile> {
  const files = new Map<string, ShapeFile>();
  for (const { id, file, source } of settings) {
    if (files.has(id)) throw new Error(`shapes: the id ${id} is there twice\n  → Give each file an id of its own`);
    const document = readDocument(file);
    const body = Buffer.from(JSON.stringify({ ...document, source }));
    const hash = createHash('sha256').update(body).digest('base64url');
    files.set(id, { body, type: document.type === 'Topology' ? 'application/json' : 'application/geo+json', hash });
  }
  return files;
}

const documentSchema = v.looseObject({ type: v.picklist(['FeatureCollection', 'Topology']) });

function readDocument(file: string): v.InferOutput<typeof documentSchema> {
  try {
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return v.parse(documentSchema, document);
  } catch (cause) {
    const remedy = 'Name a file with GeoJSON (a FeatureCollection) or TopoJSON that this process may read';
    throw new Error(`shapes: ${file} cannot be used\n  → ${remedy}`, { cause });
  }
}
