import type { Session } from '@peilglas/auth';
import type { TokenProvider } from '@peilglas/client';

/** The provider as a session, when it is one: it can sign in, and tells when somebody did. */
export function sessionOf(provider: TokenProvider | null | undefined): Session | null {
  return isSession(provider) ? provider : null;
}

function isSession(provider: TokenProvider | null | undefined): provider is Session {
  return provider instanceof EventTarget && 'signIn' in provider;
}
