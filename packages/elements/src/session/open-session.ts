import type { OidcSettings, Session } from '@peilglas/auth';
import { parseUrl } from '../shared/parse-url.js';
import { PageSession } from './page-session.js';

/** By provider, client and the origin that its tokens are for: one sign-in serves all contexts that say the same. */
const sessions = new Map<string, Session>();

/**
 * The session that the attributes of a context describe. Its tokens go to one origin: that of `resource`, where this is a
 * web address, else that of the endpoint the context has now. An endpoint that is named later gets none.
 * @returns null when attributes are missing, which the console says
 */
export async function openSession(context: Element, endpoint: string): Promise<Session | null> {
  if (context.getAttribute('credentials') === 'include') return cookieSession(endpoint);
  const settings = settingsOf(context, endpoint);
  if (!settings) return null;
  return shared([settings.issuer, settings.clientId, settings.endpoints], () => new PageSession(settings));
}

/** Whether there is a session is for the endpoint to say, so this is needed at once. */
async function cookieSession(endpoint: string): Promise<Session> {
  const { CookieSession } = await import('@peilglas/auth');
  const { origin } = new URL(endpoint, document.baseURI);
  return shared([origin], () => new CookieSession({ endpoints: [origin] }));
}

function shared(parts: readonly unknown[], open: () => Session): Session {
  const name = JSON.stringify(parts);
  const known = sessions.get(name);
  if (known) return known;
  const session = open();
  sessions.set(name, session);
  void session.start();
  return session;
}

function settingsOf(context: Element, endpoint: string): OidcSettings | null {
  const [issuer, clientId] = ['issuer', 'client-id'].map((name) => context.getAttribute(name));
  const resource = context.getAttribute('resource');
  const origin = originOf(resource) ?? originOf(new URL(endpoint, document.baseURI).href);
  if (!issuer || !clientId || !origin) {
    console.warn(`<data-context issuer="${issuer ?? ''}"> also needs client-id and endpoint; nobody can sign in.`);
    return null;
  }
  const [scope, redirectUri] = ['scope', 'redirect-uri'].map((name) => context.getAttribute(name));
  return {
    issuer,
    clientId,
    endpoints: [origin],
    ...(scope && { scope }),
    ...(resource && { resource }),
    ...(redirectUri && { redirectUri }),
    display: context.getAttribute('sign-in') === 'popup' ? 'popup' : 'redirect',
    dpop: context.hasAttribute('dpop'),
    silentSignIn: context.hasAttribute('silent-sign-in'),
  };
}

/** Null for what is no web address: a provider may call an endpoint `urn:…`. */
function originOf(address: string | null): string | null {
  const url = parseUrl(address ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}
