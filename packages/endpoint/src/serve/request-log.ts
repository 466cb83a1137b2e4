import type { FastifyReply, FastifyRequest } from 'fastify';

/** One line per answer: which route and how it went, never what was asked for or who asked. */
export async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { statusCode, elapsedTime } = reply;
  const route = request.routeOptions.url ?? 'unknown';
  request.log.info(
    { method: request.method, route, status: statusCode, ms: Math.round(elapsedTime * 10) / 10 },
    'answered',
  );
}
