import type { ReactiveController, ReactiveElement } from 'lit';
import { dataContext, type DataContextValue } from '../shared/data-context-value.js';
import { DataElement } from '../shared/data-element.js';

/** Follows the element of which the code is shown: what it is given and shows, and the context that it stands in. */
export class TargetController implements ReactiveController {
  target: DataElement | null = null;
  /** Null where there is none. */
  context: DataContextValue | null = null;
  readonly #host: ReactiveElement;
  readonly #find: () => Element | null;
  readonly #page = new MutationObserver(() => {
    this.#host.requestUpdate();
  });
  #leaveContext: (() => void) | undefined;
  readonly #updates: ReactiveController = {
    // Also where it was moved to another context.
    hostConnected: () => {
      this.#leave();
      this.#askContext();
    },
    hostUpdated: () => {
      this.#host.requestUpdate();
    },
  };

  /** @param find the element meant now */
  constructor(host: ReactiveElement, find: () => Element | null) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#askContext);
    // The element meant may come later, or be replaced by another with its id.
    const root = this.#host.getRootNode();
    this.#page.observe(root, { childList: true, subtree: true, attributeFilter: ['id'] });
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const found = this.#find();
    const target = found instanceof DataElement ? found : null;
    if (target !== this.target) this.#follow(target);
    // One that is there and waits for its code becomes an element of ours later.
    if (found && !target && found.localName.includes('-')) {
      void customElements.whenDefined(found.localName).then(() => {
        if (this.#find() === found && found instanceof DataElement) this.#host.requestUpdate();
      });
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askContext);
    this.#page.disconnect();
    this.#follow(null);
  }

  #follow(target: DataElement | null): void {
    this.target?.removeController(this.#updates);
    this.#leave();
    this.target = target;
    // One that is in the page tells so at once.
    target?.addController(this.#updates);
  }

  #leave(): void {
    this.#leaveContext?.();
    this.#leaveContext = undefined;
    this.context = null;
  }

  /** Asks in the target's name: it may stand in another context than the host. */
  readonly #askContext = (): void => {
    const { target } = this;
    if (!target || this.#leaveContext) return;
    const answer = (value: DataContextValue, leave?: () => void): void => {
      if (target !== this.target) {
        leave?.();
        return;
      }
      this.#leaveContext = leave;
      this.context = value;
      this.#host.requestUpdate();
    };
    // As `@lit/context` asks, by the community protocol for contexts.
    const request = new Event('context-request', { bubbles: true, composed: true });
    const asked = { context: dataContext, contextTarget: target, callback: answer, subscribe: true };
    target.dispatchEvent(Object.assign(request, asked));
  };
}
