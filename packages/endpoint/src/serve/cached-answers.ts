/**
 * Public answers that were given before, given again before any other work is done. An answer is kept when it says
 * itself that every cache may (`Cache-Control: public`) and names in `Vary` only what is part of its key; so what
 * a route decides for caches on the way holds for this one too.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { accounted, answerKey } from './answer-key.js';
import { askedFor } from './asking-itself.js';
import type { CallCounter } from './call-counter.js';
import type { Directory } from './directory.js';
import { addressOf, networkOf, type Trust } from './proxies.js';
import { requestId } from './request-id.js';
import { answered } from './request-log.js';
import type { KeptAnswer, ResponseCache } from './response-cache.js';
import { wholeBody } from './whole-body.js';
import type { Workload } from './workload.js';

/** Headers that are about one request. */
const fresh = new Set(['x-request-id', 'date', 'connection']);
/** Node sends a text of fewer bytes, with its headers before it, from the stack and in one call to the system. */
const shortBody = 12_288;

interface Asked {
  readonly key: string;
  readonly generation: number;
}

export class CachedAnswers {
  readonly #cache: ResponseCache;
  readonly #directory: Directory;
  readonly #counter: CallCounter;
  readonly #trust: Trust | null;
  readonly #workload: Workload;
  /** Requests that are on their way to an answer that may be kept. */
  readonly #asked = new WeakMap<IncomingMessage, Asked>();

  constructor(
    cache: ResponseCache,
    directory: Directory,
    counter: CallCounter,
    trust: Trust | null,
    workload: Workload,
  ) {
    this.#cache = cache;
    this.#directory = directory;
    this.#counter = counter;
    this.#trust = trust;
    this.#workload = workload;
  }

  /**
   * To be called before anything else that works on requests. The server itself looks here first: making what Fastify
   * needs for a request takes longer than the answer.
   * @param isLogged Whether answers have a line in the log.
   */
  answerFirst(app: FastifyInstance, isLogged: boolean): void {
    const { server } = app;
    const others = server.listeners('request') as RequestListener[];
    let stopping = false;
    const first: RequestListener = (request, response) => {
      const next = (): void => others.forEach((other) => other.call(server, request, response));
      const give = (found: KeptAnswer): void => {
        const id = requestId(request);
        if (isLogged) logWhenSent(app, id, found, request, response);
        this.#send(found, id, response);
      };
      // Fastify closes connections while it stops.
      if (stopping) next();
      else this.#look(request, give, next);
    };
    server.removeAllListeners('request').on('request', first);
    app.addHook('preClose', (done) => {
      stopping = true;
      done();
    });
    // What came another way: by a second address of `localhost`, without a server, or while it stops.
    app.addHook('onRequest', (request, reply, done) => {
      if (this.#asked.has(request.raw)) {
        done();
        return;
      }
      const give = (found: KeptAnswer): void => {
        reply.hijack();
        this.#send(found, request.id, reply.raw);
      };
      this.#look(request.raw, give, done);
    });
  }

  /** Gives an answer that was kept since it was looked for, as others had asked the same; tells whether it did. */
  giveLate(request: FastifyRequest, reply: FastifyReply): boolean {
    const asked = this.#asked.get(request.raw);
    const found = asked && this.#cache.find(asked.key, asked.generation);
    if (!found || !this.#workload.admits(found.body)) return false;
    reply.hijack();
    this.#send(found, request.id, reply.raw);
    return true;
  }

  /** To be called after everything that works on answers, such as compression, which works in a hook of each route. */
  keepLast(app: FastifyInstance): void {
    const keep = (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> =>
      this.#keep(request, reply, payload);
    app.after(() => {
      app.addHook('onRoute', (route) => {
        route.onSend = [route.onSend ?? [], keep].flat();
      });
    });
  }

  /** Either gives the answer that is kept, and counts it, or goes on to the next. */
  #look(request: IncomingMessage, give: (found: KeptAnswer) => void, next: () => void): void {
    const key = answerKey(request, this.#trust);
    if (key === null) {
      next();
      return;
    }
    const look = (): void => {
      const { generation } = this.#directory;
      const found = this.#cache.find(key, generation);
      if (
        found &&
        this.#workload.admits(found.body) &&
        (askedFor() || this.#counter.admit(networkOf(addressOf(request, this.#trust))))
      ) {
        give(found);
      } else {
        this.#asked.set(request, { key, generation });
        next();
      }
    };
    const waiting = this.#directory.confirm();
    // Who cannot be told what is served now goes the long way, and meets the failure there.
    if (waiting) waiting.then(look, () => next());
    else look();
  }

  #send({ status, headers, body }: KeptAnswer, id: string, response: ServerResponse): void {
    response.writeHead(status, [...headers, 'x-request-id', id]);
    // Node sends no body for HEAD and 304, whatever it is given.
    if (typeof body === 'string') {
      response.end(body, 'latin1');
      return;
    }
    if (body) this.#workload.hold(response, body);
    response.end(body ?? undefined);
  }

  async #keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const asked = this.#asked.get(request.raw);
    const maxAge = maxAgeOf(reply);
    if (!asked || maxAge === 0) return payload;
    const whole = await wholeBody(payload);
    if (whole) reply.header('content-length', String(whole.length));
    const headers = Object.entries(reply.getHeaders())
      .filter(([name]) => !fresh.has(name))
      .flatMap(([name, value]) => [name, String(value)]);
    const sent = request.method === 'HEAD' ? null : whole;
    const body = sent && sent.length < shortBody ? sent.toString('latin1') : sent;
    const answer = { status: reply.statusCode, headers, body, route: request.routeOptions.url ?? 'unknown' };
    this.#cache.keep(asked.key, asked.generation, answer, maxAge);
    return whole ?? payload;
  }
}

/** Milliseconds for which any cache may give this answer to anyone; 0 when none may. */
function maxAgeOf(reply: FastifyReply): number {
  if (reply.statusCode !== 200 && reply.statusCode !== 304) return 0;
  if (reply.hasHeader('set-cookie')) return 0;
  const names = String(reply.getHeader('vary') ?? '').toLowerCase();
  if (!names.split(',').every((name) => accounted.has(name.trim()))) return 0;
  const seconds = /^public, max-age=(\d+)/.exec(String(reply.getHeader('cache-control') ?? ''))?.[1];
  return Number(seconds ?? 0) * 1000;
}

function logWhenSent(
  { log }: FastifyInstance,
  reqId: string,
  { route, status }: KeptAnswer,
  { method = '' }: IncomingMessage,
  response: ServerResponse,
): void {
  const started = performance.now();
  response.once('finish', () => {
    log.info({ reqId, ...answered({ method, route, status, ms: performance.now() - started }) }, 'answered');
  });
}
