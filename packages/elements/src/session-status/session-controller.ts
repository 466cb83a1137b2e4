import type { Session } from '@peilglas/auth';
import type { TokenProvider } from '@peilglas/client';
import type { ReactiveController, ReactiveElement } from 'lit';
import { sessionOf } from '../shared/session-of.js';

/** Follows the session of a context, and signs in and out. */
export class SessionController implements ReactiveController {
  session: Session | null = null;
  /** Whether the visitor signed out here while the identity provider could not be told. */
  isOutHereOnly = false;
  readonly #host: ReactiveElement;
  readonly #provider: () => TokenProvider | null | undefined;

  constructor(host: ReactiveElement, provider: () => TokenProvider | null | undefined) {
    this.#host = host;
    this.#provider = provider;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#follow(sessionOf(this.#provider()));
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  /** Signs in who is not, and out who is. What goes wrong is told by the session. */
  async press(): Promise<void> {
    const { session } = this;
    if (!session || session.state === 'signing-in') return;
    this.isOutHereOnly = false;
    this.#host.requestUpdate();
    if (session.state !== 'signed-in') {
      await session.signIn().catch(() => undefined);
      return;
    }
    try {
      await session.signOut();
    } catch {
      this.isOutHereOnly = true;
      this.#host.requestUpdate();
    }
  }

  #follow(session: Session | null): void {
    if (session === this.session) return;
    this.session?.removeEventListener('sessionchange', this.#update);
    session?.addEventListener('sessionchange', this.#update);
    this.session = session;
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };
}
