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
  let renewal: Promise<string | null> | null = null;
  return {
    getToken: async (request) => {
      if (!origins.has(originOf(request.endpoint))) return null;
      if (request.reason === 'initial') return getToken(request);
      // Thirty elements whose token ran out ask the host once, also those that hear of it a little later.
      renewal ??= getToken(request).finally(() => {
        setTimeout(() => {
          renewal = null;
        }, stillNew);
      });
      return renewal;
    },
  };
}
