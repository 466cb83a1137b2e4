/**
 * Somebody wants to sign in. The nearest `<data-context>` with a session starts it; a host with a session of its own
 * listens, does so itself, and calls `preventDefault()`.
 */
export class PeilSignInEvent extends Event {
  static readonly type = 'peil-sign-in';

  constructor() {
    super(PeilSignInEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'peil-sign-in': PeilSignInEvent;
  }
}
