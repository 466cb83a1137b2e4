import { parseUrl } from '../shared/parse-url.js';

/** Names of what shows who asks, in whatever notation: `access_token`, `apiKey`, `X-Amz-Signature`. */
const secret = /token|key|secret|auth|sig|pass|session|cookie|credential|jwt|(?:^|access|pin|invite)[-_]?code$/i;
/** Parameters of PxWebApi that name a dimension, whatever it is called. */
const selects = /^(?:valueCodes|codelist|outputValues)\[/i;

/** Whether an attribute or parameter may hold what is of one visitor or one host. */
export function isSecret(name: string): boolean {
  return secret.test(name) && !selects.test(name);
}

/** An address in full, without what shows who asks; null when it leads nowhere that another page could ask. */
export function publicAddress(address: string, base: string = document.baseURI): string | null {
  const url = parseUrl(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.username = url.password = url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (isSecret(name)) url.searchParams.delete(name);
  return url.href;
}

/** Whether an address works on this machine or in this building only. */
export function isLocal(address: string): boolean {
  const host = parseUrl(address)?.hostname ?? '';
  return (
    /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd])/.test(host) ||
    /\.(local|localhost|internal|lan)$/.test(host) ||
    (host !== '' && !/[.:]/.test(host))
  );
}
