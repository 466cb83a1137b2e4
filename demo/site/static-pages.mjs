import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { policy } from './policy.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = '/statisch/';

/**
 * The static site of `demo/static-site`, written and filled when somebody first asks for it, as a build would do beforehand.
 * @param {import('fastify').FastifyInstance} app
 * @param {{ readonly endpoint: string, readonly site: string }} options
 */
export async function addStaticPages(app, { endpoint, site }) {
  let pages;
  const read = () => (pages ??= writePages(endpoint, site));
  await app.register(fastifyStatic, { root: here('../../dist/cdn'), prefix: `${root}peilglas/`, decorateReply: false });
  app.get(`${root}site.css`, (_request, reply) => reply.sendFile('site.css', here('../static-site')));
  const give = async ({ url }, reply) => {
    const [path] = url.split('?', 1);
    const page = (await read()).get(path.endsWith('/') ? path : `${path}/`);
    if (!page) return reply.callNotFound();
    const styles = page.styleHashes;
    return reply
      .header('content-security-policy', policy({ connect: [endpoint], styles }))
      .type('text/html; charset=utf-8')
      .send(page.html);
  };
  app.get(root, give);
  app.get(`${root}*`, give);
}

/** @returns {Promise<Map<string, import('@peilglas/prerender').Prerendered>>} filled pages by their paths */
async function writePages(endpoint, site) {
  const [{ default: Eleventy }, { prerender }] = await Promise.all([
    import('@11ty/eleventy'),
    import('@peilglas/prerender'),
  ]);
  process.env.PEILGLAS_ENDPOINT = endpoint;
  const eleventy = new Eleventy(here('../static-site/pages'), here('../../.peilglas/static-site'), {
    quietMode: true,
    configPath: 'demo/static-site/eleventy.config.mjs',
    pathPrefix: root,
  });
  const pages = new Map();
  for (const { url, content } of await eleventy.toJSON()) {
    const path = root + url.slice(1);
    pages.set(path, await prerender(content, { endpoint, page: site + path }));
  }
  return pages;
}
