import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { addDashboards } from './dashboards.mjs';
import { addEmbedding } from './embedding.mjs';
import { fill } from './fill.mjs';
import { addIntranet } from './intranet/serve-intranet.mjs';
import { municipalities } from './municipalities.mjs';
import { policy } from './policy.mjs';
import { addStaticPages } from './static-pages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The demo's municipal site: a public HTML page, into which the site puts the municipality's name as any CMS would, a
 * yearbook, and the intranet, which is another host in all but its address.
 * @param {object} options
 * @param {string} options.endpoint address of the endpoint, `http://localhost:4400/api/v2`
 * @param {string} options.audience what the endpoint calls itself
 * @param {string} options.issuer of the identity provider
 * @param {string} options.clientId by which that knows the intranet
 * @param {string} options.scope
 * @param {string} options.site address of the site itself
 * @param {Awaited<ReturnType<typeof import('./intranet/site-key.mjs').createSiteKey>>} options.siteKey
 */
export async function createSite(options) {
  const { endpoint } = options;
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } });
  const template = await readFile(here('index.html'), 'utf8');
  const yearbook = fill(await readFile(here('jaarboek/index.html'), 'utf8'), { endpoint });
  const general = ({ url }) => ({
    connect: [endpoint],
    // Its pages may show what is made for a frame, and only that.
    ...(url.startsWith('/peilglas/embed.html') ? { around: "'self'" } : {}),
  });
  app.addHook('onSend', async (request, reply) => {
    // The public page may ask the endpoint and nobody else; pages with a session say what they need beside it.
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', policy(request.routeOptions.config.policy ?? general(request)));
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  await app.register(fastifyCompress);
  await app.register(fastifyStatic, { root: here('../../dist/cdn'), prefix: '/peilglas/' });
  await app.register(fastifyStatic, {
    root: here('.'),
    prefix: '/site/',
    decorateReply: false,
    // Beside these lies what only the site itself reads.
    allowedPath: (path) => /\.(css|js|svg)$/.test(path),
  });
  await addDashboards(app, options);
  await addEmbedding(app, options);
  await addStaticPages(app, options);
  await app.register(addIntranet, { prefix: '/intranet', ...options });
  app.get('/jaarboek', (request, reply) => reply.type('text/html; charset=utf-8').send(yearbook));
  app.get('/', (request, reply) => {
    const { region } = request.query;
    const code = Object.hasOwn(municipalities, region) ? region : 'GM0153';
    return reply.type('text/html; charset=utf-8').send(fill(template, values(code, endpoint)));
  });
  return app;
}

function values(region, endpoint) {
  const link = ([code, name]) =>
    `<li><a href="/?region=${code}"${code === region ? ' aria-current="page"' : ''}>${name}</a></li>`;
  return {
    region,
    endpoint,
    municipality: municipalities[region],
    regions: Object.entries(municipalities).map(link).join('\n            '),
  };
}
