import type { Credentials, TokenRequest } from '@peilglas/client';
import type { SessionError } from '../session-error.js';
import type { OidcFlow } from './oidc-flow.js';
import { sessionErrorOf } from './error-cause.js';
import { Age, type Tokens } from './tokens.js';

/** Milliseconds after which a renewal that failed may be tried again. */
const pauseAfterFailure = 5000;
/** The same for a session that is over meanwhile, and may come back with the provider. */
const pauseWhenOver = 30_000;
/** The least between two renewals, whatever a provider says of its tokens. */
const leastPause = 1000;
/** What a browser can wait for at once; more, and it does not wait at all. */
const longestTimer = 2 ** 31 - 1;

export interface KeeperSettings {
  readonly flow: OidcFlow;
  readonly tokens: Tokens;
  /** The same in all tabs of one client. */
  readonly lockName: string;
  /** Called after each renewal, with null, and when there is no valid token left, with why. */
  readonly onChange: (tokens: Tokens, error: SessionError | null) => void;
}

/**
 * The tokens of one tab and their renewal: before the access token ends, once for any number of askers, and never two
 * tabs at a time (Web Locks). Each tab has its own refresh token, but a provider may count them per visitor.
 */
export class TokenKeeper {
  readonly #settings: KeeperSettings;
  #tokens: Tokens;
  #age = new Age();
  #renewal: Promise<SessionError | null> | null = null;
  #error: SessionError | null = null;
  #sinceFailure: Age | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(settings: KeeperSettings) {
    this.#settings = settings;
    this.#tokens = settings.tokens;
    this.#schedule(this.#left - this.#margin);
  }

  get tokens(): Tokens {
    return this.#tokens;
  }

  /** Credentials for this request, after a renewal where it needs one; null when the session cannot be renewed. */
  async credentials(request: TokenRequest): Promise<Credentials | null> {
    // Whoever asks after the others got a new token was refused with the old one.
    const isFresh = this.#age.milliseconds < Math.min(this.#tokens.lifetime / 2, 30_000);
    const isDoubted = request.reason !== 'initial' && !isFresh;
    if (isDoubted || this.#left <= this.#margin / 4) await this.renew();
    if (this.#stopped || this.#left <= 0) return null;
    return { headers: await this.#settings.flow.headers(this.#tokens, request) };
  }

  /** Null when renewed, else why not. */
  async renew(): Promise<SessionError | null> {
    const isTooSoon = this.#sinceFailure !== null && this.#sinceFailure.milliseconds < pauseAfterFailure;
    return isTooSoon ? this.#error : this.#renewShared();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Milliseconds until the access token ends. */
  get #left(): number {
    return this.#tokens.lifetime - this.#age.milliseconds;
  }

  /** How long before its end a token is renewed: a minute, or less for tokens that live for minutes. */
  get #margin(): number {
    return Math.min(60_000, this.#tokens.lifetime / 4);
  }

  #renewShared(): Promise<SessionError | null> {
    this.#renewal ??= this.#renewOnce().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #renewOnce(): Promise<SessionError | null> {
    try {
      const renewed = await this.#alone(() => this.#settings.flow.renew(this.#tokens));
      if (this.#stopped) return null;
      this.#tokens = renewed;
      this.#age = new Age();
      this.#error = this.#sinceFailure = null;
      this.#schedule(Math.max(leastPause, this.#left - this.#margin));
      this.#settings.onChange(renewed, null);
      return null;
    } catch (error) {
      // Without a refresh token it is still the refusal that took it away.
      const known = (this.#tokens.refresh === null ? this.#error : null) ?? sessionErrorOf(error);
      if (this.#stopped) return known;
      this.#error = known;
      this.#sinceFailure = new Age();
      // A refresh token that was refused is never sent again: it would look like a stolen one.
      if (known.code === 'renewal-refused') this.#tokens = { ...this.#tokens, refresh: null };
      if (this.#left > 0) this.#schedule(Math.min(this.#left, pauseAfterFailure));
      else {
        this.#settings.onChange(this.#tokens, known);
        if (this.#tokens.refresh !== null) this.#schedule(pauseWhenOver);
      }
      return known;
    }
  }

  async #alone(renew: () => Promise<Tokens>): Promise<Tokens> {
    const limit = AbortSignal.timeout(20_000);
    try {
      return await navigator.locks.request(this.#settings.lockName, { signal: limit }, renew);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
      // In a frame of another site some browsers let a page share nothing, no lock either: there is nobody to wait for.
      return renew();
    }
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    const rest = milliseconds - longestTimer;
    this.#timer = setTimeout(
      () => {
        if (rest > 0) this.#schedule(rest);
        else void this.#onTime();
      },
      Math.min(longestTimer, Math.max(0, milliseconds)),
    );
  }

  async #onTime(): Promise<void> {
    if (this.#tokens.refresh === null && this.#left > 0) this.#schedule(this.#left);
    else await this.#renewShared();
  }
}
