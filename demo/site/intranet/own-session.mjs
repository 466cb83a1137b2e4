/**
 * A host that knows its visitors by a session of its own: a cookie that scripts cannot read. Its back end makes page
 * tokens for who has one. What a real intranet has instead of this form is its login.
 */
import { randomUUID } from 'node:crypto';

/** Half an hour, in seconds. */
const lifetime = 1800;
/** No more than the page shows. */
const rights = { themes: ['sociaal-domein'], municipalities: ['GM0153'] };

/**
 * @param {import('fastify').FastifyInstance} app
 * @param {object} options
 * @param {string} options.prefix
 * @param {(reply: import('fastify').FastifyReply, file: string, own: Record<string, string>) => unknown} options.send
 * @param {string} options.endpoint
 * @param {string} options.site
 * @param {Awaited<ReturnType<typeof import('./site-key.mjs').createSiteKey>>} options.siteKey
 */
export async function addOwnSession(app, { send, endpoint, site, siteKey }) {
  const path = app.prefix;
  // Cookies are the same for all ports of a machine: another demo has other sessions.
  const name = `proefsessie-${new URL(site).port}`;
  const cookie = (value, seconds) => `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;
  /** When each session is over, in milliseconds, by what its cookie says. */
  const sessions = new Map();
  const idOf = ({ headers }) => new RegExp(`(?:^|; )${name}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
  const isKnown = (request) => (sessions.get(idOf(request)) ?? 0) > Date.now();

  // The forms hold no fields.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async () => ({}));

  const config = { policy: { connect: [endpoint], form: "'self'" } };
  app.get('/', { config }, (request, reply) =>
    send(reply.header('cache-control', 'no-store'), 'own-session', {
      status: '',
      session: isKnown(request) ? '{{own-session-on}}' : '{{own-session-off}}',
    }),
  );
  app.post('/start', (_request, reply) => {
    for (const [id, until] of sessions) if (until <= Date.now()) sessions.delete(id);
    const id = randomUUID();
    sessions.set(id, Date.now() + lifetime * 1000);
    return reply.header('set-cookie', cookie(id, lifetime)).redirect(`${path}/`, 303);
  });
  app.post('/stop', (request, reply) => {
    sessions.delete(idOf(request));
    return reply.header('set-cookie', cookie('', 0)).redirect(`${path}/`, 303);
  });
  app.post('/token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return isKnown(request) ? { token: await siteKey.pageToken(rights) } : reply.code(401).send({});
  });
}
