import type { SignInErrorCode } from './sign-in-error.js';
import { ExpiringMap } from './expiring-map.js';
import { hashOf } from './secret.js';

/** What a sign-in must be recognised and redeemed by. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
  /** Where the visitor goes afterwards: on one of the configured origins. */
  readonly returnTo: string;
  /** Hash of the session that the browser was in; null for none. It ends when this sign-in succeeds. */
  readonly earlier: string | null;
}

/** How long a visitor may take at the provider's login page, in milliseconds. */
export const patience = 600_000;
/** To push one out, as many must be begun while its visitor is at the login page as `callLimit` allows to no one address. */
const maxPending = 10_000;

/** Sign-ins under way, each bound to the browser in which it was begun. Several tabs of it may sign in at once. */
export class PendingSignIns {
  readonly #pending = new ExpiringMap<PendingSignIn & { readonly browser: string }>(maxPending);
  readonly #errors = new ExpiringMap<SignInErrorCode>(maxPending);
  /** By browser, the session that it got last, for as long as a sign-in may be under way that began before it. */
  readonly #sessions = new ExpiringMap<string>(maxPending);

  /** @param browser Secret of the browser, in a cookie that only it has. */
  keep(browser: string, pending: PendingSignIn): void {
    this.#pending.set(pending.state, { ...pending, browser: hashOf(browser) }, Date.now() + patience);
  }

  /** The sign-in that an answer belongs to, once; null when there is none that this browser began. */
  take(browser: string | null, state: string): PendingSignIn | null {
    const pending = this.#pending.get(state);
    if (browser === null || pending?.browser !== hashOf(browser)) return null;
    return this.#pending.take(state);
  }

  /**
   * Remembers the session that a sign-in led to. Answers with the one that another tab got before: a sign-in that began
   * earlier than that does not know of it.
   *
   * @param session Hash of its secret.
   */
  succeed(browser: string, session: string): string | null {
    const before = this.#sessions.take(hashOf(browser));
    this.#sessions.set(hashOf(browser), session, Date.now() + patience);
    return before;
  }

  /** Remembers what went wrong until the page that the visitor is sent back to asks. */
  fail(browser: string, code: SignInErrorCode): void {
    this.#errors.set(hashOf(browser), code, Date.now() + patience);
  }

  takeError(browser: string | null): SignInErrorCode | null {
    return browser === null ? null : this.#errors.take(hashOf(browser));
  }

  sweep(): void {
    this.#pending.sweep();
    this.#errors.sweep();
    this.#sessions.sweep();
  }
}
