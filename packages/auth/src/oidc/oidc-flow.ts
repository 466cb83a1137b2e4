import { Log, OidcClient, type RefreshState, type SigninResponse } from 'oidc-client-ts';
import type { TokenRequest } from '@peilglas/client';
import type { OidcSettings } from '../oidc-settings.js';
import { SessionError } from '../session-error.js';
import { DpopKey, proofFor } from './dpop-key.js';
import { sessionErrorOf } from './error-cause.js';
import type { Tokens } from './tokens.js';

/** Seconds that the provider has for an answer. */
const patience = 10;

type RefreshFields = Pick<RefreshState, keyof RefreshState>;

export interface SignInRequest {
  readonly url: string;
  /** `state` of the request, and what is needed to recognise and redeem the answer. */
  readonly id: string;
  readonly entry: string;
}

/** What goes over the line between this page and the identity provider. Rejects with a `SessionError`. */
export class OidcFlow {
  readonly #settings: OidcSettings;
  readonly #redirectUri: string;
  readonly #scope: string;
  readonly #client: OidcClient;
  readonly #key: DpopKey | null;
  readonly #requests = new Map<string, string>();

  constructor(settings: OidcSettings, redirectUri: string) {
    // What it logs holds tokens.
    Log.setLevel(Log.NONE);
    this.#settings = settings;
    this.#redirectUri = redirectUri;
    this.#key = settings.dpop ? new DpopKey() : null;
    const { issuer, clientId, scope = 'openid profile', resource, signedOutUri = redirectUri } = settings;
    this.#scope = scope;
    this.#client = new OidcClient({
      authority: issuer,
      client_id: clientId,
      redirect_uri: redirectUri,
      post_logout_redirect_uri: signedOutUri,
      scope,
      ...(resource !== undefined && { resource, extraTokenParams: { resource } }),
      ...(this.#key && { dpop: { store: this.#key } }),
      fetchRequestCredentials: 'omit',
      requestTimeoutInSeconds: patience,
      stateStore: {
        set: async (id, entry) => void this.#requests.set(id, entry),
        get: async (id) => this.#requests.get(id) ?? null,
        remove: async (id) => this.#take(id),
        getAllKeys: async () => [],
      },
    });
  }

  async signInRequest({ silent, popup }: { silent: boolean; popup: boolean }): Promise<SignInRequest> {
    return this.#ask(async () => {
      await this.#checkIssuer();
      const { url, state } = await this.#client.createSigninRequest({
        nonce: crypto.randomUUID(),
        ...(silent && { prompt: 'none' }),
        ...(popup && { url_state: 'popup', display: 'popup' }),
      });
      return { url, id: state.id, entry: this.#take(state.id) ?? '' };
    });
  }

  /** @param answer the query string that the provider sent the visitor back with */
  async redeem(answer: string, entry: string): Promise<Tokens> {
    const query = new URLSearchParams(answer);
    const { issuer } = this.#settings;
    await this.#ask(() => this.#checkIssuer());
    this.#requests.set(query.get('state')?.split(';')[0] ?? '', entry);
    try {
      // An answer of another provider than was asked (RFC 9207).
      if ((query.get('iss') ?? issuer) !== issuer) throw new SessionError('answer-invalid');
      return this.#tokens(await this.#client.processSigninResponse(`${this.#redirectUri}${answer}`), null);
    } catch (error) {
      const known = sessionErrorOf(error, 'answer-invalid');
      throw known.code === 'renewal-refused' ? new SessionError('answer-invalid') : known;
    }
  }

  async renew(tokens: Tokens): Promise<Tokens> {
    const { refresh } = tokens;
    if (refresh === null) throw new SessionError('no-renewal');
    try {
      const response = await this.#client.useRefreshToken({
        state: refreshState(refresh, tokens, this.#settings),
        timeoutInSeconds: patience,
        ...(this.#settings.resource !== undefined && { resource: this.#settings.resource }),
      });
      return this.#tokens(response, tokens);
    } catch (error) {
      const known = sessionErrorOf(error);
      // A provider that wants to see the visitor first, for a new password or a second factor, renews nothing.
      throw known.code === 'sign-in-needed' ? new SessionError('renewal-refused') : known;
    }
  }

  /** Headers for one request to the endpoint. */
  async headers({ access, ahead }: Tokens, { url, method }: TokenRequest): Promise<Record<string, string>> {
    if (!this.#key) return { Authorization: `Bearer ${access}` };
    const { keys } = await this.#key.get(this.#settings.clientId);
    return {
      Authorization: `DPoP ${access}`,
      DPoP: await proofFor({ method, url, accessToken: access, ahead }, keys),
    };
  }

  /**
   * Makes the refresh token worthless (RFC 7009), then goes to the provider's sign-out page (OpenID Connect RP-Initiated
   * Logout), where the visitor confirms. Without the id token as a hint: it would be in an address, and so in histories
   * and logs. False when the provider has no such page.
   * @param popup the window to go there; null for this one
   */
  async end({ refresh }: Tokens, popup: Window | null): Promise<boolean> {
    return this.#ask(async () => {
      const { metadataService } = this.#client;
      if (refresh !== null && (await metadataService.getRevocationEndpoint()) !== undefined) {
        await this.#revoke(refresh);
      }
      if ((await metadataService.getEndSessionEndpoint()) === undefined) return false;
      const { url } = await this.#client.createSignoutRequest({
        client_id: this.#settings.clientId,
        ...(popup && { state: {}, url_state: 'popup' }),
      });
      (popup ?? window).location.assign(url);
      return true;
    });
  }

  async #revoke(refresh: string): Promise<void> {
    try {
      await this.#client.revokeToken(refresh, 'refresh_token');
    } catch (error) {
      // Whatever the provider says to it (RFC 7009 lets it answer anything), its sign-out page is what counts.
      if (sessionErrorOf(error).code === 'provider-unreachable') throw error;
    }
  }

  #take(id: string): string | null {
    const entry = this.#requests.get(id) ?? null;
    this.#requests.delete(id);
    return entry;
  }

  /** Discovery (section 4.3): a provider that calls itself otherwise is another one. */
  async #checkIssuer(): Promise<void> {
    const said = await this.#client.metadataService.getIssuer();
    if (said !== this.#settings.issuer) throw new SessionError('provider-error');
  }

  #tokens(response: SigninResponse, before: Tokens | null): Tokens {
    const { access_token, refresh_token, id_token, profile, expires_in } = response;
    if (this.#key && response.token_type.toLowerCase() !== 'dpop') throw new SessionError('provider-error');
    const isNew = id_token !== undefined && id_token !== before?.id;
    return {
      access: access_token,
      refresh: refresh_token ?? before?.refresh ?? null,
      scope: before?.scope ?? grantedOf(this.#scope, response.scope),
      id: id_token ?? null,
      // The same visitor is the same object: whoever compares sees at once that nobody else came.
      user: before?.user ?? { name: profile.name ?? profile.preferred_username ?? null },
      subject: profile.sub,
      lifetime: (expires_in ?? 300) * 1000,
      ahead: before && !isNew ? before.ahead : profile.iat * 1000 - Date.now(),
    };
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw sessionErrorOf(error);
    }
  }
}

/**
 * What was asked for and granted: the most that a renewal may ask for. Without it some providers make a token for something
 * else (Entra ID). All that was asked for, where the provider calls what it granted otherwise.
 */
function grantedOf(asked: string, granted = asked): string {
  const names = granted.split(' ');
  const both = asked.split(' ').filter((name) => names.includes(name));
  return both.length > 0 ? both.join(' ') : asked;
}

/** What the OIDC client wants to know of the session that it renews. */
function refreshState(
  refresh: string,
  { id, subject, scope }: Tokens,
  { issuer, clientId }: OidcSettings,
): RefreshFields {
  return {
    refresh_token: refresh,
    scope,
    ...(id !== null && { id_token: id }),
    session_state: null,
    profile: { sub: subject, iss: issuer, aud: clientId, exp: 0, iat: 0 },
  };
}
