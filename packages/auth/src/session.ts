import type { TokenProvider } from '@peilglas/client';
import type { SessionError } from './session-error.js';

/** Who is signed in, as far as the identity provider told the page. */
export interface SignedInUser {
  /** Null when the id token has none (`name`, `preferred_username`): a code of the visitor is nothing to show. */
  readonly name: string | null;
}

/** `expired`: it was there and could not be renewed; `user` still says whose it was. */
export type SessionState = 'signed-out' | 'signing-in' | 'signed-in' | 'expired';

export interface SignInOptions {
  /** `popup` leaves the page as it is; call it straight from the visitor's click, or the browser blocks it. */
  readonly display?: 'redirect' | 'popup';
  /** Without a login page: succeeds only where the identity provider still knows the visitor. */
  readonly silent?: boolean;
}

/**
 * A visitor's session with an identity provider: a token provider that can also sign in and out.
 * Tokens stay in memory, and go only to the endpoint they were obtained for.
 *
 * @fires sessionchange - `state`, `user` or `signedInElsewhere` changed: a `SessionChangeEvent`
 */
export interface Session extends TokenProvider, EventTarget {
  readonly state: SessionState;
  /** Null when nobody is signed in. */
  readonly user: SignedInUser | null;
  /** What went wrong last, until the next attempt. */
  readonly error: SessionError | null;
  /** Whether somebody signed in in another tab while nobody did in this one. */
  readonly signedInElsewhere: boolean;
  /** To be called once, before anything else: takes up a sign-in that this page returns from. Never rejects. */
  start(): Promise<void>;
  /** Resolves when signed in. With a redirect the page goes away first. @throws SessionError */
  signIn(options?: SignInOptions): Promise<void>;
  /** Here and in all tabs at once, then at the identity provider. @throws SessionError when only the latter failed */
  signOut(): Promise<void>;
}
