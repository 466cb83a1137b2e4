import type { TokenProvider } from '@peilglas/client';

/** Who is signed in, as far as the identity provider told the page. */
export interface SignedInUser {
  readonly name: string;
}

/**
 * A visitor's session with an identity provider: a token provider that can also sign in and out.
 * Tokens stay in memory, and go only to the endpoint they were obtained for.
 */
export interface Session extends TokenProvider {
  /** Null when nobody is signed in. */
  readonly user: SignedInUser | null;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
}
