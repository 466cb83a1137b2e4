import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { fill } from './fill.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const apps = here('../../dist/frameworks');

/** The same dashboard five times: as plain HTML, and as an app in four frameworks. */
const dashboards = [
  { address: '/vergelijk', name: 'HTML', file: here('vergelijk/index.html') },
  { address: '/vergelijk/react', name: 'React', file: `${apps}/react/index.html` },
  // Vue and Svelte make a policy of their own for the markup that they compiled.
  { address: '/vergelijk/vue', name: 'Vue', file: `${apps}/vue/index.html`, trustedTypes: ['vue'] },
  {
    address: '/vergelijk/svelte',
    name: 'Svelte',
    file: `${apps}/svelte/index.html`,
    trustedTypes: ['svelte-trusted-html'],
  },
  { address: '/vergelijk/angular', name: 'Angular', file: `${apps}/angular/index.html`, trustedTypes: ['angular'] },
];

/**
 * @param {import('fastify').FastifyInstance} app
 * @param {object} options
 * @param {string} options.endpoint
 */
export async function addDashboards(app, { endpoint }) {
  await app.register(fastifyStatic, { root: `${apps}/assets`, prefix: '/frameworks/assets/', decorateReply: false });
  const footer = await readFile(here('vergelijk/footer.html'), 'utf8');
  for (const { address, file, trustedTypes = [] } of dashboards) {
    const page = fill(await readFile(file, 'utf8'), { endpoint, footer, pages: linksFrom(address) });
    app.get(address, { config: { policy: { connect: [endpoint], trustedTypes } } }, (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    );
  }
}

function linksFrom(current) {
  return dashboards
    .map(({ address, name }) => `<a href="${address}/"${address === current ? ' aria-current="page"' : ''}>${name}</a>`)
    .join(' ');
}
