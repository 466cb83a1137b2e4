import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { appVersion } from '../app-version.js';
import { isForAsker } from './asker.js';
import type { Context, Exchange } from './context.js';

/** How many calls someone has left is nobody else's answer; a cache would give it to everyone. */
const countHeaders = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const;
const publicCaching = 'public, max-age=300, stale-while-revalidate=86400';

/**
 * Sets what caches need and tells whether the asker already has this answer. The tag is made of what the answer depends
 * on (version, selection, language …) and where its links lead, never of its figures, so an answer that is not needed is
 * not computed.
 */
export function isFresh({ linkRoot }: Context, { request, reply }: Exchange, parts: readonly unknown[]): boolean {
  const hash = createHash('sha256')
    .update(JSON.stringify([appVersion, linkRoot, ...parts]))
    .digest('base64url')
    .slice(0, 27);
  reply.header('cache-control', publicCaching).header('etag', `"${hash}"`);
  return knownTags(request.headers['if-none-match']).some((tag) => tag === '*' || unmarked(tag) === hash);
}

/** Tags the asker has, without quotes. */
function knownTags(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
    .filter((tag) => tag !== '');
}

/** Without the mark that `finishHeaders` added. */
function unmarked(tag: string): string {
  return tag.replace(/~\w+$/, '');
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
  if (typeof tag === 'string') reply.header('etag', tag.replace(/"$/, `${markFor(request, reply, tag)}"`));
  const names = String(reply.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim());
  const first = (name: string, index: number): boolean =>
    names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index;
  reply.header('vary', names.filter(first).join(', '));
}

/**
 * What the tag ends with: how the answer is compressed. An answer without a body is told by the tag that the asker has, as
 * a cache finds by it which of its answers is still good (RFC 9111, section 4.3.4).
 */
function markFor({ headers }: FastifyRequest, reply: FastifyReply, tag: string): string {
  const encoding = reply.getHeader('content-encoding');
  if (reply.statusCode !== 304) return typeof encoding === 'string' ? `~${encoding}` : '';
  const [hash = ''] = knownTags(tag);
  const known = knownTags(headers['if-none-match']).find((each) => unmarked(each) === hash);
  return known?.slice(hash.length) ?? '';
}
