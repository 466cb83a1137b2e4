/**
 * The addresses that the guides are about, on this machine alone: the real endpoint behind TLS at cijfers.example.org, with
 * the elements as a release, and a browser that finds nothing else.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import puppeteer, { type Browser } from 'puppeteer-core';
import { demoShapes } from '../../../scripts/demo/shapes.mjs';
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs';
import { patience } from '../../e2e/support/browser.ts';
import { unlimited } from '../../support/unlimited.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const release = '1.4.0';

/** A page of www.example.org by its path. */
export interface Page {
  readonly html: string;
  /** What it is, where that is no page. */
  readonly type?: string;
  /** Content-Security-Policy that it is sent with. */
  readonly policy?: string;
}

export interface ExampleOrg {
  readonly browser: Browser;
  /** Pages that www.example.org has; tests add theirs. */
  readonly pages: Map<string, Page>;
  readonly stop: () => Promise<void>;
}

export async function startExampleOrg(tables: readonly string[]): Promise<ExampleOrg> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-guide-'));
  const store = new DuckDbStore(join(folder, 'store'));
  const reports = await publishTables({ paths: tables.map((table) => `${root}demo/tables/${table}.yaml`), store });
  const refused = reports.filter(({ outcome }) => outcome !== 'published');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  const endpoint = await whenBuilt(() =>
    createEndpoint({
      ...unlimited,
      store,
      shapes: demoShapes,
      releases: [{ name: release, folder: `${root}dist/cdn` }],
    }),
  );
  await endpoint.listen({ port: 0, host: '127.0.0.1' });
  const pages = new Map<string, Page>();
  const server = createServer(await certificate(folder), (request, response) => {
    if (request.headers.host === 'cijfers.example.org') pass(request, response, portOf(endpoint.server.address()));
    // Browsers ask for an icon by themselves.
    else if (request.url === '/favicon.ico') response.writeHead(204).end();
    else answer(pages.get(request.url ?? ''), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launch(portOf(server.address()));
  const stop = async (): Promise<void> => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await endpoint.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, pages, stop };
}

/** Another step may be building the elements at this moment; a folder that is half written is refused by its sums. */
async function whenBuilt<T>(start: () => T): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return start();
    } catch (error) {
      if (attempt === 120) throw error;
      await setTimeout(500);
    }
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Names outside example.org have no address for this browser. */
function launch(port: number): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chrome, Chromium or Edge: npm run pretest says what to do');
  const rules = `MAP *.example.org:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  const args = [...browserFlags, `--host-resolver-rules=${rules}`];
  return puppeteer.launch({ executablePath, args, acceptInsecureCerts: true, timeout: patience });
}

async function certificate(folder: string): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['-subj', '/CN=example.org', '-addext', 'subjectAltName=DNS:*.example.org'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', ...curve, '-keyout', key, '-out', cert],
    ...names,
  ]);
  if (status !== 0) throw new Error(`openssl: ${String(stderr)}`);
  return { key: await readFile(key), cert: await readFile(cert) };
}

/** As the proxy in front of an endpoint does. */
function pass({ url, method, headers }: IncomingMessage, response: ServerResponse, port: number): void {
  const asked = forward({ port, host: '127.0.0.1', path: url, method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  });
  asked.on('error', () => response.destroy());
  asked.end();
}

function answer(page: Page | undefined, response: ServerResponse): void {
  const policy = page?.policy === undefined ? {} : { 'content-security-policy': page.policy };
  const type = `${page?.type ?? 'text/html'}; charset=utf-8`;
  response.writeHead(page ? 200 : 404, { 'content-type': type, ...policy });
  response.end(page?.html);
}
