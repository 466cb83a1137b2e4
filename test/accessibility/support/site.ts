/** A page for each tag, with the built elements under the strictest policy and the real endpoint with tables of the demo. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { createEndpoint } from '@peilglas/endpoint';
import Fastify from 'fastify';
import { policy } from '../../../demo/site/policy.mjs';
import { copyDemoStore } from '../../support/demo-store.ts';
import { demoShapes } from '../../../scripts/demo/shapes.mjs';
import { markup, type Tag } from './elements.ts';
import { unlimited } from '../../support/unlimited.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const published = ['bevolking', 'bevolking-maand', 'leeftijd', 'jeugdzorg'];

export interface Site {
  /** Origin, without a slash at the end. */
  readonly origin: string;
  /** Milliseconds that every answer of the endpoint takes longer; 0 at first. */
  delay: number;
  readonly close: () => Promise<void>;
}

/** @returns the site on a free port, with the endpoint at `/api/v2` of the same origin */
export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-accessibility-'));
  const store = await copyDemoStore(folder, published);
  const endpoint = createEndpoint({ ...unlimited, store, shapes: demoShapes });
  const style = await readFile(new URL('page.css', import.meta.url), 'utf8');
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } });
  const site = { origin: '', delay: 0, close };
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy({ connect: [] }));
  });
  await app.register(fastifyStatic, { root: root('dist/cdn'), prefix: '/peilglas/' });
  app.get('/page.css', (_request, reply) => reply.type('text/css').send(style));
  app.get<{ Querystring: { lang?: string; level?: string; tiles?: string } }>('/:tag', (request, reply) => {
    const { tag } = request.params as { readonly tag: string };
    return reply.type('text/html; charset=utf-8').send(pageOf(tag, request.query));
  });
  app.get('/api/v2/*', async (request, reply) => {
    if (site.delay > 0) await new Promise((resolve) => setTimeout(resolve, site.delay));
    const { statusCode, headers, body } = await endpoint.inject({ method: 'GET', url: request.url });
    return reply.code(statusCode).type(String(headers['content-type'])).send(body);
  });
  site.origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return site;

  async function close(): Promise<void> {
    await app.close();
    await endpoint.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface PageOptions {
  readonly lang?: string;
  /** For elements with a heading; that of a part below the page's own when absent. */
  readonly level?: string;
  /** How many tiles, on the page of that many. */
  readonly tiles?: string;
}

/** What the page of an address holds, between a link before and one after, as pages have. */
function contentOf(tag: string, { level, tiles }: PageOptions): string {
  const tile = markup['kpi-tile'];
  const content =
    tag === 'reading'
      ? `${markup['municipality-picker']}${markup['period-picker']}${tile}${markup['trend-chart'].split('</trend-chart>')[0] ?? ''}</trend-chart>
         <municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
         ${markup['municipality-map']}${markup['data-table']}`
      : tag === 'many'
        ? markup['municipality-picker'] + tile.repeat(Number(tiles ?? 20))
        : markup[tag as Tag];
  return level === undefined ? content : content.replaceAll(/<([a-z]+-[a-z]+)/g, `<$1 heading-level="${level}"`);
}

function pageOf(tag: string, options: PageOptions): string {
  return `<!doctype html>
<html lang="${options.lang ?? 'nl'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${tag}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/peilglas/reserve.css">
    <link rel="stylesheet" href="/page.css">
    <script type="module" src="/peilglas/peilglas.js"></script>
  </head>
  <body>
    <header><a id="before" href="#main">Gemeente</a></header>
    <data-context endpoint="/api/v2" region="GM0153" issuer="https://inloggen.example.org" client-id="pagina">
      <main id="main"><h1>Cijfers</h1>${options.level === '2' ? '' : '<h2>Over de gemeente</h2>'}
      ${contentOf(tag, options)}</main>
    </data-context>
    <footer><a id="after" href="#main">Naar boven</a></footer>
  </body>
</html>`;
}
