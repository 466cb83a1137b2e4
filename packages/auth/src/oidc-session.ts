import type { Credentials, TokenRequest } from '@peilglas/client';
import type { OidcSettings } from './oidc-settings.js';
import type { OidcFlow, SignInRequest } from './oidc/oidc-flow.js';
import type { TokenKeeper } from './oidc/token-keeper.js';
import type { Tokens } from './oidc/tokens.js';
import { originOf } from './origin-of.js';
import { pageVisit } from './page-visit.js';
import { dropPending, keepPending } from './pending-sign-in.js';
import { isInFrame, popupAnswer, popupClosed, tryPopup } from './popup.js';
import { handOverPopupAnswer, takeReturnedAnswer } from './returned-answer.js';
import { SessionChangeEvent } from './session-change-event.js';
import { SessionChannel, type SessionMessage } from './session-channel.js';
import { SessionError } from './session-error.js';
import type { Session, SessionState, SignedInUser, SignInOptions } from './session.js';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * A session with an OpenID Connect provider: authorization code with PKCE, tokens in memory of this tab only.
 * What talks to the provider is loaded when somebody signs in, not before.
 */
export class OidcSession extends EventTarget implements Session {
  readonly #settings: OidcSettings;
  readonly #redirectUri: string;
  readonly #origins: ReadonlySet<string>;
  /** Of the channel and the lock that tabs of this client share. */
  readonly #name: string;
  /** Tells it from others of this client on the page. */
  readonly #id: string;
  #channel: SessionChannel | null = null;
  #state: SessionState = 'signed-out';
  /** The state apart from an attempt to sign in. */
  #resting: SessionState = 'signed-out';
  #error: SessionError | null = null;
  #user: SignedInUser | null = null;
  #signedInElsewhere = false;
  #flow: OidcFlow | null = null;
  #keeper: TokenKeeper | null = null;
  #attempt = new AbortController();
  /** The attempt in a window that is open. */
  #inWindow: { readonly popup: Window; readonly attempt: Promise<void> } | null = null;
  #started: Promise<void> | null = null;

  /** @throws TypeError when a setting cannot be right */
  constructor(settings: OidcSettings) {
    super();
    const issuer = new URL(settings.issuer);
    if (issuer.protocol !== 'https:' && !loopback.test(issuer.hostname)) {
      throw new TypeError(`The issuer must be an https address: ${settings.issuer}`);
    }
    const redirectUri = new URL(settings.redirectUri ?? location.pathname, location.href);
    if (redirectUri.origin !== location.origin) {
      throw new TypeError(`The answer must come in on this site: ${redirectUri.href}`);
    }
    this.#settings = settings;
    this.#redirectUri = redirectUri.href;
    this.#origins = new Set(settings.endpoints.map(originOf));
    this.#name = `peilglas ${settings.issuer} ${settings.clientId}`;
    this.#id = [...this.#origins].sort().join(' ');
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

  get signedInElsewhere(): boolean {
    return this.#signedInElsewhere;
  }

  start(): Promise<void> {
    this.#started ??= this.#start().catch(() => {});
    return this.#started;
  }

  async signIn(options: SignInOptions = {}): Promise<void> {
    const { display = this.#settings.display, silent = false } = options;
    const isPopup = display === 'popup' || isInFrame();
    if (isPopup && this.#inWindow && !this.#inWindow.popup.closed) {
      // It slipped behind the page; what the visitor typed there is not lost.
      this.#inWindow.popup.focus();
      return this.#inWindow.attempt;
    }
    const popup = isPopup ? tryPopup() : null;
    if (isPopup && !popup) throw this.#tell(new SessionError('popup-blocked'));
    const attempt = this.#try(async (signal) => {
      try {
        const flow = await this.#load();
        const request = await flow.signInRequest({ silent, popup: popup !== null });
        await (popup ? this.#inPopup(popup, request, signal) : this.#byRedirect(request, silent, signal));
      } finally {
        popup?.close();
      }
    });
    this.#inWindow = popup && { popup, attempt };
    await attempt;
  }

  async signOut(): Promise<void> {
    const [keeper, flow] = [this.#keeper, this.#flow];
    const isPopup = keeper !== null && (this.#settings.display === 'popup' || isInFrame());
    const popup = isPopup ? tryPopup() : null;
    this.#forget();
    this.#channel?.tell({ type: 'signed-out' });
    if (!keeper || !flow) return;
    if (isPopup && !popup) throw new SessionError('popup-blocked');
    try {
      if (!(await flow.end(keeper.tokens, popup))) popup?.close();
    } catch (error) {
      popup?.close();
      throw error;
    }
  }

  async getToken(request: TokenRequest): Promise<Credentials | null> {
    const addresses = [request.endpoint, request.url];
    if (!addresses.every((address) => this.#origins.has(originOf(address)))) return null;
    await this.#started;
    return (await this.#keeper?.credentials(request)) ?? null;
  }

  async #start(): Promise<void> {
    if (handOverPopupAnswer()) return;
    const { issuer, clientId, silentSignIn } = this.#settings;
    const returned = takeReturnedAnswer({ issuer, clientId, session: this.#id });
    if (returned === 'leaving') return;
    this.#channel = new SessionChannel(this.#name, (message) => {
      this.#hear(message);
    });
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.#comeBack();
    });
    if (returned) {
      await this.#try(async (signal) => {
        const flow = await this.#load();
        await this.#accept(await flow.redeem(returned.answer, returned.entry), signal);
      });
      // One session a visit: the next one's redirect would take away what this one got, and begin again.
    } else if (silentSignIn && !isInFrame() && !Object.values(pageVisit).some(Boolean)) {
      pageVisit.hasTried = true;
      await this.signIn({ display: 'redirect', silent: true });
    }
  }

  async #load(): Promise<OidcFlow> {
    const { OidcFlow } = await loadOidc();
    this.#flow ??= new OidcFlow(this.#settings, this.#redirectUri);
    return this.#flow;
  }

