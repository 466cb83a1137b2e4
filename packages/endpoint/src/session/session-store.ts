import { ExpiringMap } from './expiring-map.js';

/** What the provider gave for one visitor. */
export interface SessionTokens {
  readonly access: string;
  /** When the access token is over, in milliseconds since 1970. */
  readonly accessUntil: number;
  /** From when on it is better renewed first. */
  readonly renewFrom: number;
  /** Null when the provider gave none: the session then ends with its access token. */
  readonly refresh: string | null;
  /** What a renewal asks for (RFC 6749, section 3.3). */
  readonly scope: string;
}

/** A signed-in visitor. */
export interface KeptSession {
  /** The provider's code of the visitor (`sub`). */
  readonly subject: string;
  /** Null when the provider does not say it. */
  readonly name: string | null;
  readonly tokens: SessionTokens;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
}

/** Where sessions are kept, by the hash of their secret. In memory of one process; several processes would share another. */
export interface SessionStore {
  start(key: string, session: KeptSession): Promise<void>;
  /** Null when it is over. Asking for a session is using it. */
  find(key: string): Promise<KeptSession | null>;
  /** Gives a session new tokens; false when it ended meanwhile, and then stays so. */
  renew(key: string, tokens: SessionTokens): Promise<boolean>;
  /** Answers with what there was to end. */
  end(key: string): Promise<KeptSession | null>;
}

/** In milliseconds. */
export interface Lifetimes {
  /** Without use. */
  readonly idle: number;
  readonly longest: number;
}

export class MemorySessionStore implements SessionStore {
  readonly #lifetimes: Lifetimes;
  readonly #sessions: ExpiringMap<KeptSession>;

  constructor(lifetimes: Lifetimes, maxSessions: number) {
    this.#lifetimes = lifetimes;
    this.#sessions = new ExpiringMap(maxSessions);
  }

  async start(key: string, session: KeptSession): Promise<void> {
    this.#keep(key, session);
  }

  async find(key: string): Promise<KeptSession | null> {
    const session = this.#sessions.get(key);
    if (session) this.#keep(key, session);
    return session;
  }

  async renew(key: string, tokens: SessionTokens): Promise<boolean> {
    const session = this.#sessions.get(key);
    if (session) this.#keep(key, { ...session, tokens });
    return session !== null;
  }

  async end(key: string): Promise<KeptSession | null> {
    return this.#sessions.take(key);
  }

  sweep(): void {
    this.#sessions.sweep();
  }

  #keep(key: string, session: KeptSession): void {
    const { startedAt, tokens } = session;
    const ends = [Date.now() + this.#lifetimes.idle, startedAt + this.#lifetimes.longest];
    if (tokens.refresh === null) ends.push(tokens.accessUntil);
    this.#sessions.set(key, session, Math.min(...ends));
  }
}
