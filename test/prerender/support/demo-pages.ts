/** The demo's public pages as they are and as filled beforehand, on one origin, with the real endpoint. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEndpoint } from '@peilglas/endpoint';
import { prerender } from '@peilglas/prerender';
import { policy } from '../../../demo/site/policy.mjs';
import { createSite } from '../../../demo/site/serve-site.mjs';
import { createSiteKey } from '../../../demo/site/intranet/site-key.mjs';
import { demoShapes } from '../../../scripts/demo/shapes.mjs';
import { freePorts } from '../../e2e/support/demo.ts';
import { copyDemoStore } from '../../support/demo-store.ts';
import { unlimited } from '../../support/unlimited.ts';

/** How a page of a test's own is written. */
export interface Look {
  readonly dir: 'ltr' | 'rtl';
  /** Attributes of the root element besides. */
  readonly root: string;
  /** Style sheets in the folder of scripts. */
  readonly styles: readonly string[];
  /** Whether its figures are invented ones, of the stories; no table of the demo has age by sex. */
  readonly isInvented: boolean;
}

export interface DemoPages {
  /** Origin of the site, without a slash at the end. */
  readonly site: string;
  /** Paths asked of the endpoint by browsers so far; what fills pages asks without the network. */
  readonly asked: string[];
  /** Fills the page at a path of the site. @returns its path as filled */
  readonly fill: (path: string) => Promise<string>;
  /** Fills a page with this in its context. @returns its path as filled */
  readonly add: (content: string, look?: Partial<Look>) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openDemoPages(): Promise<DemoPages> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-demo-pages-'));
  const store = await copyDemoStore(join(folder, 'store'));
  const [endpointPort, sitePort] = await freePorts();
  const [audience, site] = [endpointPort, sitePort].map((port) => `http://localhost:${port}`) as [string, string];
  const api = `${audience}/api/v2`;
  const endpoint = createEndpoint({
    ...{ store, publicUrl: audience, shapes: demoShapes, origins: [site] },
    ...unlimited,
  });
  const asked: string[] = [];
  endpoint.addHook('onRequest', async ({ url, raw }) => {
    if (raw.socket.remotePort !== undefined) asked.push(url);
  });
  await endpoint.listen({ port: endpointPort, host: 'localhost' });
  const siteKey = await createSiteKey({ site, audience });
  const app = await createSite({
    ...{ endpoint: api, audience, site, siteKey },
    ...{ issuer: site, clientId: 'test', scope: 'openid' },
  });
  const pages: { readonly html: string; readonly styles: readonly string[] }[] = [];
  app.get<{ Params: { number: string } }>('/ingevuld/:number', (request, reply) => {
    const page = pages[Number(request.params.number)];
    if (!page) return reply.code(404).send();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy({ connect: [api], styles: page.styles, frames: "'self'" }))
      .send(page.html);
  });
  // A dataset says all that its metadata says: one file answers both questions.
  app.get<{ Params: { table: string } }>('/verzonnen/api/v2/tables/:table/*', async (request, reply) =>
    reply.type('application/json').send(await readFile(`stories/data/${request.params.table}.nl.json`)),
  );
  await app.listen({ port: sitePort, host: 'localhost' });
  return { site, asked, fill, add, close };

  async function fill(path: string): Promise<string> {
    const { body } = await app.inject({ url: path });
    return fillPage(body);
  }

  async function add(content: string, { isInvented = false, ...look }: Partial<Look> = {}): Promise<string> {
    const from = isInvented ? `${site}/verzonnen/api/v2` : api;
    return fillPage(pageOf(`<data-context endpoint="${from}" region="GM0153">${content}</data-context>`, look), from);
  }

  async function fillPage(html: string, from = api): Promise<string> {
    // Kept before it is filled: a citation names the address.
    const address = `/ingevuld/${pages.push({ html, styles: [] }) - 1}`;
    const page = await prerender(html, {
      ...{ endpoint: from, page: site + address },
      ...(from === api && { fetch: askEndpoint }),
    });
    pages[pages.length - 1] = { html: page.html, styles: page.styleHashes };
    return address;
  }

  async function askEndpoint(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const { body, method } = init ?? {};
    const answer = await endpoint.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: pathname + search,
      ...(typeof body === 'string' && { payload: body, headers: { 'content-type': 'application/json' } }),
    });
    const type = String(answer.headers['content-type']);
    return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': type } });
  }

  async function close(): Promise<void> {
    await Promise.all([app.close(), endpoint.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function pageOf(content: string, { dir = 'ltr', root = '', styles = [] }: Partial<Look>): string {
  const sheets = ['reserve', ...styles].map((name) => `<link rel="stylesheet" href="/peilglas/${name}.css">`);
  return `<!doctype html>
<html lang="nl" dir="${dir}" ${root}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Cijfers</title>
    <link rel="icon" href="data:,">
    ${sheets.join('')}
    <script type="module" src="/peilglas/peilglas.js"></script>
  </head>
  <body>
    <h1>Cijfers</h1><a href="#na">Naar beneden</a>
    ${content}
    <p id="na">Einde</p>
  </body>
</html>`;
}
