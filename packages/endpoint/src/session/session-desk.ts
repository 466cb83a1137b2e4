import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientAuth } from 'openid-client';
import type { Credentials } from '../access/credentials.js';
import { CannotTell, TokenFault } from '../access/token-fault.js';
import { readClientKey } from './client-key.js';
import { Cookies } from './cookies.js';
import { IdentityProvider } from './identity-provider.js';
import { PendingSignIns } from './pending-sign-ins.js';
import { Sessions } from './sessions.js';
import { MemorySessionStore } from './session-store.js';
import { SignInError, type SignInErrorCode } from './sign-in-error.js';
import { signInFaults, type SignInSettings, type Surroundings } from './sign-in-settings.js';

const minute = 60_000;

/** All that signing in at the endpoint needs. */
export interface SessionDesk {
  readonly provider: IdentityProvider;
  readonly sessions: Sessions;
  readonly pending: PendingSignIns;
  readonly cookies: Cookies;
  /** Sites whose pages may use a session, and visitors may be sent back to. */
  readonly origins: ReadonlySet<string>;
}

/** The settings, found good, with the client's secret or key. */
interface DeskSettings {
  readonly signIn: SignInSettings;
  readonly clientKey: () => Promise<ClientAuth>;
  readonly publicUrl: string;
  readonly origins: readonly string[];
}

/**
 * Null when the endpoint signs nobody in.
 * @throws Error when the settings do not go together, or the file with the client's secret or key cannot be used.
 */
export function deskSettings(options: Surroundings): DeskSettings | null {
  const { signIn, publicUrl, origins = [] } = options;
  const faults = signInFaults(options);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  if (!signIn || publicUrl === undefined) return null;
  return { signIn, clientKey: readClientKey(signIn), publicUrl: publicUrl.replace(/\/+$/, ''), origins };
}

export function openSessionDesk(app: FastifyInstance, settings: DeskSettings): SessionDesk {
  const { signIn, clientKey, publicUrl, origins } = settings;
  const { idleMinutes = 30, longestMinutes = 600, maxSessions = 10_000 } = signIn;
  const lifetimes = { idle: idleMinutes * minute, longest: longestMinutes * minute };
  const store = new MemorySessionStore(lifetimes, maxSessions);
  const pending = new PendingSignIns();
  const provider = new IdentityProvider(signIn, clientKey, `${publicUrl}/session/callback`);
  const sweeping = setInterval(() => {
    store.sweep();
    pending.sweep();
  }, minute).unref();
  app.addHook('onClose', async () => clearInterval(sweeping));
  const sessions = new Sessions(store, provider);
  return { provider, sessions, pending, cookies: new Cookies(publicUrl), origins: new Set(origins) };
}

/**
 * The token by which a request is judged: the one it brings, else that of its session. With a session's cookie comes a header
 * that a page of another origin can send only after asking (CORS), and a form, link or image never.
 * @param sent What the request itself brings.
 * @throws TokenFault for both at once, without the header, or when the session is over; CannotTell when it cannot be renewed now.
 */
export async function credentialsOf(
  { cookies, sessions }: SessionDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Credentials | null,
): Promise<Credentials | null> {
  const secret = cookies.session(request);
  if (secret === null) return sent;
  if (sent) throw new TokenFault('two-tokens');
  if (!isFromPage(request)) throw new TokenFault('session-without-header');
  const token = await sessions.accessToken(secret).catch((error: unknown) => {
    logFailure(request.log, error);
    throw new CannotTell('provider-unavailable');
  });
  if (token !== null) return { scheme: 'Bearer', token, proof: null };
  cookies.setSession(reply, null);
  throw new TokenFault('session-over');
}

/** Whether a script of a page that may ask made this request. */
export function isFromPage({ headers }: FastifyRequest): boolean {
  return headers['x-requested-by'] === 'peilglas';
}

/** The code, and why a token is not believed: what the provider wrote may hold more than a log should. */
export function logFailure(log: FastifyBaseLogger, error: unknown): SignInErrorCode {
  const code = error instanceof SignInError ? error.code : 'provider-error';
  const why = error instanceof TokenFault ? { reason: error.reason } : {};
  // Who gives up at the login page is no trouble of anybody's.
  if (code !== 'cancelled') log.warn({ code, ...why }, 'identity provider');
  return code;
}
