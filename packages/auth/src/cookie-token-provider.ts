import type { TokenProvider } from '@peilglas/client';
import { originOf } from './origin-of.js';

/**
 * For a back end that holds the tokens itself (a backend-for-frontend) and knows the visitor by an HttpOnly cookie:
 * requests to it carry that cookie, and a header that no form and no page elsewhere can send unasked. No token ever
 * reaches the page.
 *
 * @param endpoints where cookies may go; the same site as the page, or the browser sends none
 */
export function cookieTokenProvider(endpoints: readonly string[]): TokenProvider {
  const origins = new Set(endpoints.map(originOf));
  return {
    getToken: async ({ endpoint, reason }) =>
      // A session that the back end refuses is not mended by asking the same again.
      reason === 'initial' && origins.has(originOf(endpoint))
        ? { credentials: 'include', headers: { 'X-Requested-By': 'peilglas' } }
        : null,
  };
}
