import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
  type ClientAuth,
  type Configuration,
  type TokenEndpointResponse,
} from 'openid-client';
import type { PendingSignIn } from './pending-sign-ins.js';
import type { KeptSession, SessionTokens } from './session-store.js';
import { signInErrorOf, SignInError, type SignInErrorCode } from './sign-in-error.js';
import type { SignInSettings } from './sign-in-settings.js';

/** Seconds that the provider has for an answer. */
const patience = 5;
/** After a failure it is not asked what it is for so long, in milliseconds: visitors must not wait for one that is down. */
const pause = 5_000;
/** How long before its end a token is renewed at most, and how long it lives when the provider does not say; in milliseconds. */
const margin = 30_000;
const usualLifetime = 300_000;

export type Checks = Omit<PendingSignIn, 'returnTo' | 'earlier'>;
/** A sign-in as the provider answered it. */
export type SignedIn = Omit<KeptSession, 'startedAt'>;

/** What goes over the line between the endpoint and the identity provider. Rejects with a `SignInError`. */
export class IdentityProvider {
  readonly #settings: SignInSettings;
  readonly #clientKey: () => Promise<ClientAuth>;
  readonly #redirectUri: string;
  #known: Promise<Configuration> | null = null;

  constructor(settings: SignInSettings, clientKey: () => Promise<ClientAuth>, redirectUri: string) {
    this.#settings = settings;
    this.#clientKey = clientKey;
    this.#redirectUri = redirectUri;
  }

  /** The provider's login page for one visitor, and what its answer must be checked with. */
  async signInAddress(): Promise<{ readonly address: string; readonly checks: Checks }> {
    const known = await this.#configuration();
    const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(known, {
      redirect_uri: this.#redirectUri,
      scope: this.#scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
      ...this.#resource(),
    });
    return { address: address.href, checks };
  }

  /** @param query Of the address that the provider sent the visitor back to. */
  async redeem(query: string, { state, nonce, verifier }: Checks): Promise<SignedIn> {
    return this.#ask('answer-invalid', async (known) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const here = new URL(this.#redirectUri + query);
      const answer = await authorizationCodeGrant(known, here, checks, this.#resource());
      const claims = answer.claims();
      if (!claims) throw new SignInError('answer-invalid');
      // The provider's code of the visitor (`sub`) is nothing to show.
      const names = [claims.name, claims.preferred_username];
      const name = names.find((each) => typeof each === 'string') ?? null;
      const scope = grantedOf(this.#scope, answer.scope);
      return { subject: claims.sub, name, tokens: tokensOf(answer, { refresh: null, scope }) };
    });
  }

  /** New tokens for a session. @throws SignInError `renewal-refused` when it is over at the provider */
  async renew({ subject, tokens: { refresh, scope } }: KeptSession): Promise<SessionTokens> {
    if (refresh === null) throw new SignInError('renewal-refused');
    return this.#ask('renewal-refused', async (known) => {
      const answer = await refreshTokenGrant(known, refresh, { scope, ...this.#resource() });
      // Somebody else's tokens would be another session (OpenID Connect Core, section 12.2).
      if ((answer.claims()?.sub ?? subject) !== subject) throw new SignInError('renewal-refused');
      return tokensOf(answer, { refresh, scope });
    });
  }

  /** Makes a refresh token worthless (RFC 7009). */
  async revoke(refresh: string): Promise<void> {
    await this.#ask('provider-error', async (known) => {
      if (known.serverMetadata().revocation_endpoint === undefined) return;
      await tokenRevocation(known, refresh, { token_type_hint: 'refresh_token' });
    });
  }

  /**
   * The provider's page for signing out there (OpenID Connect RP-Initiated Logout), or null when it has none. Without the id
   * token as a hint: no token goes into an address.
   */
  async signOutAddress(): Promise<string | null> {
    const { signedOutUrl } = this.#settings;
    const known = await this.#configuration();
    if (known.serverMetadata().end_session_endpoint === undefined) return null;
    const back = signedOutUrl === undefined ? {} : { post_logout_redirect_uri: signedOutUrl };
    return buildEndSessionUrl(known, back).href;
  }

  async #ask<T>(refused: SignInErrorCode, question: (known: Configuration) => Promise<T>): Promise<T> {
    const known = await this.#configuration();
    try {
      return await question(known);
    } catch (error) {
      throw signInErrorOf(error, refused);
    }
  }

  /** Asked when it is first needed, so that a provider that is away keeps no endpoint from starting. */
  #configuration(): Promise<Configuration> {
    if (this.#known) return this.#known;
    const asked = this.#discover();
    this.#known = asked;
    asked.catch(() => {
      setTimeout(() => (this.#known = null), pause).unref();
    });
    return asked;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId } = this.#settings;
    const address = new URL(issuer);
    try {
      return await discovery(address, clientId, undefined, await this.#clientKey(), {
        timeout: patience,
        // The settings allow that on this machine only.
        ...(address.protocol === 'http:' && { execute: [allowInsecureRequests] }),
      });
    } catch (error) {
      throw signInErrorOf(error, 'provider-error');
    }
  }

  get #scope(): string {
    return this.#settings.scope ?? 'openid profile';
  }

  #resource(): { readonly resource?: string } {
    const { resource } = this.#settings;
    return resource === undefined ? {} : { resource };
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

/** @param before What stays as it was where the answer gives no other. */
function tokensOf(
  answer: TokenEndpointResponse,
  { refresh: earlier, scope }: Pick<SessionTokens, 'refresh' | 'scope'>,
): SessionTokens {
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer;
  const lifetime = seconds === undefined ? usualLifetime : seconds * 1000;
  const accessUntil = Date.now() + lifetime;
  const renewFrom = accessUntil - Math.min(margin, lifetime / 2);
  return { access, accessUntil, renewFrom, refresh: refresh ?? earlier, scope };
}
