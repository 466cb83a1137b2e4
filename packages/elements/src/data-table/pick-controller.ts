import type { ReactiveController, ReactiveElement } from 'lit';

/** Rows that a key moves by; the others go to an end. */
const moves: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Rows that can be chosen are one tab stop: thousands of buttons would keep who uses a keyboard from ever leaving the
 * table. Arrow keys go along the rows.
 */
export class PickController implements ReactiveController {
  /** The row that is the tab stop, as an index. */
  row = 0;
  readonly #host: ReactiveElement;
  readonly #reveal: (place: number) => void;
  #hasMoved = false;
  #hadFocus = false;
  #hasLost = false;

  constructor(host: ReactiveElement, reveal: (place: number) => void) {
    this.#host = host;
    this.#reveal = reveal;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#focused?.matches('.pick') === true;
  }

  /**
   * Heights may turn out otherwise than was guessed when the row was revealed: the focus scrolls what is left. A choice takes
   * the rows away until those of its own are there: the focus goes to these, unless it went elsewhere meanwhile.
   */
  hostUpdated(): void {
    if (this.#hadFocus && this.#focused === null) this.#hasLost = true;
    const stop = this.#host.renderRoot.querySelector<HTMLElement>('.pick[tabindex="0"]');
    const isNowhere = this.#hasLost && document.activeElement === document.body;
    if (this.#hasMoved || isNowhere) stop?.focus();
    this.#hasMoved = false;
    if (stop) this.#hasLost = false;
  }

  get #focused(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }

  /** A row got the focus otherwise: by pointer, or by a screen reader. */
  readonly stop = (row: number): void => {
    if (row === this.row) return;
    this.row = row;
    this.#host.requestUpdate();
  };

  press(event: KeyboardEvent, place: number, count: number, rowAt: (place: number) => number): void {
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(place + move, 0), count - 1);
    this.row = rowAt(next);
    this.#hasMoved = true;
    this.#host.requestUpdate();
    this.#reveal(next);
  }
}
