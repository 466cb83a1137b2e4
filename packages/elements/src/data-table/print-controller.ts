import type { ReactiveController, ReactiveElement } from 'lit';

/** Whether the page is being printed: paper cannot scroll, so all rows must be there before it is made. */
export class PrintController implements ReactiveController {
  isPrinting = false;
  readonly #host: ReactiveElement;
  readonly #renderNow: () => void;

  constructor(host: ReactiveElement, renderNow: () => void) {
    this.#host = host;
    this.#renderNow = renderNow;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#begin);
    window.addEventListener('afterprint', this.#end);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#begin);
    window.removeEventListener('afterprint', this.#end);
  }

  readonly #begin = (): void => {
    this.isPrinting = true;
    this.#host.requestUpdate();
    // The page is printed as it is when this listener returns.
    this.#renderNow();
  };

  readonly #end = (): void => {
    this.isPrinting = false;
    this.#host.requestUpdate();
  };
}
