import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as v from 'valibot';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));

/** Releases of the elements that pages may load from the endpoint: each a folder that never changes. */
export const releasesSchema = v.array(
  v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/, 'Expected lower case letters, digits, dots and hyphens')),
    folder: filled,
  }),
);

export type ReleaseSettings = readonly v.InferOutput<typeof releasesSchema>[number][];

export interface ReleaseFile {
  readonly body: Buffer | string;
  /** Media type with its encoding. */
  readonly type: string;
  readonly hash: string;
  /** Whether it is the page for frames, which people see; all else is a part of pages. */
  readonly isPage: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * The files of each release by `<name>/<path>`: those that its `integrity.json` names with their sums, and the page for
 * frames. An address can ask for no other. They are read once.
 * @throws Error that names the file that is missing or is another than the sums say, or a name that is there twice
 */
export function readReleases(settings: ReleaseSettings): ReadonlyMap<string, ReleaseFile> {
  const files = new Map<string, ReleaseFile>();
  for (const { name, folder } of settings) {
    if (files.has(`${name}/${page}`))
      throw new Error(`releases: the name ${name} is there twice\n  → Give each folder a name of its own`);
    for (const [path, file] of filesOf(folder)) files.set(`${name}/${path}`, file);
  }
  return files;
}

const page = 'embed.html';
const sumsFile = 'integrity.json';
const sumsSchema = v.pipe(
  v.record(v.string(), v.string()),
  v.check((sums) => 'embed.js' in sums),
);

function* filesOf(folder: string): Generator<readonly [string, ReleaseFile]> {
  const written = read(folder, sumsFile);
  const sums = v.safeParse(sumsSchema, parseJson(written.toString()));
  if (!sums.success) throw unusable(join(folder, sumsFile));
  for (const [path, sum] of Object.entries(sums.output)) {
    const type = types[extname(path)];
    const body = read(folder, path);
    const found = createHash('sha384').update(body).digest('base64');
    if (type === undefined || path.includes('..') || sum !== `sha384-${found}`) throw unusable(join(folder, path));
    yield [path, { body, type, hash: found, isPage: false }];
  }
  yield [sumsFile, { body: written, type: 'application/json; charset=utf-8', hash: hashOf(written), isPage: false }];
  const body = withEndpoint(read(folder, page).toString());
  if (body === null) throw unusable(join(folder, page));
  yield [page, { body, type: 'text/html; charset=utf-8', hash: hashOf(body), isPage: true }];
}

/** The page asks this endpoint, and an address in its query can name no other. Relative, so that a proxy may add a path. */
function withEndpoint(html: string): string | null {
  const empty = '<data-context></data-context>';
  if (!html.includes(empty)) return null;
  return html.replace(empty, '<data-context endpoint="../../api/v2"></data-context>');
}

function hashOf(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('base64');
}

function read(folder: string, path: string): Buffer {
  try {
    return readFileSync(join(folder, path));
  } catch (cause) {
    throw unusable(join(folder, path), cause);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unusable(file: string, cause?: unknown): Error {
  const remedy = 'Copy the whole folder of the release again, and leave its files as they are';
  return new Error(`releases: ${file} is missing, or is another than integrity.json says\n  → ${remedy}`, { cause });
}
