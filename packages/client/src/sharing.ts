import { resolveAddress } from './http-client.js';
import type { Source, SourceSettings, TokenProvider } from './source.js';

/**
 * One source per endpoint and token provider on the page, so that all elements share its requests. A provider that tells
 * of sign-ins (`sessionchange`) makes its sources forget what was for the visitor before.
 */
export function sharing<S extends Pick<Source, 'forget'>>(
  make: (settings: SourceSettings) => S,
): (endpoint: string, provider: TokenProvider | null) => S {
  const withoutToken = {};
  const sources = new WeakMap<object, Map<string, S>>();
  return (endpoint, tokenProvider) => {
    const ofProvider = sources.get(tokenProvider ?? withoutToken) ?? new Map<string, S>();
    sources.set(tokenProvider ?? withoutToken, ofProvider);
    const address = resolveAddress(endpoint)?.href ?? endpoint;
    const source = ofProvider.get(address) ?? make({ endpoint: address, tokenProvider });
    if (!ofProvider.has(address) && tokenProvider instanceof EventTarget) {
      tokenProvider.addEventListener('sessionchange', () => {
        source.forget();
      });
    }
    ofProvider.set(address, source);
    return source;
  };
}
