/**
 * The pages, and between them and the real endpoint a proxy that can do what lines, caches and machines in between do. Every
 * test has a room of its own, `/<room>/api/v2`, so that nothing of one is remembered in another.
 */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createEndpoint } from '@peilglas/endpoint';
import { policy } from '../../../demo/site/policy.mjs';
import { copyDemoStore } from '../../support/demo-store.ts';
import { demoShapes } from '../../../scripts/demo/shapes.mjs';
import { ageBySex } from '../../elements/support/synthetic.ts';
import { unlimited } from '../../support/unlimited.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface Asked {
  readonly url: URL;
  /** How many were asked in this room before. */
  readonly before: number;
  readonly response: ServerResponse;
}

/** Answers in the endpoint's place. @param answer what the endpoint says itself */
export type Fault = (asked: Asked, answer: Answer) => void | Promise<void>;

/** Answers with figures: all of them, or those that came after metadata. */
export type Part = 'figures' | 'data';

const parts = { figures: /\/data$|ages/, data: /\/data$/ };

export interface Room {
  readonly name: string;
  /** Null: the line is as it should be. */
  fault: Fault | null;
  readonly only: Part | undefined;
  /** Addresses asked for, oldest first. */
  readonly asked: string[];
}

export interface Proxy {
  readonly origin: string;
  /** Another origin, which lets every page read its figures. */
  readonly elsewhere: string;
  readonly room: (fault?: Fault | null, only?: Part) => Room;
  readonly close: () => Promise<void>;
}

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const built = root('dist/cdn/');

export async function openProxy(): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-faults-'));
  const store = await copyDemoStore(folder, ['bevolking', 'leeftijd']);
  const endpoint = createEndpoint({ ...unlimited, store, shapes: demoShapes });
  const rooms = new Map<string, Room>();

  const ask = async (request: IncomingMessage, url: string): Promise<Answer> => {
    if (url.startsWith('/ages.json')) return { status: 200, type: 'application/json', body: JSON.stringify(ageBySex) };
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const type = request.headers['content-type'];
    const { statusCode, headers, body } = await endpoint.inject({
      ...{ method, url },
      ...(method === 'POST' && { payload: await text(request), headers: { 'content-type': type } }),
    });
    return { status: statusCode, type: String(headers['content-type']), body };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, first = '', ...rest] = url.pathname.split('/');
    const room = rooms.get(first);
    if (first === 'peilglas') await sendFile(response, rest.join('/'));
    else if (room) {
      const before = room.asked.push(url.pathname + url.search) - 1;
      const answer = await ask(request, `/${rest.join('/')}${url.search}`);
      // The fault of now, not of when it was asked: an answer that was held back meets the line as it has become.
      // Boundaries are another question, asked apart; test/elements has what becomes of a map without them.
      const isMeant = room.only ? parts[room.only].test(url.pathname) : !url.pathname.includes('/shapes/');
      if (room.fault && isMeant) await room.fault({ url, before, response }, answer);
      else send(response, answer);
    } else if (first === 'favicon.ico') response.writeHead(204).end();
    else sendPage(response, first === 'zonder-beleid' ? onlySinks : strict);
  };

  const listen = async (handle: typeof serve): Promise<{ origin: string; close: () => Promise<void> }> => {
    const server = createServer((request, response) => {
      response.on('error', () => undefined);
      handle(request, response).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const close = async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    return { origin: `http://127.0.0.1:${port}`, close };
  };
  const site = await listen(serve);
  const other = await listen(async (request, response) => {
    const answer = await ask(request, request.url ?? '/');
    response.setHeader('Access-Control-Allow-Origin', '*');
    send(response, answer);
  });
  return {
    origin: site.origin,
    elsewhere: other.origin,
    room: (fault = null, only) => {
      const room: Room = { name: `room-${rooms.size}`, fault, only, asked: [] };
      rooms.set(room.name, room);
      return room;
    },
    close: async () => {
      await Promise.all([site.close(), other.close()]);
      await endpoint.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function send(response: ServerResponse, { status, type, body }: Answer, headers: object = {}): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers }).end(body);
}

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  const body = await readFile(join(built, name));
  const types: Readonly<Record<string, string>> = { css: 'text/css', html: 'text/html' };
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/javascript';
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'max-age=600' }).end(body);
}

const strict = policy({ connect: [], frames: "'self'", around: "'self'" });
/** Scripts that stand in the page would run; only what makes markup of texts is watched. */
const onlySinks = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

function sendPage(response: ServerResponse, rules: string): void {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': rules };
  response.writeHead(200, headers).end(`<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>Proefpagina</title>
    <script type="module" src="/peilglas/peilglas-all.js"></script>
  </head>
  <body><h1>Cijfers</h1><main></main></body>
</html>`);
}
