import * as v from 'valibot';
import { accessSchema } from './access/access-config.js';
import { catalogueSchema } from './catalogue/settings.js';
import { isProxy } from './serve/proxies.js';
import { releasesSchema } from './serve/release-files.js';
import { shapesSchema } from './serve/shape-files.js';
import { signInSchema } from './session/sign-in-settings.js';
import { isElsewhere } from './store/store-place.js';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));
const wholeFrom = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const port = v.pipe(wholeFrom(0), v.maxValue(65_535));
const originPattern = /^(\*|https?:\/\/[^/\s*]+)$/;

/** Browsers write an origin in one way only; in another it would match no page. */
function isAsBrowsersSay(text: string): boolean {
  return text === '*' || !originPattern.test(text) || (URL.canParse(text) && new URL(text).origin === text);
}

const originSchema = v.pipe(
  v.string(),
  v.regex(originPattern, 'Expected * or an origin as https://www.example.org'),
  v.check(
    isAsBrowsersSay,
    'Is not as browsers write it: in lower case, without the port that goes without saying, as https://www.example.org',
  ),
);

/** Links are made by putting a path behind it. */
function isBaseOfLinks(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { protocol, search, hash, pathname } = new URL(text);
  return /^https?:$/.test(protocol) && search === '' && hash === '' && !/\/api\/v2\/*$/.test(pathname);
}

const proxySchema = v.pipe(filled, v.check(isProxy, 'Expected an address as 10.0.0.7 or 10.0.0.0/8'));

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** A connection string with a password in it would lie in backups and version control. */
function holdsPassword(text: string): boolean {
  return /^postgres(ql)?:/i.test(text) && (/:\/\/[^/@]*:[^/@]+@/.test(text) || /[?&]password=/i.test(text));
}

/** Where tables are kept. */
export const placeSchema = v.pipe(
  filled,
  v.check((text) => !isElsewhere(text), 'Expected a folder, or postgres://…'),
);

const storeSchema = v.pipe(
  placeSchema,
  v.check(
    (text) => !holdsPassword(text),
    'Holds a password; give the connection string by PEILGLAS_STORE or in a file named by storeFile',
  ),
);

/** `peilglas.yaml`: how an endpoint is run. Every field may be left out. */
export const configSchema = v.strictObject({
  host: v.exactOptional(filled),
  port: v.exactOptional(port),
  store: v.exactOptional(storeSchema),
  /** File whose first line is the place of the store, for a connection string that must stay secret. */
  storeFile: v.exactOptional(filled),
  origins: v.exactOptional(v.array(originSchema)),
  /** Address by which askers know this endpoint, without `/api/v2`. */
  publicUrl: v.exactOptional(
    v.pipe(
      v.string(),
      v.url('Expected an address as https://www.example.org'),
      v.check(isBaseOfLinks, 'Expected an address as https://www.example.org, with http(s) and without /api/v2'),
    ),
  ),
  catalogue: v.exactOptional(catalogueSchema),
  licence: v.exactOptional(filled),
  contact: v.exactOptional(
    v.strictObject({ name: filled, mail: v.pipe(v.string(), v.email('Expected a mail address')) }),
  ),
  /** Files with boundaries, for maps. */
  shapes: v.exactOptional(shapesSchema),
  /** Releases of the elements, for pages that load them from here. */
  releases: v.exactOptional(releasesSchema),
  /** Page of a site on which its visitors sign in; elements of `/embed` link to it where figures are not for everyone. */
  signInPage: v.exactOptional(
    v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'Expected an address as https://www.example.org/inloggen')),
  ),
  maxDataCells: v.exactOptional(wholeFrom(1)),
  maxBodyBytes: v.exactOptional(wholeFrom(1024)),
  /** Saved queries that are kept, of all askers together; 0 for none. */
  maxSavedQueries: v.exactOptional(wholeFrom(0)),
  callLimit: v.exactOptional(v.strictObject({ calls: wholeFrom(1), seconds: wholeFrom(1) })),
  /** Where no more work is taken on: milliseconds that requests wait, megabytes of objects (0: no limit). */
  loadLimit: v.exactOptional(v.strictObject({ eventLoopDelay: wholeFrom(10), heapMegabytes: wholeFrom(0) })),
  /** Memory for public answers that are asked for again; 0 for none. */
  cacheMegabytes: v.exactOptional(wholeFrom(0)),
  trustProxy: v.exactOptional(
    v.union([v.boolean(), v.array(proxySchema)], 'Expected true, false or a list of addresses'),
  ),
  logLevel: v.exactOptional(v.picklist(logLevels)),
  /** After a signal to stop: seconds in which `/readyz` says no and all else goes on, then seconds to finish answers. */
  shutdown: v.exactOptional(v.strictObject({ drainSeconds: wholeFrom(0), graceSeconds: wholeFrom(0) })),
  access: v.exactOptional(accessSchema),
  signIn: v.exactOptional(signInSchema),
});

export type Config = v.InferOutput<typeof configSchema>;
