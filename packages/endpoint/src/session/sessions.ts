import type { IdentityProvider, SignedIn } from './identity-provider.js';
import { hashOf, newSecret } from './secret.js';
import type { KeptSession, SessionStore, SessionTokens } from './session-store.js';
import { SignInError } from './sign-in-error.js';

/** How long who asks after a renewal that failed gets the same answer, in milliseconds: one question to the provider is enough. */
const pause = 5_000;

/** The sessions of all visitors, each by a secret that only its browser has. */
export class Sessions {
  readonly #store: SessionStore;
  readonly #provider: IdentityProvider;
  readonly #renewals = new Map<string, Promise<SessionTokens | null>>();

  constructor(store: SessionStore, provider: IdentityProvider) {
    this.#store = store;
    this.#provider = provider;
  }

  /** @returns The secret: a new one for each sign-in, so that nobody can have given it to the browser beforehand. */
  async start(signedIn: SignedIn): Promise<string> {
    const secret = newSecret();
    await this.#store.start(hashOf(secret), { ...signedIn, startedAt: Date.now() });
    return secret;
  }

  async find(secret: string): Promise<KeptSession | null> {
    return this.#store.find(hashOf(secret));
  }

  /**
   * An access token that is not over, or null when the session is.
   * @throws SignInError when the provider cannot say now whether it goes on.
   */
  async accessToken(secret: string): Promise<string | null> {
    const key = hashOf(secret);
    const session = await this.#store.find(key);
    if (!session || Date.now() < session.tokens.renewFrom) return session?.tokens.access ?? null;
    try {
      return (await this.#renewed(key))?.access ?? null;
    } catch (error) {
      if (Date.now() < session.tokens.accessUntil) return session.tokens.access;
      throw error;
    }
  }

  /**
   * Here at once, then at the provider, unless the same visitor has signed in again: a provider may know all sign-ins of a
   * visitor as one grant, which ends as a whole (RFC 7009, section 2.1).
   * @param key Hash of its secret.
   * @param next Who signed in, in place of it.
   * @throws SignInError when only the latter failed
   */
  async end(key: string, next: SignedIn | null = null): Promise<void> {
    const ended = await this.#store.end(key);
    const refresh = ended?.tokens.refresh ?? null;
    if (refresh !== null && ended?.subject !== next?.subject) await this.#provider.revoke(refresh);
  }

  /** Once for all who ask at the same time: many providers take a second use of a refresh token for theft. */
  #renewed(key: string): Promise<SessionTokens | null> {
    const running = this.#renewals.get(key);
    if (running) return running;
    const renewal = this.#renew(key);
    this.#renewals.set(key, renewal);
    const forget = (): boolean => this.#renewals.delete(key);
    renewal.then(forget, () => setTimeout(forget, pause).unref());
    return renewal;
  }

  async #renew(key: string): Promise<SessionTokens | null> {
    // Looked up again: an earlier renewal may have come in since who asked looked.
    const session = await this.#store.find(key);
    if (!session || Date.now() < session.tokens.renewFrom) return session?.tokens ?? null;
    // Goes on with what it has until that is over; the store ends it then.
    if (session.tokens.refresh === null) return session.tokens;
    try {
      const tokens = await this.#provider.renew(session);
      if (await this.#store.renew(key, tokens)) return tokens;
      // Signed out meanwhile: that holds for the new tokens too.
      if (tokens.refresh !== null) await this.#provider.revoke(tokens.refresh).catch(() => undefined);
      return null;
    } catch (error) {
      if (!(error instanceof SignInError) || error.code !== 'renewal-refused') throw error;
      await this.#store.end(key);
      return null;
    }
  }
}
