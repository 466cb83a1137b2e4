/** `/session`: by which pages learn who is signed in, and visitors sign in and out. No answer holds a token. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, Problem } from '../serve/problem.js';
import type { SignedIn } from './identity-provider.js';
import { lostPage } from './lost-page.js';
import { hashOf, newSecret } from './secret.js';
import { isFromPage, logFailure, type SessionDesk } from './session-desk.js';

const maxReturnTo = 2_000;
const secretForm = /^[\w-]{43}$/;

/** @param judge Rejects with a TokenFault for an access token of the provider that the endpoint does not believe. */
export function addSessionRoutes(
  app: FastifyInstance,
  desk: SessionDesk,
  judge: (token: string) => Promise<void>,
): void {
  const { cookies, sessions, pending, provider } = desk;
  // A question by HEAD would use up what can be used once.
  const once = { exposeHeadRoute: false } as const;

  app.get('/session', once, async (request, reply) => {
    const secret = cookies.session(request);
    const session = secret === null ? null : await sessions.find(secret);
    if (secret !== null && !session) cookies.setSession(reply, null);
    const error = pending.takeError(cookies.browser(request));
    // Tells pages in other tabs that it is another session, and nothing more.
    const mark = secret !== null && session ? hashOf(`mark ${secret}`).slice(0, 16) : null;
    return privately(reply).send({ signedIn: session !== null, name: session?.name ?? null, mark, error });
  });

  app.get('/session/sign-in', once, async (request, reply) => {
    const returnTo = returnAddress(queryOf(request), desk.origins);
    const known = cookies.browser(request);
    const browser = known !== null && secretForm.test(known) ? known : newSecret();
    cookies.setBrowser(reply, browser);
    const begun = await provider.signInAddress().catch((error: unknown) => {
      pending.fail(browser, logFailure(request.log, error));
      return null;
    });
    // Here the page's cookie comes along; when the provider sends the visitor back it will not.
    const earlier = keyOf(cookies.session(request));
    if (begun) pending.keep(browser, { ...begun.checks, returnTo, earlier });
    return privately(reply).redirect(begun?.address ?? returnTo, 303);
  });

  app.get('/session/callback', once, async (request, reply) => {
    const browser = cookies.browser(request);
    const query = queryOf(request);
    const begun = pending.take(browser, query.get('state') ?? '');
    if (!begun || browser === null) return lost(request, privately(reply));
    try {
      const signedIn = await provider.redeem(`?${query.toString()}`, begun);
      // Without that the visitor would be signed in, have no figures, and be asked to sign in again, for ever.
      await judge(signedIn.tokens.access);
      const secret = await sessions.start(signedIn);
      cookies.setSession(reply, secret);
      for (const earlier of [begun.earlier, pending.succeed(browser, hashOf(secret))])
        await leave(desk, request, earlier, signedIn);
    } catch (error) {
      pending.fail(browser, logFailure(request.log, error));
    }
    return privately(reply).redirect(begun.returnTo, 303);
  });

  app.post('/session/sign-out', async (request, reply) => {
    if (!isFromPage(request)) throw new Problem(403, 'Signing out takes the header X-Requested-By: peilglas');
    const secret = cookies.session(request);
    cookies.setSession(reply, null);
    const error = await leave(desk, request, keyOf(secret));
    const signOutAt = error === null ? await provider.signOutAddress().catch(() => null) : null;
    return privately(reply).send({ signOutAt, error });
  });
}

function keyOf(secret: string | null): string | null {
  return secret === null ? null : hashOf(secret);
}

/** Ends a session, if any. Answers with what went wrong at the provider. */
async function leave(
  desk: SessionDesk,
  { log }: FastifyRequest,
  key: string | null,
  next?: SignedIn,
): Promise<string | null> {
  if (key === null) return null;
  return desk.sessions.end(key, next).then(
    () => null,
    (error: unknown) => logFailure(log, error),
  );
}

/**
 * Where a visitor goes back to.
 * @throws Problem unless it is one whole address on one of these origins.
 */
function returnAddress(query: URLSearchParams, origins: ReadonlySet<string>): string {
  const [text = '', second] = query.getAll('returnTo');
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  const isPlain = url?.username === '' && url.password === '';
  if (!url || second !== undefined || text.length > maxReturnTo || !isWeb || !isPlain || !origins.has(url.origin))
    throw badRequest('returnTo must be the whole address of a page on one of the sites that this endpoint serves');
  return url.href;
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start));
}

/** For this visitor only; what is told about the session is not for pages of other sites in any form. */
function privately(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('cross-origin-resource-policy', 'same-site');
}

/** A person stands here, and does not come from a page that could tell them what happened. */
function lost({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!headers.accept?.includes('text/html')) throw badRequest('This answer belongs to no sign-in of this browser');
  return reply.code(400).type('text/html; charset=utf-8').send(lostPage);
}
