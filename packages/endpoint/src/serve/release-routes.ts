import type { FastifyInstance } from 'fastify';
import { shorten } from '../selection/value-expression.js';
import { isFresh } from './caching.js';
import type { Context } from './context.js';
import { notFound } from './problem.js';
import type { ReleaseFile } from './release-files.js';

/** A name with a release in it never gets another content. */
const forever = 'public, max-age=31536000, immutable';

/**
 * `/peilglas/{release}/…`: the scripts and style sheets of the elements, and the page for frames. All of it is the same for
 * everyone, and no file is there that the settings do not name.
 * @param origins sites whose pages may show the page for frames; `*` for every site
 */
export function addReleaseRoutes(
  app: FastifyInstance,
  context: Context,
  files: ReadonlyMap<string, ReleaseFile>,
  origins: readonly string[],
): void {
  if (files.size === 0) return;
  const policy = pagePolicy(origins);
  app.get<{ Params: { '*': string } }>('/peilglas/*', (request, reply) => {
    const path = request.params['*'];
    const file = files.get(path);
    if (!file) throw notFound(`There is nothing at /peilglas/${shorten(path)}`);
    // Module scripts are asked for across origins, and by a sandboxed frame from no origin at all.
    reply.header('access-control-allow-origin', '*');
    const known = isFresh(context, { request, reply }, ['release', path, file.hash, file.isPage ? policy : '']);
    if (file.isPage) reply.header('content-security-policy', policy).removeHeader('x-frame-options');
    else reply.header('cache-control', forever);
    return known ? reply.code(304).send() : reply.type(file.type).send(file.body);
  });
}

/** The page runs the scripts of its folder, asks this endpoint, and nothing else. */
function pagePolicy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origins.length === 0 ? "'none'" : origins.join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');
}
