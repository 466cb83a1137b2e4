import * as v from 'valibot';
import { configSchema, placeSchema } from './config-schema.js';

const { host, port, origins, publicUrl, logLevel, trustProxy, cacheMegabytes } = configSchema.entries;

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));
const numeral = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'Expected a whole number'), v.transform(Number));
const parts = (text: string): string[] => text.split(',').map((part) => part.trim());
const list = v.pipe(v.string(), v.transform(parts));
const flagOrList = v.pipe(
  v.string(),
  v.transform((text) => (text === 'true' || text === 'false' ? text === 'true' : parts(text))),
);

/** Variables that go before the same field of `peilglas.yaml`; `docs/deploy.md` lists them for people. */
const environmentSchema = v.object({
  PEILGLAS_HOST: host,
  PEILGLAS_PORT: v.exactOptional(v.pipe(numeral, port.wrapped)),
  PEILGLAS_PUBLIC_URL: publicUrl,
  PEILGLAS_ORIGINS: v.exactOptional(v.pipe(list, origins.wrapped)),
  PEILGLAS_TRUST_PROXY: v.exactOptional(v.pipe(flagOrList, trustProxy.wrapped)),
  PEILGLAS_LOG_LEVEL: logLevel,
  PEILGLAS_CACHE_MEGABYTES: v.exactOptional(v.pipe(numeral, cacheMegabytes.wrapped)),
  // Unlike the file, the environment may hold a password.
  PEILGLAS_STORE: v.exactOptional(placeSchema),
  PEILGLAS_STORE_FILE: v.exactOptional(filled),
  PEILGLAS_CONFIG: v.exactOptional(filled),
});
type Variables = v.InferOutput<typeof environmentSchema>;

/** The variables for this program; an empty one is as good as none. Or what is wrong with them, a row each. */
export function readEnvironment(environment: NodeJS.ProcessEnv): Variables | { readonly faults: readonly string[] } {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const parsed = v.safeParse(environmentSchema, Object.fromEntries(given));
  if (parsed.success) return parsed.output;
  // The value is not repeated: it may be a secret in the wrong place.
  return {
    faults: parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message.replace(/ but received .*$/, '')}`),
  };
}
