import type { OidcSession, OidcSettings, Session, SessionState, SignedInUser, SignInOptions } from '@peilglas/auth';
import { isReturning, SessionChangeEvent, SessionError } from '@peilglas/auth/before-sign-in';
import type { Credentials, TokenRequest } from '@peilglas/client';

/**
 * The session of a page before anybody signs in: what it needs for that is loaded when an endpoint refuses an answer, when
 * somebody presses the button, or when the page comes back from the identity provider. Pages with public figures only
 * never load it.
 */
export class PageSession extends EventTarget implements Session {
  readonly #settings: OidcSettings;
  #session: OidcSession | null = null;
  #opening: Promise<OidcSession> | null = null;
  #error: SessionError | null = null;

  constructor(settings: OidcSettings) {
    super();
    this.#settings = settings;
  }

  get state(): SessionState {
    return this.#session?.state ?? 'signed-out';
  }

  get user(): SignedInUser | null {
    return this.#session?.user ?? null;
  }

  get error(): SessionError | null {
    return this.#session?.error ?? this.#error;
  }

  get signedInElsewhere(): boolean {
    return this.#session?.signedInElsewhere ?? false;
  }

  async start(): Promise<void> {
    if (isReturning() || this.#settings.silentSignIn) await this.#open().catch(() => undefined);
  }

  async signIn(options: SignInOptions = {}): Promise<void> {
    const { display = this.#settings.display ?? 'redirect' } = options;
    // A browser that blocked the window once will do so again.
    const next = this.error?.code === 'popup-blocked' ? 'redirect' : display;
    const session = this.#session ?? (await this.#open());
    await session.signIn({ ...options, display: next });
  }

  async signOut(): Promise<void> {
    await this.#session?.signOut();
  }

  /** A refusal means that somebody should sign in: the button that is shown then has all it needs. */
  async getToken(request: TokenRequest): Promise<Credentials | null> {
    const opening = request.reason === 'initial' ? this.#opening : this.#open();
    const session = await opening?.catch(() => null);
    return (await session?.getToken(request)) ?? null;
  }

  #open(): Promise<OidcSession> {
    this.#opening ??= this.#load();
    return this.#opening;
  }

  async #load(): Promise<OidcSession> {
    try {
      const { OidcSession } = await import('@peilglas/auth');
      const session = new OidcSession(this.#settings);
      session.addEventListener(SessionChangeEvent.type, () => {
        this.#tell();
      });
      this.#session = session;
      this.#error = null;
      // Whoever asks for a token waits for this; a press of the button must not.
      void session.start();
      return session;
    } catch (error) {
      // A setting that cannot be right is for the developer to know; a file that did not come may come next time.
      if (error instanceof TypeError) console.warn(error.message);
      this.#opening = null;
      this.#error = new SessionError('provider-unreachable');
      this.#tell();
      throw this.#error;
    }
  }

  #tell(): void {
    this.dispatchEvent(new SessionChangeEvent(this.state));
  }
}
