import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readCredentials } from '../access/credentials.js';
import { askerOf } from '../serve/asker.js';
import { isFresh } from '../serve/caching.js';
import type { Context } from '../serve/context.js';
import { badRequest, Problem } from '../serve/problem.js';
import { askItself, type AskedParts } from './ask-itself.js';
import { embedCost } from './embed-cost.js';
import { elementMarkup, fragmentPolicy, pageMarkup, pagePolicy } from './embed-markup.js';
import { readEmbedQuestion, type EmbedQuestion } from './embed-question.js';
import type { EmbedRelease } from './embed-release.js';
import { loadElements } from './load-elements.js';

/** Seconds for which browsers need not ask figures again; as long as caches may keep them. */
const fresh = 300;

interface Settings {
  /** Sites whose pages may show the page in a frame; `*` for every site. */
  readonly origins: readonly string[];
  /** Whose scripts and style sheets the page links; null for a page without. */
  readonly release: EmbedRelease | null;
  /** Where visitors of the site sign in; null when nobody says so. */
  readonly signInPage: string | null;
  /** Counts one more call of who sent a request. */
  readonly count: (request: FastifyRequest) => void;
}

/** `/embed/{element}`: an element filled with its figures, as a part of a page that a server includes or as a page for a frame. */
export function addEmbedRoute(
  app: FastifyInstance,
  context: Context,
  { origins, release, signInPage, count }: Settings,
): void {
  app.get<{ Params: { element: string } }>('/embed/:element', async (request, reply) => {
    const { known, prerender } = await loadElements();
    const question = readEmbedQuestion(request.params.element, request.url, known, release?.themes ?? []);
    // Before the work: who asks for much at once is refused while it is done.
    for (let calls = embedCost(question.element); calls > 0; calls--) count(request);
    const origin = context.publicUrl ?? `${request.protocol}://${request.host}`;
    // As addresses are written: without the port that goes without saying.
    const endpoint = new URL(origin + context.root).href;
    const parts: AskedParts = { tags: [], isPublic: true };
    const html = question.as === 'page' ? pageMarkup(question, endpoint, release) : elementMarkup(question, endpoint);
    const { token } = readCredentials({ url: request.url, rawHeaders: request.raw.rawHeaders }) ?? {};
    const filled = await context.workload.drawing(request, () =>
      prerender(html, {
        endpoint,
        page: pageOf(request, origin, question),
        fresh,
        ...(signInPage !== null && { signIn: signInPage }),
        fetch: askItself(request, { base: endpoint, root: context.root }, parts),
        ...(token !== undefined && { token }),
      }),
    );
    // What a browser would have asked counts, as if it had.
    for (const _asked of parts.tags) count(request);
    const [element] = filled.elements;
    if (!element) throw badRequest(`The element ${question.element} asks for no figures with these parameters`);
    if (element.state === 'failed')
      throw new Problem(503, 'The figures cannot be reached at the moment; try again later');
    const policy =
      question.as === 'page'
        ? pagePolicy(filled.styleHashes, origins, release !== null)
        : fragmentPolicy(filled.styleHashes);
    const asker = askerOf(request);
    asker.isPrivate = asker.hasToken || !parts.isPublic;
    reply.header('content-security-policy', policy);
    if (question.as === 'page') reply.removeHeader('x-frame-options');
    const today = new Date().toISOString().slice(0, 10);
    const known304 = isFresh(context, { request, reply }, [
      'embed',
      question,
      [...question.attributes],
      endpoint,
      policy,
      release,
      today,
      parts.tags.sort(),
    ]);
    // The bytes name the moment at which they were made, so the tag is of what they say.
    reply.header('etag', `W/${String(reply.getHeader('etag'))}`);
    return known304 && !asker.isPrivate
      ? reply.code(304).send()
      : reply.type('text/html; charset=utf-8').send(filled.html);
  });
}

/** Where readers find what is shown: the page with this element alone. */
function pageOf({ url }: FastifyRequest, origin: string, { as }: EmbedQuestion): string {
  const page = new URL(url, origin);
  if (as === 'fragment') page.searchParams.set('as', 'page');
  return page.href;
}
