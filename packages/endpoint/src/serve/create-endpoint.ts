import Fastify, { type FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { AccessOptions } from '../access/access-config.js';
import { apiVersion } from '../app-version.js';
import type { CatalogueSettings } from '../catalogue/settings.js';
import { embedRelease } from '../embed/embed-release.js';
import { addEmbedRoute } from '../embed/embed-route.js';
import { addSessionRoutes } from '../session/session-routes.js';
import { deskSettings, openSessionDesk } from '../session/session-desk.js';
import type { SignInSettings } from '../session/sign-in-settings.js';
import { openStoreAt } from '../store/open-store-at.js';
import type { Store } from '../store/store.js';
import { askerName } from './asker-name.js';
import { addAuthentication } from './authentication.js';
import type { CallLimit, Contact, Context } from './context.js';
import { CachedAnswers } from './cached-answers.js';
import { CallCounter } from './call-counter.js';
import { addCatalogueRoute } from './catalogue-route.js';
import { addCodelistRoutes } from './codelist-routes.js';
import { addDataRoutes } from './data-routes.js';
import { Directory } from './directory.js';
import { addHealthRoutes } from './health.js';
import { addListRoutes } from './list-routes.js';
import { refuseOtherMethods } from './other-methods.js';
import { handleError, handleUnknownRoute, refuseUnreadable } from './problem.js';
import { addProtection, type LoadLimit } from './protection.js';
import { trustIn } from './proxies.js';
import { readReleases, type ReleaseSettings } from './release-files.js';
import { addReleaseRoutes } from './release-routes.js';
import { requestId } from './request-id.js';
import { RouteLog } from './request-log.js';
import { ResponseCache } from './response-cache.js';
import { addSavedQueryRoutes } from './saved-query-routes.js';
import { readShapeFiles, type ShapeSettings } from './shape-files.js';
import { addShapeRoutes } from './shape-routes.js';
import { addTableRoutes } from './table-routes.js';
import { Workload } from './workload.js';

export interface EndpointOptions {
  /** A store, or its place: a folder or `postgres://…`. The endpoint closes it when it stops. */
  readonly store: Store | string;
  /** Sites whose pages may ask, as `https://www.example.org`; `*` (default) for every site. */
  readonly origins?: readonly string[];
  /** Whose tokens are believed, and what they give a right to; without it only public tables are served. */
  readonly access?: AccessOptions;
  /** How the endpoint itself signs visitors in and keeps their tokens, so that no browser has any; without it, it does not. */
  readonly signIn?: SignInSettings;
  /** Licence named in `/config`. */
  readonly licence?: string;
  /** Whom to ask about this endpoint, named in `/openapi.json`; each table has its own contact. */
  readonly contact?: Contact;
  /** Scheme, host and folder by which askers know this endpoint, for links and for addresses that must be whole. */
  readonly publicUrl?: string;
  /** How `/catalogue` presents the public tables. */
  readonly catalogue?: CatalogueSettings;
  /** Files with boundaries for maps, served to everyone under `/shapes/{id}`. */
  readonly shapes?: ShapeSettings;
  /** Releases of the elements, served to everyone under `/peilglas/{name}/`; pages of `origins` may show them in a frame. */
  readonly releases?: ReleaseSettings;
  /** Page of a site on which its visitors sign in; elements of `/embed` link to it where figures are not for everyone. */
  readonly signInPage?: string;
  /** Most cells in one answer; more is refused with 403. */
  readonly maxDataCells?: number;
  /** Most queries that are kept for good, of all askers together; one more is refused with 429. */
  readonly maxSavedQueries?: number;
  /** Most calls from one address in a window of time; more is refused with 429. */
  readonly callLimit?: CallLimit;
  /**
   * Whether a proxy in front says who is asking (`X-Forwarded-For`); then, and only then, it is believed. Or the
   * addresses of such proxies, as `10.0.0.7` or `10.0.0.0/8`.
   */
  readonly trustProxy?: boolean | readonly string[];
  /** Log each request to standard output as JSON, without what was asked for; or the least serious level to log. */
  readonly log?: boolean | LogLevel;
  /** Memory for public answers that are asked for again, in megabytes (2²⁰ bytes); 0 keeps none. */
  readonly cacheMegabytes?: number;
  /** Where no more work is taken on; whoever asks then is told to come back (503). */
  readonly loadLimit?: LoadLimit;
  /** Most bytes in the body of a POST. */
  readonly maxBodyBytes?: number;
  /** Milliseconds that running answers get to finish when the endpoint stops. */
  readonly graceTime?: number;
  /** Aborted when the endpoint is about to stop: `/readyz` says so from then on. */
  readonly stopping?: AbortSignal;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Room for the longest token, and for the longest selection by GET that is worth making; longer ones go by POST. */
const maxHeaderBytes = 24_576;

/** Milliseconds within which a request must have arrived: who sends it a byte at a time holds a connection no longer. */
const maxArrival = 10_000;

/**
 * Milliseconds after which a connection is closed on which nothing comes or goes; twice as many where part of an answer
 * went. No fewer: who waits for a turn says nothing either.
 */
const maxStandstill = 60_000;

/**
 * The endpoint as a Fastify application; `listen` starts it, `close` finishes running answers and closes the store.
 * @throws Error when the options contradict each other, or a file that they name cannot be used
 */
export function createEndpoint(options: EndpointOptions): FastifyInstance {
  // Before anything is opened.
  const ofDesk = deskSettings(options);
  const shapes = readShapeFiles(options.shapes ?? []);
  const releases = readReleases(options.releases ?? []);
  const store = typeof options.store === 'string' ? openStoreAt(options.store) : options.store;
  const callLimit = options.callLimit ?? { calls: 1200, seconds: 60 };
  const counter = new CallCounter(callLimit);
  const trust = trustIn(options.trustProxy);
  const logger = loggerOptions(options.log ?? false);
  const app = Fastify({
    logger,
    logController: new RouteLog(),
    genReqId: requestId,
    trustProxy: trust ?? false,
    bodyLimit: options.maxBodyBytes ?? 262_144,
    requestTimeout: maxArrival,
    connectionTimeout: maxStandstill,
    forceCloseConnections: 'idle',
    // Who still asks on an open connection while the endpoint stops is answered, and then the connection is closed.
    return503OnClosing: false,
    http: {
      maxHeaderSize: maxHeaderBytes,
      // Most requests have no body; for those Node then makes no stream.
      optimizeEmptyRequests: true,
      // Where headers may take longer than the whole, as by default, Node exchanges the two.
      headersTimeout: maxArrival,
      connectionsCheckingInterval: 2_000,
    },
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    clientErrorHandler: refuseUnreadable,
    // Queries are read by `parseQuery`, which knows the form of PxWebApi 2.
    routerOptions: { querystringParser: () => ({}) },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(handleUnknownRoute);
  const directory = new Directory(store, (version) => app.log.error(version, 'a table is not served'));
  const cache = new ResponseCache((options.cacheMegabytes ?? 64) * 2 ** 20);
  const workload = new Workload();
  const cached = new CachedAnswers(cache, directory, counter, trust, workload);
  cached.answerFirst(app, logger !== false && ['debug', 'info'].includes(logger.level));
  app.addHook('onRequest', async ({ headers }) => {
    // Clients name the type also of a body that they leave out. Node makes no stream for one, and its end would be awaited
    // for ever.
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0)
      delete headers['content-type'];
  });
  app.addHook('onRequest', async (request, reply) => {
    reply
      .header('api-version', apiVersion)
      .header('x-request-id', request.id)
      .header('vary', `Authorization, ${ofDesk ? 'Cookie, ' : ''}Accept-Encoding, Accept-Language`);
  });
  // Who keeps a connection open is told that it ends with this answer: once the endpoint stops, what they ask next gets none.
  options.stopping?.addEventListener('abort', () => {
    app.server.prependListener('request', (_, response: ServerResponse) => {
      response.shouldKeepAlive = false;
    });
  });
  // Browsers hold connections on which they have asked nothing yet: to Node these are not idle, and would stay for minutes.
  app.addHook('preClose', (done) => {
    setTimeout(() => app.server.closeAllConnections(), options.graceTime ?? 3_000).unref();
    done();
  });
  app.addHook('onClose', () => store.close());
  const loadLimit = options.loadLimit ?? { eventLoopDelay: 2_000, heapMegabytes: 0 };
  const origins = options.origins ?? ['*'];
  addProtection(app, origins, callLimit, counter, loadLimit, workload, ofDesk !== null);
  cached.keepLast(app);
  workload.endLast(app);
  const publicUrl = options.publicUrl?.replace(/\/+$/, '') ?? null;
  const root = '/api/v2';
  const desk = ofDesk && openSessionDesk(app, ofDesk);
  const { judge, ...signIn } = addAuthentication(app, options.access, { callLimit, publicUrl, root, desk });
  const context: Context = {
    store,
    directory,
    workload,
    giveLate: ({ request, reply }) => cached.giveLate(request, reply),
    publicUrl,
    catalogue: options.catalogue ?? {},
    root,
    linkRoot: (publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '')) + root,
    maxDataCells: options.maxDataCells ?? 150_000,
    licence: options.licence ?? 'CC-BY-4.0',
    contact: options.contact ?? null,
    callLimit,
    maxSavedQueries: options.maxSavedQueries ?? 50_000,
    signIn,
    shapes,
  };
  refuseOtherMethods(app, async (routes) => {
    addHealthRoutes(routes, directory, options.stopping);
    addCatalogueRoute(routes, context);
    addReleaseRoutes(routes, context, releases, origins);
    addEmbedRoute(routes, context, {
      origins,
      release: embedRelease(releases),
      signInPage: options.signInPage ?? null,
      count: (request) => void counter.count(askerName(request)),
    });
    if (desk) addSessionRoutes(routes, desk, judge);
    await routes.register(
      async (api) => {
        addListRoutes(api, context);
        addTableRoutes(api, context);
        addDataRoutes(api, context);
        addCodelistRoutes(api, context);
        addSavedQueryRoutes(api, context);
        addShapeRoutes(api, context);
      },
      { prefix: context.root },
    );
  });
  return app;
}

function loggerOptions(log: boolean | LogLevel): false | { level: LogLevel } {
  if (log === false) return false;
  return { level: log === true ? 'info' : log };
}
