import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Another selection takes the figures away, and the control that has the focus with them. The focus goes to the same control once
 * it is there again, unless it went elsewhere meanwhile; to what opens a menu that is closed by then.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveElement;
  /** Finds the control that has, or had, the focus; null when it has not, or went elsewhere. */
  #find: (() => HTMLElement | undefined) | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    if (root?.activeElement) this.#find = finderOf(root.activeElement, root);
  }

  hostUpdated(): void {
    if (this.#find === null) return;
    // Where it is may be out of view by now: who scrolled on reads there.
    if (isNowhere()) this.#find()?.focus({ preventScroll: true });
    if (!isNowhere()) this.#find = null;
  }

  hostDisconnected(): void {
    this.#find = null;
  }
}

function isNowhere(): boolean {
  return document.activeElement === document.body;
}

/** A control is known by its kind and its part, and by which of those it is. */
function finderOf(focused: Element, root: ShadowRoot): () => HTMLElement | undefined {
  const control = focused.closest('details')?.querySelector('summary') ?? focused;
  const part = control.closest('[part]')?.getAttribute('part') ?? '';
  const { localName } = control;
  const alike = (): readonly HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(`${localName}[part="${part}"], [part="${part}"] ${localName}`),
  ];
  const place = alike().findIndex((each) => each === control);
  return () => alike()[place];
}
