/** The demo's identity provider with an eye on its token requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import {
  createIdentityProvider,
  type BackendClient,
  type IdentityProvider,
} from '../../../demo/identity-provider/identity-provider.mjs';
import { asItSays, refusalOf, refuse, type EntraId } from './entra-id.ts';
import { close, portOf, textIn } from './servers.ts';

export interface WatchedProvider extends IdentityProvider {
  /** `authorization_code` and `refresh_token` per request to the token endpoint, in order, with how it ended. */
  readonly grants: string[];
  /** Every access, refresh and id token that went out. */
  readonly tokens: Set<string>;
  /** The refresh tokens, newest last. */
  readonly refreshTokens: string[];
  /** The most token requests that were under way at one moment since this was set to 0. */
  mostAtOnce: number;
  /** Milliseconds that a token request takes at least. */
  delay: number;
  /** Set where it is to behave as Entra ID does. */
  entraId: EntraId | null;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  await close(server);
  return port;
}

/**
 * On another site than `localhost`, so that its cookies are those of a third party wherever a page meddles.
 * @param redirectUris where answers may go to, exactly
 * @param resource audience of its access tokens
 * @param backend an endpoint that signs visitors in itself
 */
export async function startProvider(
  redirectUris: readonly string[],
  resource: string,
  backend?: BackendClient,
): Promise<WatchedProvider> {
  const options = { port: await freePort(), host: '127.0.0.1', resource };
  const provider = createIdentityProvider({ ...options, redirectUris, ...(backend && { backend }) });
  const watched: WatchedProvider = {
    ...provider,
    ...{ grants: [], tokens: new Set(), refreshTokens: [], mostAtOnce: 0, delay: 0, entraId: null },
  };
  watch(watched);
  await watched.listen();
  return watched;
}

function watch(provider: WatchedProvider): void {
  const { server } = provider;
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  let now = 0;
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = provider.entraId && (await refusalOf(provider.entraId, request));
    if (refusal) {
      provider.grants.push(refusal.error);
      refuse(response, request.headers.origin, refusal);
      return;
    }
    if (request.method !== 'POST' || request.url !== '/token') {
      pass(request, response);
      return;
    }
    now += 1;
    provider.mostAtOnce = Math.max(provider.mostAtOnce, now);
    noteAnswer(provider, response);
    response.once('close', () => (now -= 1));
    setTimeout(() => {
      pass(request, response);
    }, provider.delay);
  };
  server.on('request', (request, response) => void answer(request, response));
}

function noteAnswer({ grants, tokens, refreshTokens, entraId }: WatchedProvider, response: ServerResponse): void {
  const end = response.end.bind(response);
  response.end = (...args: readonly unknown[]): ServerResponse => {
    const [body] = args;
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : '{}';
    const answer = JSON.parse(text) as object;
    if (response.statusCode !== 200) {
      grants.push(textIn(answer, 'error'));
      return end(text);
    }
    grants.push('ok');
    for (const name of ['access_token', 'refresh_token', 'id_token']) tokens.add(textIn(answer, name));
    refreshTokens.push(textIn(answer, 'refresh_token'));
    const said = entraId ? JSON.stringify(asItSays(entraId, answer)) : text;
    response.setHeader('content-length', Buffer.byteLength(said));
    return end(said);
  };
}

/** What a thief does with a stolen refresh token. @returns the HTTP status */
export async function renewElsewhere({ issuer, clientId }: IdentityProvider, token: string): Promise<number> {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, client_id: clientId });
  const { status } = await fetch(`${issuer}/token`, { method: 'POST', body });
  return status;
}

/** What an administrator does who ends a session. */
export async function revoke({ issuer, clientId }: IdentityProvider, token: string): Promise<void> {
  const body = new URLSearchParams({ token, client_id: clientId });
  await fetch(`${issuer}/token/revocation`, { method: 'POST', body });
}
