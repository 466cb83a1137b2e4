/** Somebody chose: which codes of which dimension. The nearest `<data-context>` hands it down to all inside it. */
export class PeilSelectEvent extends Event {
  static readonly type = 'peil-select';
  /** `region`, `period`, `indicator`, or the id of a classification such as `Geslacht`. */
  readonly dimension: string;
  readonly codes: readonly string[];

  constructor(dimension: string, codes: readonly string[]) {
    super(PeilSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.dimension = dimension;
    this.codes = codes;
  }
}

declare global {
  interface HTMLElementEventMap {
    'peil-select': PeilSelectEvent;
  }
}
