/** Signing in at the demo's identity provider as any program does: authorization code with PKCE, step by step. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';

export interface SignInOptions {
  readonly issuer: string;
  readonly redirectUri: string;
  /** Audience of the token. */
  readonly resource: string;
  /** Of demo/identity-provider/accounts.mjs. */
  readonly account: string;
}

/** @returns an access token of that account */
export async function signInByFetch({ issuer, redirectUri, resource, account }: SignInOptions): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const ask = browserless();
  const request = new URLSearchParams({
    client_id: 'peilglas',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile cijfers',
    resource,
    state: 'stand',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const loginPage = await ask(`${issuer}/auth?${request}`);
  const chosen = await ask(loginPage, new URLSearchParams({ account, actie: 'inloggen' }));
  const answer = new URL(await ask(chosen));
  assert.equal(answer.origin + answer.pathname, redirectUri);
  assert.equal(answer.searchParams.get('state'), 'stand');
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: 'peilglas',
      grant_type: 'authorization_code',
      code: answer.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      resource,
    }),
  });
  const tokens: unknown = await response.json();
  assert.ok(typeof tokens === 'object' && tokens !== null && 'access_token' in tokens, JSON.stringify(tokens));
  return String(tokens.access_token);
}

/** Asks with the cookies it was given before; answers where it is sent on to. */
function browserless(): (address: string, form?: URLSearchParams) => Promise<string> {
  const cookies = new Map<string, string>();
  return async (address, form) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    assert.ok(location !== null, `${response.status} ${address}`);
    return new URL(location, address).href;
  };
}
