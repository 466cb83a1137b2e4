import type { TokenProvider } from '@peilglas/client';
import type { callbackTokenProvider, OidcSession, Session } from '@peilglas/auth';

declare global {
  interface Window {
    peil: {
      /** An `OidcSession`, or a `CookieSession` where the settings say `cookie`. */
      readonly session: Session;
      /** A session with another provider on the same page, where the settings ask for one. */
      readonly second?: OidcSession;
      /** State and error code of every change so far. */
      readonly states: readonly string[];
      /** What came of each press of a button: `ok` or a code. */
      readonly errors: readonly string[];
      readonly ask: (endpoint: string, provider?: TokenProvider, table?: string) => Promise<string>;
      readonly callbackTokenProvider: typeof callbackTokenProvider;
    };
    /** The address right after `start()` was called, before anything was loaded. */
    addressAfterStart: string;
  }
}
