import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Problem } from './problem.js';

const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Adds routes, and for each of their addresses a refusal (405, with `Allow`) of every method it does not have. */
export function refuseOtherMethods(app: FastifyInstance, addRoutes: (routes: FastifyInstance) => Promise<void>): void {
  const known = new Map<string, Set<string>>();
  app.register(async (routes) => {
    routes.addHook('onRoute', ({ method, url }) => {
      known.set(url, new Set([...(known.get(url) ?? []), ...[method].flat()]));
    });
    await addRoutes(routes);
  });
  app.register(async (refusals) => {
    for (const [url, allowed] of known) {
      const allow = [...allowed].join(', ');
      refusals.route({
        url,
        method: methods.filter((method) => !allowed.has(method)),
        exposeHeadRoute: false,
        handler: (_request, reply) => {
          reply.header('allow', allow);
          throw new Problem(405, `Only ${allow} can be used here`);
        },
      });
    }
  });
}
