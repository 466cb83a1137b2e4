import type { LoadState } from '@peilglas/model';

/** An element's load state changed. `code` is stable and says why, for logs and support: `ready`, `network`, `http-503`. */
export class PeilStateEvent extends Event {
  static readonly type = 'peil-state';
  readonly state: LoadState;
  readonly code: string;

  constructor(state: LoadState, code: string) {
    super(PeilStateEvent.type, { bubbles: true, composed: true });
    this.state = state;
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'peil-state': PeilStateEvent;
  }
}