  /** One attempt at a time; the state says so, and says what came of it. */
  async #try(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    this.#change('signing-in', null);
    try {
      await work(signal);
    } catch (error) {
      const known = error instanceof SessionError ? error : new SessionError('provider-error');
      throw signal.aborted ? known : this.#tell(known);
    }
  }

  /** Leaves the page. Settles only if the visitor comes back to this very page, kept as it was. */
  async #byRedirect({ url, id, entry }: SignInRequest, silent: boolean, signal: AbortSignal): Promise<never> {
    const { issuer, clientId } = this.#settings;
    keepPending({ id, issuer, clientId, session: this.#id, returnTo: location.href, entry });
    // The back button leads to where the visitor was; a silent attempt leaves no trace in the history.
    if (silent) location.replace(url);
    else location.assign(url);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new SessionError('cancelled'));
      });
    });
  }

  async #inPopup(popup: Window, { url, id, entry }: SignInRequest, signal: AbortSignal): Promise<void> {
    const answer = popupAnswer(id, signal);
    const signedIn = answer.then(async (text) => {
      const flow = await this.#load();
      await this.#accept(await flow.redeem(text, entry), signal);
    });
    // A window that looked closed may answer after all: then it is too late to say that this failed.
    signedIn.catch(() => {});
    popup.location.replace(url);
    await Promise.race([answer, popupClosed(popup, signal)]);
    await signedIn;
  }

  async #accept(tokens: Tokens, signal: AbortSignal): Promise<void> {
    const { TokenKeeper } = await loadOidc();
    const flow = await this.#load();
    // Signed out meanwhile, here or in another tab.
    if (signal.aborted) throw new SessionError('cancelled');
    // Nothing of one visitor is left when the next one comes.
    if (this.#keeper && this.#keeper.tokens.subject !== tokens.subject) this.#clear();
    this.#keeper?.stop();
    this.#keeper = new TokenKeeper({
      flow,
      tokens,
      lockName: this.#name,
      onChange: ({ user }, error) => {
        this.#user = user;
        this.#change(error ? 'expired' : 'signed-in', error);
      },
    });
    this.#user = tokens.user;
    this.#signedInElsewhere = false;
    this.#change('signed-in', null);
    this.#channel?.tell({ type: 'signed-in', subject: tokens.subject });
  }

  #hear(message: SessionMessage): void {
    const isOther = message.type === 'signed-in' && message.subject !== this.#keeper?.tokens.subject;
    if (message.type === 'signed-in' && !isOther && this.#resting === 'signed-in') return;
    this.#signedInElsewhere = message.type === 'signed-in';
    // Signed out, or somebody else sat down: what was private is gone in every tab.
    if (message.type === 'signed-out' || (isOther && this.#keeper)) this.#forget();
    else this.dispatchEvent(new SessionChangeEvent(this.#state));
  }

  /** The browser shows the page as it was when the visitor left it, with all that was in memory. */
  async #comeBack(): Promise<void> {
    if (this.#state === 'signing-in') {
      dropPending();
      this.#attempt.abort();
      this.#change(this.#resting, new SessionError('cancelled'));
    }
    const error = await this.#keeper?.renew();
    if (error?.code === 'renewal-refused') this.#forget();
  }

  #forget(): void {
    this.#attempt.abort();
    this.#flow = null;
    this.#clear();
  }

  #clear(): void {
    this.#keeper?.stop();
    this.#keeper = this.#user = null;
    this.#change('signed-out', null);
  }

  /** For all who show the session, also those who did not ask. */
  #tell(error: SessionError): SessionError {
    this.#change(this.#resting, error);
    return error;
  }

  #change(state: SessionState, error: SessionError | null): void {
    const isChanged = state !== this.#state || error?.code !== this.#error?.code;
    this.#state = state;
    if (state !== 'signing-in') this.#resting = state;
    this.#error = error;
    if (isChanged) this.dispatchEvent(new SessionChangeEvent(state));
  }
}

/** @throws SessionError when a part of the page cannot be loaded */
async function loadOidc(): Promise<typeof import('./oidc/index.js')> {
  try {
    return await import('./oidc/index.js');
  } catch {
    throw new SessionError('provider-unreachable');
  }
}
