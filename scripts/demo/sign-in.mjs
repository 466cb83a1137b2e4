/** How the demo's endpoint signs visitors in itself: what stands under `signIn` in a peilglas.yaml, see docs/access.md. */
import { randomBytes } from 'node:crypto';
import { keepFile } from './keep-file.mjs';

/**
 * Pages on this machine that somebody is making, at the usual ports of their tools. An endpoint that signs visitors in
 * names its sites; one that does not can let every site read what is public.
 */
export const pagesElsewhere = [3000, 4200, 4321, 4406, 5173, 8000, 8080].map((port) => `http://localhost:${port}`);

/**
 * @param {object} options
 * @param {string} options.audience what the endpoint calls itself
 * @param {string} options.site whose pages may use its sessions
 * @returns the client that the provider knows the endpoint as, and the endpoint's own settings but for the issuer
 */
export function demoSignIn({ audience, site }) {
  const clientId = 'peilglas-endpoint';
  const clientSecret = randomBytes(32).toString('base64url');
  const signedOutUrl = `${site}/intranet/zonder-tokens/`;
  return {
    backend: {
      clientId,
      clientSecret,
      redirectUris: [`${audience}/session/callback`],
      signedOutUris: [signedOutUrl],
      sites: [site],
    },
    signIn: {
      clientId,
      clientSecretFile: keepFile('client-secret', clientSecret),
      scope: 'openid profile cijfers',
      resource: audience,
      signedOutUrl,
    },
  };
}
