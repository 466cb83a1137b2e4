import type { Session, SessionState, SignedInUser } from '@peilglas/auth';

/** How a session stands in a story. `code` is that of the last thing that went wrong. */
export interface SessionStory {
  readonly state?: SessionState;
  /** Null when the provider does not say it. */
  readonly name?: string | null;
  readonly code?: string;
  readonly signedInElsewhere?: boolean;
}

/** A session of nobody with no provider behind it: its buttons move it from state to state. */
export class StorySession extends EventTarget implements Session {
  state: SessionState;
  user: SignedInUser | null;
  error: Session['error'];
  signedInElsewhere: boolean;

  constructor({ state = 'signed-out', name, code, signedInElsewhere = false }: SessionStory = {}) {
    super();
    this.state = state;
    this.user = name === undefined ? null : { name };
    this.error = code === undefined ? null : (Object.assign(new Error(), { name: 'SessionError', code }) as never);
    this.signedInElsewhere = signedInElsewhere;
  }

  /** Whatever the token, the stand-in endpoint takes it; a real one checks who signed it. */
  async getToken(): Promise<string | null> {
    return this.state === 'signed-in' ? 'token-of-the-story' : null;
  }

  async start(): Promise<void> {}

  async signIn(): Promise<void> {
    this.#become('signed-in', { name: 'Beleidsmedewerker Enschede (demo)' });
  }

  async signOut(): Promise<void> {
    this.#become('signed-out', null);
  }

  /** As when the identity provider ended it. */
  expire(): void {
    this.#become('expired', this.user);
  }

  #become(state: SessionState, user: SignedInUser | null): void {
    Object.assign(this, { state, user, error: null, signedInElsewhere: false });
    this.dispatchEvent(new Event('sessionchange'));
  }
}
