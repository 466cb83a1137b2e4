/**
 * How much work is done at once, and how much of it lies ready for who does not take it. What is small, and what is kept
 * in memory already, is answered in between.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { askerName } from './asker-name.js';
import { askedFor } from './asking-itself.js';
import { overloaded } from './problem.js';
import { Turns } from './turns.js';
import { Unsent } from './unsent.js';
import { wholeBody } from './whole-body.js';

/** Cells that are read and given from which an answer with figures is large: some tens of milliseconds of work. */
const manyCells = 10_000;
/** Bytes from which an answer of any kind is long: it is compressed beside other work, with memory for each. */
const manyBytes = 65_536;
/** Bytes from which it matters that an answer is not taken. */
const heldFrom = 32_768;
/** Bytes of answers that are not taken, beyond which no large one is made. */
const mostUnsent = 64 * 2 ** 20;

export class Workload {
  /** Three, as Node has four threads for what takes long, and whoever is answered from memory needs one too. */
  readonly #small = new Turns({ atOnce: 3, waiting: 1_000, waitingEach: 200 });
  /** Two, so that one is computed while the other is read or compressed. */
  readonly #large = new Turns({ atOnce: 2, waiting: 60, waitingEach: 20 });
  /** Each is compressed in hundredths of a second; what waits for it is held, and counted. */
  readonly #long = new Turns({ atOnce: 2, waiting: 1_000, waitingEach: 200 });
  readonly #drawn = new Turns({ atOnce: 2, waiting: 60, waitingEach: 20 });
  readonly #unsent = new Unsent(mostUnsent);
  /** What ends the turn of a large or long answer that is on its way. */
  readonly #turns = new WeakMap<FastifyRequest, () => void>();

  /**
   * Does the work of an answer with figures in its turn; that of a large one lasts until it is compressed.
   * @param isGiven Gives the answer if it was made for another meanwhile, and tells whether it did; then there is no work.
   */
  async figures<T>(
    request: FastifyRequest,
    cells: number,
    isGiven: () => boolean,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    if (cells < manyCells) return this.#inTurn(this.#small, request, async () => (isGiven() ? undefined : work()));
    await this.#begin(this.#large, request);
    if (!isGiven()) return work();
    this.#over(request);
    return undefined;
  }

  /** Does the work of drawing an element in its turn. */
  drawing<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    return this.#inTurn(this.#drawn, request, work);
  }

  /** Whether an answer from memory may be given. */
  admits(body: string | Buffer | null): boolean {
    return body === null || body.length < heldFrom || this.#unsent.hasRoom();
  }

  /** To be told of each answer that is given to Node. */
  hold(response: ServerResponse, body: Buffer): void {
    if (body.length >= heldFrom) this.#unsent.hold(response, body);
  }

  /** To be called before compression, of which the turn of a large or long answer is a part. */
  beginFirst(app: FastifyInstance): void {
    app.addHook('onRoute', (route) => {
      route.onSend = [route.onSend ?? [], this.#beginLong].flat();
    });
  }

  /** To be called after everything that works on answers. */
  endLast(app: FastifyInstance): void {
    app.after(() => {
      app.addHook('onRoute', (route) => {
        route.onSend = [route.onSend ?? [], this.#end].flat();
      });
    });
  }

  readonly #beginLong = async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    if (sizeOf(payload) < manyBytes || this.#turns.has(request) || askedFor()) return payload;
    const body = await wholeBody(payload);
    if (!this.#unsent.hasRoom()) throw overloaded;
    if (body) this.#unsent.hold(reply.raw, body);
    await this.#begin(this.#long, request);
    return body;
  };

  readonly #end = async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    try {
      if (!this.#turns.has(request) && sizeOf(payload) < heldFrom) return payload;
      // Not in pieces: what makes them would be kept until the last is taken.
      const body = await wholeBody(payload);
      if (body && request.method !== 'HEAD') this.hold(reply.raw, body);
      return body;
    } finally {
      this.#over(request);
    }
  };

  #over(request: FastifyRequest): void {
    this.#turns.get(request)?.();
    this.#turns.delete(request);
  }

  async #begin(turns: Turns, request: FastifyRequest): Promise<void> {
    // The one who asks, or what is drawn for them, has a turn already.
    if (askedFor()) return;
    const end = await turns.take(askerName(request), isGone(request));
    if (turns === this.#large && !this.#unsent.hasRoom()) {
      end();
      throw overloaded;
    }
    this.#turns.set(request, end);
  }

  async #inTurn<T>(turns: Turns, request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    if (askedFor()) return work();
    const end = await turns.take(askerName(request), isGone(request));
    try {
      return await work();
    } finally {
      end();
    }
  }
}

function isGone({ raw }: FastifyRequest): () => boolean {
  return () => raw.socket.destroyed;
}

function sizeOf(payload: unknown): number {
  return typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
}
