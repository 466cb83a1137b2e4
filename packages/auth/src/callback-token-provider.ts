import type { TokenProvider, TokenRequest } from '@peilglas/client';
import { originOf } from './origin-of.js';

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
      // Thirty elements whose token ran out ask the host once.
      renewal ??= getToken(request).finally(() => {
        renewal = null;
      });
      return renewal;
    },
  };
}
