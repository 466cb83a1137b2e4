import type { FastifyInstance } from 'fastify';
import { codelistsOf } from '../selection/codelist.js';
import { isFresh } from './caching.js';
import { codelistObject } from './codelist-object.js';
import { identity, idOf, notThere, visibleTables, type Context } from './context.js';
import { languageOf, parseQuery } from './query.js';

/**
 * `/codelists/{id}`. An id means the same grouping in every table that has it; what a caller sees of it is what the
 * tables that this caller may see have of it.
 */
export function addCodelistRoutes(app: FastifyInstance, context: Context): void {
  app.get('/codelists/:id', async (request, reply) => {
    const language = languageOf(parseQuery(request.url, ['lang']));
    const id = idOf(request);
    const found = (await visibleTables(context, request)).flatMap((view) =>
      view.table.dimensions.flatMap((dimension) =>
        codelistsOf(dimension)
          .filter((codelist) => codelist.id.toLowerCase() === id.toLowerCase())
          .map((codelist) => ({ view, dimension, codelist })),
      ),
    );
    const body = codelistObject(found, language, context.linkRoot);
    if (!body) throw notThere(context, request, 'Codelist', id);
    const parts = found.map(({ view }) => identity(view));
    return isFresh(context, { request, reply }, ['codelist', id, parts, language]) ? reply.code(304).send() : body;
  });
}
