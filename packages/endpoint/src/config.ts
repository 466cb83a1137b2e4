import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { parse } from 'yaml';
import { accessSchema } from './access/access-config.js';
import { catalogueSchema } from './catalogue/settings.js';
import type { EndpointOptions } from './serve/create-endpoint.js';

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

/** `peilglas.yaml`: how an endpoint is run. Every field may be left out. */
const configSchema = v.strictObject({
  host: v.exactOptional(v.string()),
  port: v.exactOptional(port),
  store: v.exactOptional(v.string()),
  origins: v.exactOptional(
    v.array(
      v.pipe(v.string(), v.regex(/^(\*|https?:\/\/[^/\s]+)$/, 'Expected * or an origin as https://www.example.org')),
    ),
  ),
  /** Address by which askers know this endpoint, without `/api/v2`. */
  publicUrl: v.exactOptional(v.pipe(v.string(), v.url('Expected an address as https://www.example.org'))),
  catalogue: v.exactOptional(catalogueSchema),
  licence: v.exactOptional(v.string()),
  contact: v.exactOptional(v.strictObject({ name: v.string(), mail: v.pipe(v.string(), v.email()) })),
  maxDataCells: v.exactOptional(positive),
  callLimit: v.exactOptional(v.strictObject({ calls: positive, seconds: positive })),
  trustProxy: v.exactOptional(v.boolean()),
  access: v.exactOptional(accessSchema),
});

export type Config = v.InferOutput<typeof configSchema>;

/** What keeps a command from running; `message` says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError that names each field which is wrong. */
export async function readConfig(file: string): Promise<Config> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file}: cannot be read; check the name`);
  });
  const parsed = v.safeParse(configSchema, readYaml(file, text) ?? {});
  if (parsed.success) return parsed.output;
  const rows = parsed.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  throw new UsageError(rows.join('\n'));
}

function readYaml(file: string, text: string): unknown {
  try {
    return parse(text, { prettyErrors: true });
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'is not YAML'}`);
  }
}

/** The part of the configuration that the application itself takes. */
export function endpointOptions({
  origins,
  publicUrl,
  catalogue,
  licence,
  contact,
  maxDataCells,
  callLimit,
  trustProxy,
  access,
}: Config): Omit<EndpointOptions, 'store'> {
  return {
    ...(origins ? { origins } : {}),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(catalogue ? { catalogue } : {}),
    ...(licence === undefined ? {} : { licence }),
    ...(contact ? { contact } : {}),
    ...(maxDataCells === undefined ? {} : { maxDataCells }),
    ...(callLimit ? { callLimit } : {}),
    ...(trustProxy === undefined ? {} : { trustProxy }),
    ...(access ? { access } : {}),
  };
}
