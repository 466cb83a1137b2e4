import type { FastifyInstance } from 'fastify';
import type { Directory } from './directory.js';
import { Problem, sendProblem } from './problem.js';

/**
 * `/healthz` says that the process is there, and never asks more: who restarts it on a bad answer would not mend a store.
 * `/readyz` says whether to send requests here: the tables can be listed, and the endpoint is not about to stop. Tables
 * that cannot be read are no reason to take the others away.
 */
export function addHealthRoutes(app: FastifyInstance, directory: Directory, stopping: AbortSignal | undefined): void {
  const uncached = { 'cache-control': 'no-store' };
  // Asked every few seconds by whoever watches: not counted, and no line in the log while all is well.
  const quiet = { config: { rateLimit: false }, logLevel: 'warn' } as const;
  app.get('/healthz', quiet, (_request, reply) => reply.headers(uncached).send({ status: 'ok' }));
  app.get('/readyz', quiet, async (request, reply) => {
    // Foreseen, so no failure in the log: whoever is told of those would be at every restart.
    if (stopping?.aborted) return sendProblem(reply, new Problem(503, 'The service is about to stop'));
    await directory.all().catch((error: unknown) => {
      request.log.error(error);
      throw new Problem(503, 'The store does not answer');
    });
    // How many, not which: that is in the log. Never how many there are in all: less those that anybody may list, these are
    // the ones that nobody is to know of.
    const unreadable = directory.unreadableCount > 0 ? { unreadable: directory.unreadableCount } : {};
    return reply.headers(uncached).send({ status: 'ready', ...unreadable });
  });
}
