/**
 * The identity provider of the demo and its tests: oidc-provider, certified for OpenID Connect, with accounts that are
 * roles. It stands for the municipality's own; the endpoint trusts it by its configuration alone.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { errors, Provider } from 'oidc-provider';
import { findAccount } from './accounts.mjs';
import { login, protect } from './login.mjs';
import { memoryAdapters } from './memory-adapter.mjs';
import { errorPage, loggedOutPage, logoutPage } from './pages.mjs';

const scope = 'cijfers';
const day = 86_400;

/**
 * @param {object} options
 * @param {number} options.port
 * @param {string} [options.host] `localhost`; another name of this machine gives its cookies a site of their own
 * @param {readonly string[]} options.redirectUris addresses that answers may go to, exactly
 * @param {string} options.resource audience of its access tokens: what the endpoint calls itself
 * @param {string} [options.clientId]
 * @param {number} [options.accessTokenSeconds] for accounts that have no lifetime of their own
 * @param {object} [options.backend] a client that can keep a secret: an endpoint that signs visitors in itself
 * @param {string} options.backend.clientId
 * @param {string} [options.backend.clientSecret] left out: it signs its requests by the key of `jwks`
 * @param {{ keys: readonly object[] }} [options.backend.jwks]
 * @param {readonly string[]} options.backend.redirectUris
 * @param {readonly string[]} [options.backend.signedOutUris] where a visitor may land after signing out
 * @param {readonly string[]} options.backend.sites origins of the pages that it sends visitors back to
 */
export function createIdentityProvider({
  port,
  host = 'localhost',
  redirectUris,
  resource,
  clientId = 'peilglas',
  accessTokenSeconds = 300,
  backend,
}) {
  const issuer = `http://${host}:${port}`;
  const pageOrigins = [...new Set(redirectUris.map((address) => new URL(address).origin))];
  const backendOrigins = (backend?.redirectUris ?? []).map((address) => new URL(address).origin);
  const siteOrigins = [...new Set([...pageOrigins, ...(backend?.sites ?? []), ...backendOrigins])];
  const client = {
    client_id: clientId,
    application_type: 'web',
    // A page cannot keep a secret: PKCE takes its place.
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...redirectUris],
    id_token_signed_response_alg: 'ES256',
  };
  const lifetime = (ctx, token) => findAccount(token.accountId)?.accessTokenSeconds ?? accessTokenSeconds;
  const provider = new Provider(issuer, {
    adapter: memoryAdapters(),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: cookieNames(port) },
    clients: [client, ...(backend ? [backendClient(backend)] : [])],
    responseTypes: ['code'],
    claims: { openid: ['sub'], profile: ['name'] },
    // The page learns the name from the id token; it needs no call of its own for it.
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => {
      const account = findAccount(id);
      return account && { accountId: id, claims: () => ({ sub: id, name: account.name }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const account = findAccount(token.accountId);
      return account && { themes: account.themes, municipalities: account.municipalities };
    },
    clientBasedCORS: (_ctx, origin) => pageOrigins.includes(origin),
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    loadExistingGrant: (ctx) => grantAll(ctx, provider, resource),
    interactions: { url: (_ctx, interaction) => `/inloggen/${interaction.uid}` },
    ttl: { AccessToken: lifetime, RefreshToken: day, Session: day, Grant: day, Interaction: 900, IdToken: 900 },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, asked) => {
          if (asked !== resource) throw new errors.InvalidTarget();
          return { scope, audience: resource, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } };
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, logoutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, loggedOutPage()),
      },
    },
    renderError: (ctx) => show(ctx, errorPage(siteOrigins[0])),
  });
  provider.use(protect(siteOrigins));
  provider.use(login(provider, siteOrigins));
  const server = createServer(provider.callback());
  return {
    issuer,
    clientId,
    scope,
    server,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Unlike a page, it can keep a secret. */
function backendClient({ clientId, clientSecret, jwks, redirectUris, signedOutUris = [] }) {
  const isSecret = clientSecret !== undefined;
  return {
    client_id: clientId,
    ...(isSecret ? { client_secret: clientSecret } : { jwks }),
    application_type: 'web',
    token_endpoint_auth_method: isSecret ? 'client_secret_basic' : 'private_key_jwt',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...signedOutUris],
    id_token_signed_response_alg: 'ES256',
  };
}

function show(ctx, html) {
  ctx.type = 'html';
  ctx.body = html;
}

/** Cookies are the same for all ports of a machine: another demo signs in beside this one. */
function cookieNames(port) {
  return { session: `session-${port}`, interaction: `interaction-${port}`, resume: `resume-${port}` };
}

/** New at each start: a token of an earlier demo means nothing in this one. */
function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(8).toString('base64url'),
    alg: 'ES256',
    use: 'sig',
  };
}

/** The municipality's own pages need no consent of its own staff. */
async function grantAll({ oidc }, provider, resource) {
  const known = oidc.session.grantIdFor(oidc.client.clientId);
  const earlier = known && (await provider.Grant.find(known));
  if (earlier) return earlier;
  const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(resource, scope);
  await grant.save();
  return grant;
}
