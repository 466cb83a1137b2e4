import type { SessionState } from './session.js';

/** Somebody signed in or out, in this tab or another, or the session ran out. The session itself says the rest. */
export class SessionChangeEvent extends Event {
  static readonly type = 'sessionchange';
  readonly state: SessionState;

  constructor(state: SessionState) {
    super(SessionChangeEvent.type);
    this.state = state;
  }
}
