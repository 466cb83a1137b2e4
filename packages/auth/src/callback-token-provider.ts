import type { TokenProvider, TokenRequest } from '@peilglas/client';
import { originOf } from './origin-of.js';

/** Milliseconds that a token which replaces a refused one is given to all who were refused. */
const stillNew = 3000;

/**
 * Tokens from the host: a sign-in library it already has (MSAL, a Keycloak adapter), or a page token that its back end
 * made. Only endpoints named here get one, whatever `endpoint` an element on the page is given.
 *
 * @param getToken a token for an endpoint, or null when nobody is signed in. On `rejected` and `expired` it must get a new one
 * @example callbackTokenProvider(['https://cijfers.example.nl'], async () => (await msal.acquireTokenSilent(…)).accessToken)
 */
export function callbackTokenProvider(
  endpoints: readonly string[],
  getToken: (request: TokenRequest) => Promise<string | null>,
): TokenProvider {
  const origins = new Set(endpoints.map(originOf));
  /** By origin: the token of one endpoint is none for another. */
  const renewals = new Map<string, Promise<string | null>>();
  return {
    getToken: async (request) => {
      const origin = originOf(request.endpoint);
      if (!origins.has(origin)) return null;
      if (request.reason === 'initial') return getToken(request);
      // Thirty elements whose token ran out ask the host once, also those that hear of it a little later.
      const renewal =
        renewals.get(origin) ??
        getToken(request).finally(() => {
          setTimeout(() => {
            renewals.delete(origin);
          }, stillNew);
        });
      renewals.set(origin, renewal);
      return renewal;
    },
  };
}
