import { SessionError, sessionErrorFor } from './session-error.js';

/** What the back end says about its session with this browser. Never a token. */
export interface Standing {
  /** Null when the back end does not know it. */
  readonly name: string | null;
  /** Another one for each session, by which tabs notice that somebody else sat down; null without a session. */
  readonly mark: string | null;
  /** What went wrong: with this question, or with a sign-in that the browser comes back from. */
  readonly error: SessionError | null;
}

/** Milliseconds that the back end has for an answer. */
const patience = 10_000;

/** `/session` of a back end that keeps the tokens. */
export class SessionService {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** @throws SessionError */
  async standing(): Promise<Standing> {
    const { signedIn, name, mark, error } = await this.#ask('', { method: 'GET' });
    return {
      name: typeof name === 'string' && name !== '' ? name : null,
      mark: signedIn === true && typeof mark === 'string' ? mark : null,
      error: sessionErrorFor(error),
    };
  }

  /** Where a visitor signs in and comes back from. */
  signInAddress(returnTo: string): string {
    return `${this.#address}/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
  }

  /** Answers with the provider's page for signing out there, or null when it has none. @throws SessionError */
  async signOut(): Promise<string | null> {
    const headers = { 'X-Requested-By': 'peilglas' };
    const { signOutAt, error } = await this.#ask('/sign-out', { method: 'POST', headers });
    const failure = sessionErrorFor(error);
    if (failure) throw failure;
    return typeof signOutAt === 'string' && /^https?:/.test(signOutAt) ? signOutAt : null;
  }

  async #ask(path: string, request: RequestInit): Promise<Readonly<Record<string, unknown>>> {
    try {
      const how = { credentials: 'include', cache: 'no-store', redirect: 'error' } as const;
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(this.#address + path, { ...request, ...how, signal });
      const answer: unknown = response.ok ? await response.json() : null;
      if (typeof answer === 'object' && answer !== null) return { ...answer };
    } catch {
      throw new SessionError('provider-unreachable');
    }
    throw new SessionError('provider-error');
  }
}
