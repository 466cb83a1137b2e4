import type { TokenProvider } from '@peilglas/client';
import type { callbackTokenProvider, cookieTokenProvider, OidcSession } from '@peilglas/auth';

declare global {
  interface Window {
    peil: {
      readonly session: OidcSession;
      /** A session with another provider on the same page, where the settings ask for one. */
      readonly second?: OidcSession;
      /** State and error code of every change so far. */
      readonly states: readonly string[];
      /** What came of each press of a button: `ok` or a code. */
      readonly errors: readonly string[];
      readonly ask: (endpoint: string, provider?: TokenProvider) => Promise<string>;
      readonly callbackTokenProvider: typeof callbackTokenProvider;
      readonly cookieTokenProvider: typeof cookieTokenProvider;
    };
    /** The address right after `start()` was called, before anything was loaded. */
    addressAfterStart: string;
  }
}
