import type { FastifyInstance, FastifyRequest } from 'fastify';
import { catalogueOf } from '../catalogue/catalogue.js';
import { isFresh } from './caching.js';
import type { Context } from './context.js';
import { parseQuery } from './query.js';

/** `/catalogue`: the public tables by DCAT-AP-NL 3, the same for everyone. */
export function addCatalogueRoute(app: FastifyInstance, context: Context): void {
  app.get('/catalogue', async (request, reply) => {
    parseQuery(request.url, []);
    const base = context.publicUrl ?? addressOf(request);
    // Not what this caller may see but what everybody may: who reads with a token gets no other catalogue.
    const versions = (await context.directory.all()).filter(({ table }) => table.audience === 'public');
    // Portals and browsers of any site may read it.
    reply.header('access-control-allow-origin', '*');
    const listed = versions.map(({ table, version, contentHash }) => [table.id, version, contentHash]);
    const { root, maxDataCells, catalogue: settings, licence, contact } = context;
    const parts = ['catalogue', base, settings, licence, contact, maxDataCells, listed];
    if (isFresh(context, { request, reply }, parts)) return reply.code(304).send();
    return reply
      .type('application/ld+json')
      .send(JSON.stringify(catalogueOf(versions, { base, root, maxDataCells, settings }, { licence, contact })));
  });
}

function addressOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}
