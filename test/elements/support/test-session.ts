import type { Session, SessionState, SignedInUser } from '@peilglas/auth';
import type { TokenRequest } from '@peilglas/client';

interface Told {
  readonly user?: SignedInUser;
  readonly token?: string;
  readonly code?: string;
}

/** A session that a test moves from state to state; its tokens are real ones. Real sign-ins are in test/auth and test/e2e. */
export class TestSession extends EventTarget implements Session {
  state: SessionState = 'signed-out';
  user: SignedInUser | null = null;
  error: Session['error'] = null;
  signedInElsewhere = false;
  /** What was asked of it, in order: `sign-in`, `sign-out`, and reasons for which a token was wanted. */
  readonly asked: string[] = [];
  /** Whether signing out goes wrong at the identity provider. */
  isProviderAway = false;
  #token: string | null = null;

  become(state: SessionState, { user, token, code }: Told = {}): void {
    this.state = state;
    this.user = user ?? (state === 'signed-out' ? null : this.user);
    this.#token = token ?? null;
    this.error = code === undefined ? null : (Object.assign(new Error(), { name: 'SessionError', code }) as never);
    this.dispatchEvent(new Event('sessionchange'));
  }

  async getToken({ reason }: TokenRequest): Promise<string | null> {
    this.asked.push(reason);
    return this.#token;
  }

  async start(): Promise<void> {}

  async signIn(): Promise<void> {
    this.asked.push('sign-in');
  }

  async signOut(): Promise<void> {
    this.asked.push('sign-out');
    this.become('signed-out');
    if (this.isProviderAway) throw new Error('The provider is away');
  }
}
