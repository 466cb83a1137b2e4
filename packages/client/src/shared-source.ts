import { resolveAddress } from './http-client.js';
import { PxWebSource } from './pxweb-source.js';
import type { TokenProvider } from './source.js';

const withoutToken = {};
const sources = new WeakMap<object, Map<string, PxWebSource>>();

/** The page's one source for this endpoint and token provider, so that all elements share its requests. */
export function sharedSource(endpoint: string, tokenProvider: TokenProvider | null): PxWebSource {
  const owner = tokenProvider ?? withoutToken;
  const ofOwner = sources.get(owner) ?? new Map<string, PxWebSource>();
  sources.set(owner, ofOwner);
  const address = (resolveAddress(endpoint)?.href ?? endpoint).replace(/\/$/, '');
  const source = ofOwner.get(address) ?? new PxWebSource({ endpoint: address, tokenProvider });
  ofOwner.set(address, source);
  return source;
}
