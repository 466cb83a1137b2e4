/** The demo's public pages as they are and as filled beforehand, on one origin, with the real endpoint. */
import { mkdtemp, rm } from 'node:fs/promises';
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

export interface DemoPages {
  /** Origin of the site, without a slash at the end. */
  readonly site: string;
  /** Paths asked of the endpoint by browsers so far; what fills pages asks without the network. */
  readonly asked: string[];
  /** Fills the page at a path of the site. @returns its path as filled */
  readonly fill: (path: string) => Promise<string>;
  /** Fills a page of a test's own. @returns its path as filled, and as it is */
  readonly add: (html: string) => Promise<{ readonly filled: string; readonly live: string }>;
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
    callLimit: { calls: 1e6, seconds: 60 },
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
  await app.listen({ port: sitePort, host: 'localhost' });
  return { site, asked, fill, add, close };

  async function fill(path: string): Promise<string> {
    const { body } = await app.inject({ url: path });
    return fillPage(body);
  }

  async function add(html: string): Promise<{ readonly filled: string; readonly live: string }> {
    const live = html.replaceAll('{{endpoint}}', api);
    return { live: serve(live, []), filled: await fillPage(live) };
  }

  async function fillPage(html: string): Promise<string> {
    // Kept before it is filled: a citation names the address.
    const address = serve(html, []);
    const page = await prerender(html, { endpoint: api, page: site + address, fetch: askEndpoint });
    pages[Number(address.split('/').at(-1))] = { html: page.html, styles: page.styleHashes };
    return address;
  }

  function serve(html: string, styles: readonly string[]): string {
    return `/ingevuld/${pages.push({ html, styles }) - 1}`;
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
