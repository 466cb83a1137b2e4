/**
 * The site key: the site's own back end signs short-lived tokens for its pages, and the endpoint trusts the public half
 * by a file (docs/access.md). New at each start, as a token of an earlier demo means nothing in this one.
 */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** As long as a page may show figures on one token. */
const lifetime = '5 minutes';

/**
 * @param {object} options
 * @param {string} options.site its own address: the `iss` of its tokens
 * @param {string} options.audience what the endpoint calls itself
 */
export async function createSiteKey({ site, audience }) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'EdDSA', use: 'sig' }] },
    /** @param {{ themes: readonly string[], municipalities: readonly string[] }} rights no more than the page shows */
    pageToken: (rights) =>
      new SignJWT({ ...rights })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
        .setIssuer(site)
        .setAudience(audience)
        .setSubject('page')
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey),
  };
}
