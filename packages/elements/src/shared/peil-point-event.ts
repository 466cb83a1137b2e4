/** What somebody looks at: codes of a region and a period; null where the place has none. */
export interface Pointed {
  readonly region: string | null;
  readonly period: string | null;
}

/** Somebody looks at a place in an element, by pointer or keys, or no longer does: `pointed` is null then. */
export class PeilPointEvent extends Event {
  static readonly type = 'peil-point';
  readonly pointed: Pointed | null;

  constructor(pointed: Pointed | null) {
    super(PeilPointEvent.type, { bubbles: true, composed: true });
    this.pointed = pointed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'peil-point': PeilPointEvent;
  }
}
