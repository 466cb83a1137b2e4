import { askedFor } from './asking-itself.js';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** What the log may tell of an answer. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Milliseconds it took. */
  readonly ms: number;
}

/** The line as it is written, with the time in tenths of a millisecond. */
export function answered({ method, route, status, ms }: Answered): Answered {
  return { method, route, status, ms: Math.round(ms * 10) / 10 };
}

/** One line per answer: which route and how it went, never the address, what was asked for, or who asked. */
export class RouteLog extends LogController {
  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (askedFor()) return;
    const line = answered({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: reply.elapsedTime,
    });
    if (error) request.log.warn({ ...line, cut: true }, 'answer cut off');
    else request.log.info(line, 'answered');
  }
}
