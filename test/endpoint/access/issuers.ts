/** Issuers on loopback with real keys, and what they and their users sign. */
import type { EndpointOptions } from '@peilglas/endpoint';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after } from 'node:test';

export type AccessOptions = NonNullable<EndpointOptions['access']>;

export interface Key {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function newKey(alg: string, kid: string = randomUUID()): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export interface KeyServer {
  readonly url: string;
  /** Public keys that are given, and with which status. */
  keys: readonly JWK[];
  status: number;
  /** Given instead of the keys. */
  page: string | null;
  /** How often the keys were asked for. */
  asked: number;
  stop(): Promise<void>;
}

/** A JWKS address. */
export async function serveKeys(...keys: readonly Key[]): Promise<KeyServer> {
  const http = createServer((_request, response) => {
    server.asked++;
    response.writeHead(server.status, { 'content-type': 'application/json' });
    response.end(server.page ?? JSON.stringify({ keys: server.keys }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const server: KeyServer = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/jwks`,
    keys: keys.map(({ publicJwk }) => publicJwk),
    status: 200,
    page: null,
    asked: 0,
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  after(() => server.stop());
  return server;
}

export const issuer = 'https://login.example.org';
export const audience = 'https://cijfers.example.org';

export interface TokenParts {
  readonly header?: Readonly<Record<string, unknown>>;
  /** Claims over the usual ones; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export function now(): number {
  return Math.floor(Date.now() / 1000);
}

function present(claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

/** A signed access token. */
export async function tokenOf(key: Key, { header = {}, claims = {} }: TokenParts = {}): Promise<string> {
  const usual = { iss: issuer, aud: audience, sub: 'someone-with-a-name', exp: now() + 300, iat: now() };
  const payload = present({ ...usual, ...claims });
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })
    .sign(key.privateKey);
}

/** A token that is bound to a key of its user. */
export async function boundTokenOf(key: Key, user: Key, { header, claims = {} }: TokenParts = {}): Promise<string> {
  const cnf = { jkt: await calculateJwkThumbprint(user.publicJwk) };
  return tokenOf(key, { ...(header ? { header } : {}), claims: { cnf, ...claims } });
}

/** A proof of possession for one request (RFC 9449). */
export async function proofOf(
  user: Key,
  token: string,
  htu: string,
  { header = {}, claims = {} }: TokenParts = {},
): Promise<string> {
  const ath = createHash('sha256').update(token).digest('base64url');
  const usual = { htm: 'GET', htu, ath, jti: randomUUID(), iat: now() };
  const { kid: _kid, use: _use, alg, ...jwk } = user.publicJwk;
  const payload = present({ ...usual, ...claims });
  return new SignJWT(payload)
    .setProtectedHeader({ alg: alg ?? '', typ: 'dpop+jwt', jwk, ...header })
    .sign(user.privateKey);
}

/** Settings of an issuer whose tokens say rights in the claims `themes` and `municipalities`. */
export function trust(jwks: string): AccessOptions['issuers'][number] {
  return {
    issuer,
    audience,
    jwks,
    claims: { themes: { name: 'themes', all: '*' }, municipalities: { name: 'municipalities', all: '*' } },
  };
}
