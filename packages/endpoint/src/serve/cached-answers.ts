/**
 * Public answers that were given before, given again before any other work is done. An answer is kept when it says
 * itself that every cache may (`Cache-Control: public`) and names in `Vary` only what is part of the key below; so what
 * a route decides for caches on the way holds for this one too.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallCounter } from './call-counter.js';
import type { Directory } from './directory.js';
import type { KeptAnswer, ResponseCache } from './response-cache.js';

/** Request headers by which a public answer may differ. */
const shaping = ['accept', 'accept-encoding', 'accept-language', 'origin'] as const;
/** Headers of an asker who is someone: such requests never meet the cache. */
const personal = ['authorization', 'dpop', 'cookie', 'proxy-authorization'] as const;
/** Headers with what the asker has already; who has it is answered 304, which is kept like any answer. */
const conditions = ['if-none-match', 'if-modified-since', 'range'] as const;
const accounted = new Set<string>([...shaping, ...personal]);
/** Headers that are about one request. */
const fresh = new Set(['x-request-id', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'date', 'connection']);

interface Asked {
  readonly key: string;
  readonly generation: number;
}

export class CachedAnswers {
  readonly #cache: ResponseCache;
  readonly #directory: Directory;
  readonly #counter: CallCounter;
  /** Requests on their way to an answer that may be kept. */
  readonly #asked = new WeakMap<FastifyRequest, Asked>();

  constructor(cache: ResponseCache, directory: Directory, counter: CallCounter) {
    this.#cache = cache;
    this.#directory = directory;
    this.#counter = counter;
  }

  /** To be called before anything else that works on requests. */
  answerFirst(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply, done) => {
      const key = keyOf(request);
      if (key === null) {
        done();
        return;
      }
      const answer = (): void => {
        const { generation } = this.#directory;
        const found = this.#cache.find(key, generation);
        if (found && this.#counter.allows(request.ip)) {
          give(found, request, reply, this.#counter);
        } else {
          this.#asked.set(request, { key, generation });
          done();
        }
      };
      const waiting = this.#directory.confirm();
      // Who cannot be told what is served now goes the long way, and meets the failure there.
      if (waiting) waiting.then(answer, () => done());
      else answer();
    });
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

  async #keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const asked = this.#asked.get(request);
    const maxAge = maxAgeOf(reply);
    if (!asked || maxAge === 0) return payload;
    const body = await wholeBody(payload);
    if (body) reply.header('content-length', String(body.length));
    const headers = Object.entries(reply.getHeaders())
      .filter(([name]) => !fresh.has(name))
      .flatMap(([name, value]) => [name, String(value)]);
    this.#cache.keep(asked.key, asked.generation, { status: reply.statusCode, headers, body }, maxAge);
    return body ?? payload;
  }
}

/** Everything that a public answer depends on, or null for a request that is not for the cache. */
function keyOf({ method, url, protocol, host, headers }: FastifyRequest): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  for (const name of personal) if (headers[name] !== undefined) return null;
  let key = `${method} ${protocol}://${host} ${url}`;
  for (const name of shaping) key += `\n${headers[name] ?? ''}`;
  for (const name of conditions) key += `\n${headers[name] ?? ''}`;
  return key;
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

/** Null when there is no body. An answer lies whole in memory before it is compressed, so this asks little more. */
async function wholeBody(payload: unknown): Promise<Buffer | null> {
  if (payload === null || payload === undefined) return null;
  if (typeof payload === 'string') return Buffer.from(payload);
  if (Buffer.isBuffer(payload)) return payload;
  if (!isStream(payload)) throw new TypeError('An answer is a text, bytes or a stream');
  const parts: Buffer[] = [];
  for await (const part of payload) parts.push(Buffer.isBuffer(part) ? part : Buffer.from(String(part)));
  return Buffer.concat(parts);
}

/** The compression plugin makes streams that are not of Node's own class. */
function isStream(payload: unknown): payload is AsyncIterable<unknown> {
  return typeof payload === 'object' && payload !== null && Symbol.asyncIterator in payload;
}

function give(found: KeptAnswer, request: FastifyRequest, reply: FastifyReply, counter: CallCounter): void {
  const { calls, left } = counter.count(request.ip);
  reply.hijack();
  reply.raw.writeHead(found.status, [
    ...found.headers,
    'x-ratelimit-remaining',
    String(counter.limit - calls),
    'x-ratelimit-reset',
    String(Math.ceil(left / 1000)),
    'x-request-id',
    request.id,
  ]);
  // Node sends no body for HEAD and 304, whatever it is given.
  reply.raw.end(found.body ?? undefined);
}
