/** Somebody chose: which codes of which dimension. The nearest `<data-context>` hands it down to all inside it. */
export class PeilSelectEvent extends Event {
  static readonly type = 'peil-select';
  /** `region`, `period`, `indicator`, or the id of a classification such as `Geslacht`. */
  readonly dimension: string;
  readonly codes: readonly string[];
  /**
   * Nobody chose what was selected: it cannot be for this visitor, or stood in the way of a search by keyboard. The back
   * button does not lead back to it.
   */
  readonly corrects: boolean;

  constructor(dimension: string, codes: readonly string[], corrects = false) {
    super(PeilSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.dimension = dimension;
    this.codes = codes;
    this.corrects = corrects;
  }
}

declare global {
  interface HTMLElementEventMap {
    'peil-select': PeilSelectEvent;
  }
}
