import type { FastifyInstance } from 'fastify';
import { shorten } from '../selection/value-expression.js';
import { isFresh } from './caching.js';
import { idOf, type Context } from './context.js';
import { notFound } from './problem.js';
import { parseQuery } from './query.js';

/** `/shapes/{id}`: boundaries for maps, the same for everyone. They are no figures: nobody needs a token for them. */
export function addShapeRoutes(app: FastifyInstance, context: Context): void {
  app.get('/shapes/:id', (request, reply) => {
    parseQuery(request.url, []);
    const id = idOf(request);
    const found = context.shapes.get(id);
    if (!found) throw notFound(`Shapes with id, ${shorten(id)} can not be found`);
    // Pages of any site may draw them.
    reply.header('access-control-allow-origin', '*');
    if (isFresh(context, { request, reply }, ['shapes', id, found.hash])) return reply.code(304).send();
    return reply.type(found.type).send(found.body);
  });
}
