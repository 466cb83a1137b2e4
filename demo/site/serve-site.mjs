import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';

/** CBS codes of 2023. */
const municipalities = {
  GM0141: 'Almelo',
  GM0147: 'Borne',
  GM1774: 'Dinkelland',
  GM0153: 'Enschede',
  GM0158: 'Haaksbergen',
  GM0163: 'Hellendoorn',
  GM0164: 'Hengelo',
  GM1735: 'Hof van Twente',
  GM0168: 'Losser',
  GM0173: 'Oldenzaal',
  GM1742: 'Rijssen-Holten',
  GM0183: 'Tubbergen',
  GM1700: 'Twenterand',
  GM0189: 'Wierden',
};

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The strictest policy a municipality may have; the elements work under it. */
function policy(endpoint) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${new URL(endpoint).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');
}

/**
 * The demo's municipal site: one HTML page, into which the site puts the municipality's name as any CMS would.
 * @param {{ endpoint: string }} options address of the endpoint, `http://localhost:4400/api/v2`
 */
export async function createSite({ endpoint }) {
  const app = Fastify();
  const template = await readFile(here('index.html'), 'utf8');
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy(endpoint));
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  await app.register(fastifyCompress);
  await app.register(fastifyStatic, { root: here('../../dist/cdn'), prefix: '/peilglas/' });
  await app.register(fastifyStatic, { root: here('.'), prefix: '/site/', decorateReply: false });
  app.get('/', (request, reply) => {
    const { region } = request.query;
    const code = Object.hasOwn(municipalities, region) ? region : 'GM0153';
    return reply.type('text/html; charset=utf-8').send(fill(template, code, endpoint));
  });
  return app;
}

function fill(template, region, endpoint) {
  const link = ([code, name]) =>
    `<li><a href="/?region=${code}"${code === region ? ' aria-current="page"' : ''}>${name}</a></li>`;
  const values = {
    region,
    endpoint,
    municipality: municipalities[region],
    regions: Object.entries(municipalities).map(link).join('\n            '),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}
