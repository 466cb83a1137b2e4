import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** One line per answer: which route and how it went, never the address, what was asked for, or who asked. */
export class RouteLog extends LogController {
  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.warn({ ...line, cut: true }, 'answer cut off');
    else request.log.info(line, 'answered');
  }
}
