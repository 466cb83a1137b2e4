import type { FastifyRequest } from 'fastify';
import { askerOf } from '../serve/asker.js';
import { askFor } from '../serve/asking-itself.js';

/** What was asked, as far as caches of what is made of it need to know. */
export interface AskedParts {
  /** Tags of the answers, in no order that means anything. */
  readonly tags: string[];
  /** Whether every answer is free to be kept by all; a refusal never is. */
  isPublic: boolean;
}

/**
 * Asks this endpoint without the network, for who sent the request and with no other rights, and of the API only: no address
 * in a page can lead elsewhere.
 * @param base address of the API as elements know it, without a slash at the end
 * @param root path of the API here
 */
export function askItself(
  request: FastifyRequest,
  { base, root }: { readonly base: string; readonly root: string },
  parts: AskedParts,
): typeof fetch {
  const asker = askerOf(request);
  return async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input);
    if (!href.startsWith(`${base}/`)) throw new TypeError('An endpoint asks none but itself');
    const { authorization } = request.headers;
    const { body } = init ?? {};
    const { statusCode, headers, rawPayload } = await askFor(
      asker,
      async () =>
        // It only begins when somebody waits for it, which must be in here.
        await request.server.inject({
          method: typeof body === 'string' ? 'POST' : 'GET',
          url: root + href.slice(base.length),
          headers: {
            'x-request-id': request.id,
            // With it no answer is taken from, or put into, what is kept for all.
            ...(authorization !== undefined && { authorization }),
            ...(typeof body === 'string' && { 'content-type': 'application/json' }),
          },
          ...(typeof body === 'string' && { payload: body }),
        }),
    );
    parts.tags.push(String(headers.etag));
    if (statusCode !== 200 || !String(headers['cache-control']).startsWith('public')) parts.isPublic = false;
    const contentType = { 'content-type': String(headers['content-type']) };
    // Who asked may come back; within an answer nobody waits and tries again.
    const failed = statusCode >= 429 ? { 'retry-after': '3600' } : {};
    return new Response(Uint8Array.from(rawPayload), { status: statusCode, headers: { ...contentType, ...failed } });
  };
}
