import compress from '@fastify/compress';
import cors, { type OriginFunction } from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import { askerName } from './asker-name.js';
import { askedFor } from './asking-itself.js';
import { finishHeaders } from './caching.js';
import type { CallCounter } from './call-counter.js';
import type { CallLimit } from './context.js';
import { overloaded, Problem } from './problem.js';
import type { Workload } from './workload.js';

/** Where the endpoint takes on no more work. */
export interface LoadLimit {
  /** Milliseconds that requests wait for their turn. */
  readonly eventLoopDelay: number;
  /** Megabytes (2²⁰ bytes) of objects in memory; 0 for no limit. */
  readonly heapMegabytes: number;
}

const askedWith = ['Authorization', 'Content-Type', 'DPoP', 'If-None-Match'];

/** Everything around the routes: headers, who may ask from where, how often, and how much work is taken on. */
export function addProtection(
  app: FastifyInstance,
  origins: readonly string[],
  { calls, seconds }: CallLimit,
  counter: CallCounter,
  load: LoadLimit,
  workload: Workload,
  withSessions: boolean,
): void {
  app.register(helmet, {
    // Figures are no page: nothing may be loaded or framed from an answer.
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    frameguard: { action: 'deny' },
    // Public figures may be read by pages of any site.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Other names under the same domain decide for themselves.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    // About pages, or browsers that are no more.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    dnsPrefetchControl: false,
    ieNoOpen: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
  });
  app.register(cors, {
    origin: withSessions ? onlyListed(origins) : origins.includes('*') ? '*' : [...origins],
    credentials: withSessions,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: [...askedWith, ...(withSessions ? ['X-Requested-By'] : [])],
    exposedHeaders: ['API-Version', 'ETag', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'],
    maxAge: 86_400,
    strictPreflight: false,
  });
  // After the headers that every answer has, a refusal too.
  app.register(underPressure, {
    maxEventLoopDelay: load.eventLoopDelay,
    maxHeapUsedBytes: load.heapMegabytes * 2 ** 20,
    retryAfter: 10,
    // Whoever watches over the process must not take a busy one for a dead one.
    pressureHandler: async ({ routeOptions }, reply) => {
      if (routeOptions.url === '/healthz' || askedFor()) return;
      reply.header('retry-after', '10');
      throw overloaded;
    },
  });
  app.register(rateLimit, {
    max: calls,
    timeWindow: seconds * 1000,
    store: counter.store,
    // Whoever lets the endpoint ask itself is counted there.
    allowList: () => askedFor() !== null,
    keyGenerator: askerName,
    errorResponseBuilder: () =>
      new Problem(429, `You have reached the limit of ${calls} requests in ${seconds} seconds; try again later`),
  });
  // Node sends no body for HEAD by itself. Fastify would take it away before it is compressed, and tell of another answer.
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD') delete route.onSend;
  });
  workload.beginFirst(app);
  app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  // The compression plugin works in a hook of each route, so what must come after it has to be one too.
  app.after(() => {
    app.addHook('onRoute', (route) => {
      route.onSend = [route.onSend ?? [], finishHeaders].flat();
    });
  });
}

/** The plugin's own list would tell pages of other sites, too, that cookies may go along. */
function onlyListed(origins: readonly string[]): OriginFunction {
  return (origin, done) => done(null, origin !== undefined && origins.includes(origin) ? origin : false);
}
