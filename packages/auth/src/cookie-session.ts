import type { Credentials, TokenRequest } from '@peilglas/client';
import { originOf } from './origin-of.js';
import { SessionChangeEvent } from './session-change-event.js';
import { SessionChannel, type SessionMessage } from './session-channel.js';
import { SessionError } from './session-error.js';
import { SessionService, type Standing } from './session-service.js';
import type { Session, SessionState, SignedInUser, SignInOptions } from './session.js';

export interface CookieSettings {
  /** Where the cookie may go: endpoints on the same site as the page, or the browser sends none. The first signs visitors in. */
  readonly endpoints: readonly string[];
  /** `/session` at the first endpoint unless given. */
  readonly sessionUrl?: string;
}

/**
 * A session that the endpoint keeps (a backend-for-frontend): it knows the visitor by an HttpOnly cookie, and no token ever
 * reaches the page. Requests carry that cookie, and a header that no form and no page elsewhere can send unasked. The browser
 * has one cookie, so all its tabs are in the same session.
 */
export class CookieSession extends EventTarget implements Session {
  readonly signedInElsewhere = false;
  readonly #origins: ReadonlySet<string>;
  readonly #service: SessionService;
  readonly #name: string;
  #channel: SessionChannel | null = null;
  #state: SessionState = 'signed-out';
  /** The state apart from an attempt to sign in. */
  #resting: SessionState = 'signed-out';
  #error: SessionError | null = null;
  #user: SignedInUser | null = null;
  /** Of the session; null when there is none. */
  #mark: string | null = null;
  #started: Promise<void> | null = null;
  #looking: Promise<void> | null = null;
  /** Answers to earlier questions than this no longer count. */
  #epoch = 0;
  #giveUp: (() => void) | null = null;

  /** @throws TypeError without an endpoint */
  constructor({ endpoints, sessionUrl }: CookieSettings) {
    super();
    const [first] = endpoints;
    if (first === undefined) throw new TypeError('A session needs an endpoint');
    const address = new URL(sessionUrl ?? '/session', sessionUrl === undefined ? originOf(first) : document.baseURI);
    this.#origins = new Set(endpoints.map(originOf));
    this.#service = new SessionService(address.href);
    this.#name = `peilglas ${address.href}`;
  }

  get state(): SessionState {
    return this.#state;
  }

  get user(): SignedInUser | null {
    return this.#user;
  }

  get error(): SessionError | null {
    return this.#error;
  }

  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  /** Always by leaving the page, whatever `display` says. */
  async signIn({ silent = false }: SignInOptions = {}): Promise<void> {
    if (silent) {
      await this.#look();
      if (this.#mark === null) throw new SessionError('sign-in-needed');
      return;
    }
    this.#change('signing-in', null);
    location.assign(this.#service.signInAddress(location.href));
    // Settles only if the visitor comes back to this very page, kept as it was.
    await new Promise<never>((_resolve, reject) => {
      this.#giveUp = () => {
        reject(new SessionError('cancelled'));
      };
    });
  }

  /** A page that hears of a failure may still be signed in at the endpoint: nobody could tell it to stop. */
  async signOut(): Promise<void> {
    this.#forget();
    this.#channel?.tell({ type: 'signed-out' });
    try {
      const address = await this.#service.signOut();
      if (address !== null) location.assign(address);
    } catch (error) {
      const failure = error instanceof SessionError ? error : new SessionError('provider-error');
      this.#change('signed-out', failure);
      throw failure;
    }
  }

  async getToken({ endpoint, url, reason }: TokenRequest): Promise<Credentials | null> {
    if (![endpoint, url].every((address) => this.#origins.has(originOf(address)))) return null;
    await this.#started;
    if (this.#mark === null) return null;
    if (reason === 'initial') return { credentials: 'include', headers: { 'X-Requested-By': 'peilglas' } };
    // What the endpoint refuses is not mended by asking the same again; but is there still a session?
    await this.#look();
    return null;
  }

  async #start(): Promise<void> {
    this.#channel = new SessionChannel(this.#name, (message) => {
      this.#hear(message);
    });
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.#comeBack();
    });
    await this.#look();
  }

  /** Asks the endpoint how things stand: once for all who want to know. Never rejects. */
  #look(heard?: string): Promise<void> {
    if (this.#looking) return this.#looking;
    const looking = this.#ask(heard).finally(() => {
      if (this.#looking === looking) this.#looking = null;
    });
    this.#looking = looking;
    return looking;
  }

  async #ask(heard?: string): Promise<void> {
    const epoch = this.#epoch;
    const standing = await this.#standing();
    if (epoch !== this.#epoch) return;
    if (standing instanceof SessionError) {
      // Who is signed in stays so: the endpoint itself decides with each answer.
      if (this.#mark === null) this.#change(this.#resting, standing);
    } else if (standing.mark !== null) this.#accept(standing.mark, standing, heard);
    else if (this.#mark === null) this.#change(this.#resting, standing.error ?? this.#error);
    else {
      this.#mark = null;
      this.#change('expired', new SessionError('renewal-refused'));
    }
  }

  async #standing(): Promise<Standing | SessionError> {
    try {
      return await this.#service.standing();
    } catch (error) {
      return error instanceof SessionError ? error : new SessionError('provider-error');
    }
  }

  #accept(mark: string, { name }: Standing, heard?: string): void {
    if (this.#mark === mark) return;
    // Somebody else: what was private is gone before anything of theirs is shown.
    if (this.#mark !== null) this.#forget();
    this.#mark = mark;
    this.#user = { name };
    this.#change('signed-in', null);
    if (mark !== heard) this.#channel?.tell({ type: 'signed-in', subject: mark });
  }

  #hear(message: SessionMessage): void {
    if (message.type === 'signed-in' && message.subject === this.#mark) return;
    // Signed out, or somebody else sat down: what was private is gone in every tab.
    this.#forget();
    if (message.type === 'signed-in') void this.#look(message.subject);
  }

  /** The browser shows the page as it was when the visitor left it, with all that was in memory. */
  async #comeBack(): Promise<void> {
    this.#giveUp?.();
    this.#giveUp = null;
    if (this.#state === 'signing-in') this.#change(this.#resting, new SessionError('cancelled'));
    await this.#look();
    // Whatever ended it meanwhile was not heard here.
    if (this.#resting === 'expired') this.#forget();
  }

  #forget(): void {
    this.#mark = this.#user = this.#looking = null;
    this.#epoch++;
    this.#change('signed-out', null);
  }

  #change(state: SessionState, error: SessionError | null): void {
    const isChanged = state !== this.#state || error?.code !== this.#error?.code;
    this.#state = state;
    if (state !== 'signing-in') this.#resting = state;
    this.#error = error;
    if (isChanged) this.dispatchEvent(new SessionChangeEvent(state));
  }
}
