/** Whose tokens the demo's endpoint believes: what stands under `access` in a peilglas.yaml, see docs/access.md. */
import { keepFile } from './keep-file.mjs';

const claims = { themes: 'themes', municipalities: 'municipalities' };

/**
 * @param {object} options
 * @param {string} options.audience what the endpoint calls itself
 * @param {string} options.issuer of the identity provider
 * @param {string} options.site that makes page tokens itself
 * @param {string} options.siteKeys file with the public keys of the site
 * @param {string} options.auditLog
 */
export function demoAccess({ audience, issuer, site, siteKeys, auditLog }) {
  return {
    auditLog,
    issuers: [
      { issuer, audience, jwks: `${issuer}/jwks`, algorithms: ['ES256'], strictType: true, claims },
      { issuer: site, audience, jwks: siteKeys, algorithms: ['EdDSA'], strictType: true, claims },
    ],
  };
}

/** What a site hands to the bureau: its public keys in a file, here for as long as the demo runs. */
export function keepSiteKeys(jwks) {
  return keepFile('site-keys.json', JSON.stringify(jwks));
}
