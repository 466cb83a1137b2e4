import Fastify, { type FastifyInstance } from 'fastify';
import { apiVersion } from '../app-version.js';
import { DuckDbStore } from '../store/duckdb-store.js';
import type { Store } from '../store/store.js';
import type { CallLimit, Contact, Context } from './context.js';
import { addDataRoutes } from './data-routes.js';
import { Directory } from './directory.js';
import { addListRoutes } from './list-routes.js';
import { refuseOtherMethods } from './other-methods.js';
import { handleError, handleUnknownRoute, refuseUnreadable } from './problem.js';
import { addProtection } from './protection.js';
import { RouteLog } from './request-log.js';
import { addTableRoutes } from './table-routes.js';

export interface EndpointOptions {
  /** A store, or the folder of an embedded one. The endpoint closes it when it stops. */
  readonly store: Store | string;
  /** Sites whose pages may ask, as `https://www.example.org`; `*` (default) for every site. */
  readonly origins?: readonly string[];
  /** Licence named in `/config`. */
  readonly licence?: string;
  /** Whom to ask about this endpoint, named in `/openapi.json`; each table has its own contact. */
  readonly contact?: Contact;
  /** Most cells in one answer; more is refused with 403. */
  readonly maxDataCells?: number;
  /** Most calls from one address in a window of time; more is refused with 429. */
  readonly callLimit?: CallLimit;
  /** Whether a proxy in front says who is asking (`X-Forwarded-For`); then, and only then, it is believed. */
  readonly trustProxy?: boolean;
  /** Log each request to standard output as JSON, without what was asked for. */
  readonly log?: boolean;
}

/** Room for the longest selection by GET that is worth making; longer ones go by POST. */
const maxAddressBytes = 16_384;
const maxBodyBytes = 262_144;
/** Time that running answers get to finish when the endpoint stops, in milliseconds. */
const graceTime = 3_000;

/** The endpoint as a Fastify application; `listen` starts it, `close` finishes running answers and closes the store. */
export function createEndpoint(options: EndpointOptions): FastifyInstance {
  const store = typeof options.store === 'string' ? new DuckDbStore(options.store) : options.store;
  const callLimit = options.callLimit ?? { calls: 1200, seconds: 60 };
  const app = Fastify({
    logger: options.log === true,
    logController: new RouteLog(),
    trustProxy: options.trustProxy === true,
    bodyLimit: maxBodyBytes,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: maxAddressBytes },
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    clientErrorHandler: refuseUnreadable,
    // Queries are read by `parseQuery`, which knows the form of PxWebApi 2.
    routerOptions: { querystringParser: () => ({}) },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(handleUnknownRoute);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('api-version', apiVersion).header('vary', 'Authorization, Accept-Encoding, Accept-Language');
  });
  // Browsers hold connections on which they have asked nothing yet: to Node these are not idle, and would stay for minutes.
  app.addHook('preClose', (done) => {
    setTimeout(() => app.server.closeAllConnections(), graceTime).unref();
    done();
  });
  app.addHook('onClose', () => store.close());
  addProtection(app, options.origins ?? ['*'], callLimit);
  addRoutes(app, {
    store,
    directory: new Directory(store),
    root: '/api/v2',
    maxDataCells: options.maxDataCells ?? 150_000,
    licence: options.licence ?? 'CC-BY-4.0',
    contact: options.contact ?? null,
    callLimit,
  });
  return app;
}

function addRoutes(app: FastifyInstance, context: Context): void {
  refuseOtherMethods(app, async (routes) => {
    routes.get('/healthz', () => ({ status: 'ok' }));
    await routes.register(
      async (api) => {
        addListRoutes(api, context);
        addTableRoutes(api, context);
        addDataRoutes(api, context);
      },
      { prefix: context.root },
    );
  });
}
