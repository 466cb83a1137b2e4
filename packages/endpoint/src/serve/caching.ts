import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { appVersion } from '../app-version.js';
import { isForAsker } from './asker.js';

/** How many calls someone has left is nobody else's answer; a cache would give it to everyone. */
const countHeaders = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const;
const publicCaching = 'public, max-age=300, stale-while-revalidate=86400';

/**
 * Sets what caches need and tells whether the asker already has this answer. The tag is made of what the answer depends
 * on (version, selection, language …), never of its figures, so an answer that is not needed is not computed.
 */
export function isFresh(request: FastifyRequest, reply: FastifyReply, parts: readonly unknown[]): boolean {
  const hash = createHash('sha256')
    .update(JSON.stringify([appVersion, ...parts]))
    .digest('base64url')
    .slice(0, 27);
  reply.header('cache-control', publicCaching).header('etag', `"${hash}"`);
  return knownTags(request.headers['if-none-match']).some((tag) => tag === '*' || tag === hash);
}

/** Tags the asker has, without the mark that `finishHeaders` added. */
function knownTags(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', '').replace(/~\w+$/, ''))
    .filter((tag) => tag !== '');
}

/**
 * The last hand on an answer, after compression. What depends on who asks is for no cache, whatever a route says. A strong
 * tag names one sequence of bytes, so each compression of an
 * answer gets its own; and plugins that add to Vary may repeat a name.
 */
export async function finishHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isForAsker(request)) reply.header('cache-control', 'private, no-store');
  if (String(reply.getHeader('cache-control')).startsWith('public'))
    for (const name of countHeaders) reply.removeHeader(name);
  const tag = reply.getHeader('etag');
  const encoding = reply.getHeader('content-encoding');
  if (typeof tag === 'string' && typeof encoding === 'string') reply.header('etag', tag.replace(/"$/, `~${encoding}"`));
  const names = String(reply.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim());
  const first = (name: string, index: number): boolean =>
    names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index;
  reply.header('vary', names.filter(first).join(', '));
}
