import type { ReactiveController, ReactiveElement } from 'lit';
import type { DefinedFigure } from '../definition-panel/defined-figure.js';
import type { DefinitionPopover } from '../definition-panel/definition-popover.js';

/**
 * The popover with the definition of a figure, behind an element's definition button. Its code is fetched on the first
 * press, since most visitors read the figure only.
 */
export class DefinitionController implements ReactiveController {
  readonly #host: ReactiveElement;
  #popover: DefinitionPopover | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#popover?.remove();
    this.#popover = null;
  }

  /** Opens the panel at the button that was pressed, or closes it when it is open. */
  async toggle(button: HTMLElement, figure: DefinedFigure): Promise<void> {
    // Without a pause once it is there: the panel must know of a click before the browser acts on it.
    if (!this.#popover) {
      const { DefinitionPopover } = await import('../definition-panel/definition-popover.js');
      const root = this.#host.shadowRoot;
      if (!this.#host.isConnected || !root) return;
      this.#popover ??= new DefinitionPopover(root);
    }
    await this.#popover.toggle(button, figure);
  }
}
