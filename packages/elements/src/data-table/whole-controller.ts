import type { ReactiveController, ReactiveElement } from 'lit';

/** Whether all rows are to be in the page: paper and pictures cannot scroll. */
export class WholeController implements ReactiveController {
  isWhole = false;
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

  /** Does some work while all rows are there; nothing of it is painted. */
  during<T>(scroller: Element | null, work: () => T): T {
    const { scrollTop = 0, scrollLeft = 0 } = scroller ?? {};
    this.#begin();
    try {
      return work();
    } finally {
      this.#end();
      this.#renderNow();
      scroller?.scrollTo({ top: scrollTop, left: scrollLeft, behavior: 'instant' });
    }
  }

  readonly #begin = (): void => {
    this.isWhole = true;
    this.#host.requestUpdate();
    // The page is printed as it is when this listener returns.
    this.#renderNow();
  };

  readonly #end = (): void => {
    this.isWhole = false;
    this.#host.requestUpdate();
  };
}
