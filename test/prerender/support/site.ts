/** Pages filled on the way out, with the built elements under the strictest policy and the real endpoint. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { prerender, type Prerendered, type PrerenderOptions } from '@peilglas/prerender';
import Fastify from 'fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { demoShapes } from '../../../scripts/demo/shapes.mjs';
import { policy } from '../../../demo/site/policy.mjs';
import { unlimited } from '../../support/unlimited.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const published = ['bevolking', 'jeugdzorg', 'leeftijd'];
const [issuer, audience] = ['https://inloggen.example.org', 'https://cijfers.example.org'];

export interface Site {
  /** Origin, without a slash at the end; the endpoint is at `/api/v2` of it. */
  readonly origin: string;
  /** Paths below `/api/` asked so far. */
  readonly asked: string[];
  /** Code of a page's own, at `/scripts/` and its name. */
  readonly scripts: Map<string, string>;
  /** What is answered of a table in place of what the endpoint says. */
  readonly instead: Map<string, { readonly status: number; readonly json: unknown }>;
  /** Fills a page with this in its body, and serves it at the path that comes back, filled or as it was. */
  readonly fill: (body: string, options?: Partial<PrerenderOptions>) => Promise<FilledPage>;
  /** Serves a page under the policy of one that was filled, and with what its own scripts are trusted with. */
  readonly serve: (html: string, like: Prerendered, trustedTypes?: readonly string[]) => string;
  /**
   * The same page, of which each element that came filled comes in pieces: one more whenever `more` below its path is asked,
   * which is answered with 204 once all have come, and 404 before the page is opened.
   */
  readonly inPieces: (filled: string) => string;
  /** For the social domain of one municipality. */
  readonly tokenFor: (municipality: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface FilledPage extends Prerendered {
  readonly filled: string;
  readonly live: string;
}

/** @param fillStore puts tables into the store; else a few of the demo, and one that is not public */
export async function openSite(fillStore = publishSome): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-prerender-'));
  const store = await fillStore(join(folder, 'store'));
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwks = join(folder, 'keys.json');
  await writeFile(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' }] }));
  const claims = { themes: 'themes', municipalities: 'municipalities' };
  const endpoint = createEndpoint({
    store,
    shapes: demoShapes,
    access: { issuers: [{ issuer, audience, jwks, claims }], auditLog: join(folder, 'audit.log') },
    ...unlimited,
  });
  const pages: { readonly html: string; readonly policy: string }[] = [];
  const asked: string[] = [];
  const instead: Site['instead'] = new Map();
  const scripts: Site['scripts'] = new Map();
  const app = Fastify();
  await app.register(fastifyStatic, { root: root('dist/cdn'), prefix: '/peilglas/' });
  app.get<{ Params: { number: string } }>('/pages/:number', (request, reply) => {
    const page = pages[Number(request.params.number)];
    if (!page) return reply.code(404).send();
    return reply.type('text/html; charset=utf-8').header('content-security-policy', page.policy).send(page.html);
  });
  app.get<{ Params: { name: string } }>('/scripts/:name', (request, reply) =>
    reply.type('text/javascript').send(scripts.get(request.params.name)),
  );
  const coming = new Map<string, { readonly rest: string[]; readonly to: PassThrough }>();
  app.get<{ Params: { number: string } }>('/in-pieces/:number/', (request, reply) => {
    const { number } = request.params;
    const { html = '', policy: ofPage = '' } = pages[Number(number)] ?? {};
    const [first = '', ...rest] = piecesOf(html);
    const to = new PassThrough();
    coming.set(number, { rest, to });
    to.write(first);
    return reply.type('text/html; charset=utf-8').header('content-security-policy', ofPage).send(to);
  });
  app.get<{ Params: { number: string } }>('/in-pieces/:number/more', (request, reply) => {
    const page = coming.get(request.params.number);
    if (!page) return reply.code(404).send();
    const next = page.rest.shift();
    if (next === undefined) page.to.end();
    else page.to.write(next);
    return reply.code(next === undefined ? 204 : 200).send();
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/api/*',
    handler: async ({ method, url, headers: { authorization }, body: posted }, reply) => {
      asked.push(url);
      const other = instead.get(/\/tables\/([^/]+)\//.exec(url)?.[1] ?? '');
      if (other) return reply.code(other.status).send(other.json);
      const { statusCode, headers, body } = await endpoint.inject({
        method: method === 'POST' ? 'POST' : 'GET',
        url,
        headers: authorization === undefined ? {} : { authorization },
        ...(posted ? { payload: posted } : {}),
      });
      return reply.code(statusCode).type(String(headers['content-type'])).send(body);
    },
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { origin, asked, scripts, instead, fill, serve, inPieces, tokenFor, close };

  async function fill(body: string, options: Partial<PrerenderOptions> = {}): Promise<FilledPage> {
    const html = pageOf(body);
    const strict = policy({ connect: [] });
    const live = pages.push({ html, policy: strict }) - 1;
    const page = await prerender(html, {
      endpoint: `${origin}/api/v2`,
      page: `${origin}/pages/${live + 1}`,
      ...options,
    });
    return { ...page, filled: serve(page.html, page), live: `${origin}/pages/${live}` };
  }

  function serve(html: string, { styleHashes }: Prerendered, trustedTypes: readonly string[] = []): string {
    const number = pages.push({ html, policy: policy({ connect: [], styles: styleHashes, trustedTypes }) }) - 1;
    return `${origin}/pages/${number}`;
  }

  function inPieces(filled: string): string {
    return filled.replace(/\/pages\/(\d+)$/, '/in-pieces/$1/');
  }

  async function tokenFor(municipality: string): Promise<string> {
    return new SignJWT({ themes: ['sociaal-domein'], municipalities: [municipality] })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(`beleid-${municipality}`)
      .setExpirationTime('10 minutes')
      .sign(privateKey);
  }

  async function close(): Promise<void> {
    await app.close();
    await endpoint.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishSome(folder: string): Promise<DuckDbStore> {
  const store = new DuckDbStore(folder);
  const closed = await closedTable(`${folder}-sources`);
  const reports = await publishTables({
    paths: [...published.map((id) => root(`demo/tables/${id}.yaml`)), closed],
    store,
  });
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`Refused: ${JSON.stringify(refused)}`);
  return store;
}

/** A table for the social domain only, made of one of the demo. */
async function closedTable(folder: string): Promise<string> {
  const [manifest, rows] = await Promise.all(
    ['yaml', 'csv'].map((type) => readFile(root(`demo/tables/jeugdzorg.${type}`), 'utf8')),
  );
  await mkdir(folder);
  const path = join(folder, 'besloten.yaml');
  const yaml = (manifest ?? '')
    .replace('id: jeugdzorg', 'id: besloten')
    .replace('audience: public', 'audience: { theme: sociaal-domein, municipalityBound: true }')
    .replace('file: jeugdzorg.csv', 'file: besloten.csv');
  await Promise.all([writeFile(join(folder, 'besloten.csv'), rows ?? ''), writeFile(path, yaml)]);
  return path;
}

/** Cut between tags: before and after each element that came filled, and eleven times within it. */
function piecesOf(html: string): readonly string[] {
  const elements = html.split(/(?<=<\/template>)|(?=<template )/);
  return elements.flatMap((text) => {
    const tags = text.split(/(?<=>)/);
    const size = text.startsWith('<template ') ? Math.ceil(tags.length / 12) : tags.length;
    return Array.from({ length: Math.ceil(tags.length / size) }, (_, at) =>
      tags.slice(at * size, (at + 1) * size).join(''),
    );
  });
}

function pageOf(body: string): string {
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Cijfers</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/peilglas/reserve.css">
    <script type="module" src="/peilglas/peilglas.js"></script>
  </head>
  <body>
    <h1>Cijfers</h1>
    ${body}
    <p id="after">Einde</p>
  </body>
</html>`;
}
