/** A site, an endpoint, a hostile endpoint: each notes what it was asked. */
import { createHash, verify, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface RecordingServer {
  readonly origin: string;
  readonly asked: Asked[];
  readonly close: () => Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export async function listen(answer: Answer): Promise<RecordingServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    void answer(request, response);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { origin: `http://localhost:${portOf(server)}`, asked, close: () => close(server) };
}

export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  return address.port;
}

export async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** Any path is the same page, with the settings of the moment, under a strict policy. */
/** @param settings of the session of a page, by its path */
export function siteAnswer(folder: string, settings: (path: string) => object, policy: () => string): Answer {
  return async ({ url = '/' }, response) => {
    const script = /^\/script\/([\w.-]+\.js)$/.exec(url)?.[1];
    if (script !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(await readFile(`${folder}/${script}`));
      return;
    }
    if (url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const page = `<!doctype html><html lang="nl"><head><title>Intranet</title>
      <script type="application/json" id="settings">${JSON.stringify(settings(url.split('?')[0] ?? ''))}</script>
      <script type="module" src="/script/page-script.js"></script></head>
      <body><h1>Intranet</h1><button id="redirect">Inloggen</button> <button id="popup">Inloggen in een venster</button>
      <button id="uit">Uitloggen</button> <button id="tweede">Bij de tweede</button><p id="grafiek">Grafiek</p></body></html>`;
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy() }).end(page);
  };
}

const table = {
  version: '2.0',
  class: 'dataset',
  label: 'Tabel',
  id: ['Tid'],
  size: [1],
  role: { time: ['Tid'] },
  dimension: { Tid: { category: { index: ['2023'] } } },
  value: [1],
};

/** Answers a table to whoever has a token that is not over, and 401 to others; lets every page ask. */
export const guardedTable: Answer = ({ method, headers }, response) => {
  const cors = {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    'Access-Control-Allow-Headers': 'authorization, dpop, accept-language, content-type, x-requested-by',
    'Access-Control-Allow-Credentials': 'true',
  };
  if (method === 'OPTIONS') {
    response.writeHead(204, cors).end();
    return;
  }
  const token = /^(?:Bearer|DPoP) (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const isOver = token === undefined || numberIn(payloadOf(token), 'exp') * 1000 <= Date.now();
  response.writeHead(isOver ? 401 : 200, { ...cors, 'Content-Type': 'application/json' });
  response.end(JSON.stringify(isOver ? {} : table));
};

export function redirectTo(address: () => string): Answer {
  return ({ method, headers }, response) => {
    const cors = {
      'Access-Control-Allow-Origin': headers.origin ?? '*',
      'Access-Control-Allow-Headers': '*, authorization',
    };
    response.writeHead(method === 'OPTIONS' ? 204 : 302, { ...cors, Location: address() }).end();
  };
}

/** A part of a JWT, unverified. */
function partOf(token: string, part: 0 | 1): unknown {
  return JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());
}

function payloadOf(token: string): unknown {
  return partOf(token, 1);
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(key)
    : undefined;
}

export function textIn(value: unknown, ...path: readonly string[]): string {
  return String(path.reduce(member, value));
}

function numberIn(value: unknown, key: string): number {
  return Number(member(value, key));
}

/** What is wrong with a proof of possession for this request (RFC 9449, section 4.3), or null. */
export function faultOfProof({ method, url, headers }: Asked, origin: string): string | null {
  const proof = String(headers.dpop);
  const token = /^DPoP (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const jwk = member(partOf(proof, 0), 'jwk');
  const payload = payloadOf(proof);
  const key = createPublicKey({ format: 'jwk', key: Object.fromEntries(Object.entries(jwk ?? {})) });
  const [header = '', body = '', signature = ''] = proof.split('.');
  const thumbprint = createHash('sha256').update(
    JSON.stringify({ crv: 'P-256', kty: 'EC', x: member(jwk, 'x'), y: member(jwk, 'y') }),
  );
  const signed = Buffer.from(`${header}.${body}`);
  const checks: Readonly<Record<string, boolean>> = {
    typ: textIn(partOf(proof, 0), 'typ') === 'dpop+jwt',
    signature: verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
    private: member(jwk, 'd') === undefined,
    htm: textIn(payload, 'htm') === method,
    htu: textIn(payload, 'htu') === `${origin}${url.split('?')[0] ?? ''}`,
    iat: Math.abs(numberIn(payload, 'iat') - Date.now() / 1000) < 60,
    jti: textIn(payload, 'jti').length >= 16,
    ath: textIn(payload, 'ath') === createHash('sha256').update(token).digest('base64url'),
    cnf: textIn(payloadOf(token), 'cnf', 'jkt') === thumbprint.digest('base64url'),
  };
  return Object.keys(checks).find((name) => checks[name] !== true) ?? null;
}
