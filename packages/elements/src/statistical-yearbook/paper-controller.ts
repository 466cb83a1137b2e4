import type { ReactiveController, ReactiveElement } from 'lit';

/** Tells the host when the page goes to paper. */
export class PaperController implements ReactiveController {
  isPrinting = false;
  readonly #host: ReactiveElement;
  readonly #showAll: () => void;

  /** @param showAll brings everything into the page before this moment is over */
  constructor(host: ReactiveElement, showAll: () => void) {
    this.#host = host;
    this.#showAll = showAll;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
  }

  readonly #before = (): void => {
    this.isPrinting = true;
    this.#host.requestUpdate();
    this.#showAll();
  };

  readonly #after = (): void => {
    this.isPrinting = false;
    this.#host.requestUpdate();
  };
}
