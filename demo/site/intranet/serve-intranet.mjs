import { addOwnSession } from './own-session.mjs';
import { pageRenderer } from './render-page.mjs';

/** How the session of a page starts, by `?inloggen=`; the first for who asks for nothing else. */
const waysToSignIn = {
  knop: '',
  // Each page is a session of its own: between them nobody should have to press a button, see theme-links.js.
  vanzelf: 'silent-sign-in',
  venster: 'sign-in="popup"',
  gebonden: 'dpop',
};

const themePages = {
  '/': 'overview',
  '/jeugd': 'youth',
  '/bevolking': 'population',
  '/wonen-en-energie': 'housing',
};

/**
 * The intranet: pages with public figures beside figures for some, in three ways of knowing the visitor.
 * @param {import('fastify').FastifyInstance} app
 * @param {Parameters<typeof import('../serve-site.mjs').createSite>[0] & { prefix: string }} options
 */
export async function addIntranet(app, { prefix, endpoint, audience, issuer, clientId, scope, site, siteKey }) {
  const render = await pageRenderer({ endpoint, audience, issuer, 'client-id': clientId, scope });
  const config = { policy: { connect: [endpoint, issuer] } };
  const send = (reply, file, own) => reply.type('text/html; charset=utf-8').send(render(file, own));
  for (const [path, file] of Object.entries(themePages)) {
    app.get(path, { config }, (request, reply) => {
      const { inloggen } = request.query;
      const way = Object.hasOwn(waysToSignIn, inloggen) ? inloggen : 'knop';
      return send(reply, file, { path: prefix + path, 'sign-in': waysToSignIn[way] });
    });
  }
  // Where the provider sends answers to, as it is registered there.
  app.get('/ingelogd', { config }, (_request, reply) => send(reply, 'signed-in', { status: '' }));
  app.get('/zonder-tokens/', { config: { policy: { connect: [endpoint] } } }, (_request, reply) =>
    send(reply, 'without-tokens'),
  );
  await app.register(addOwnSession, { prefix: '/eigen-sessie', send, endpoint, site, siteKey });
}
