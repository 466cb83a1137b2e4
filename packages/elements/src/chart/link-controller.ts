import type { ReactiveController, ReactiveElement } from 'lit';
import { emptyContext, type DataContextValue } from '../shared/data-context-value.js';
import { PeilPointEvent, type Pointed } from '../shared/peil-point-event.js';

/** A pointed-at place, and the selection within which it means something. */
const origins = new WeakMap<PeilPointEvent, DataContextValue>();

/**
 * Charts that share a context mark the region that is looked at in one of them. They tell each other by an event that the
 * whole page can hear; whether it is about theirs, they see by the context.
 */
export class LinkController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #context: () => DataContextValue;
  readonly #follow: (pointed: Pointed | null) => void;
  #told = 'null';

  /** @param follow what another chart of the context looks at; null when no longer */
  constructor(host: ReactiveElement, context: () => DataContextValue, follow: (pointed: Pointed | null) => void) {
    this.#host = host;
    this.#context = context;
    this.#follow = follow;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(PeilPointEvent.type, this.#hear);
  }

  hostDisconnected(): void {
    document.removeEventListener(PeilPointEvent.type, this.#hear);
    // Events of an element outside the page reach nobody.
    this.#tell(null, document);
  }

  tell(pointed: Pointed | null): void {
    this.#tell(pointed, this.#host);
  }

  #tell(pointed: Pointed | null, from: EventTarget): void {
    const told = JSON.stringify(pointed);
    if (told === this.#told) return;
    this.#told = told;
    const event = new PeilPointEvent(pointed);
    origins.set(event, this.#context());
    from.dispatchEvent(event);
  }

  readonly #hear = (event: Event): void => {
    if (!(event instanceof PeilPointEvent) || event.composedPath()[0] === this.#host) return;
    const context = this.#context();
    if (context !== emptyContext && origins.get(event) === context) this.#follow(event.pointed);
  };
}
