import type { ReactiveController, ReactiveElement } from 'lit';
import type { DefinedFigure } from '../definition-panel/defined-figure.js';
import type { DefinitionPanel } from '../definition-panel/definition-panel.js';
import { instantiate } from './define-element.js';

/**
 * The popover with the definition of a figure, behind an element's definition button. The panel's code is fetched on
 * the first press, since most visitors read the figure only.
 */
export class DefinitionController implements ReactiveController {
  readonly #host: ReactiveElement;
  #panel: DefinitionPanel | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#panel?.remove();
    this.#panel = null;
  }

  /** Opens the panel at the button that was pressed, or closes it when it is open. */
  async toggle(button: HTMLElement, figure: DefinedFigure, lang: string): Promise<void> {
    const { DefinitionPanel } = await import('../definition-panel/definition-panel.js');
    if (!this.#host.isConnected) return;
    const panel = (this.#panel ??= this.#attach(instantiate(DefinitionPanel)));
    panel.figure = figure;
    panel.data = figure.cube;
    panel.indicator = figure.indicator.code;
    panel.lang = lang;
    panel.ariaLabel = figure.indicator.label;
    if (panel.matches(':popover-open')) {
      panel.hidePopover();
      return;
    }
    await panel.updateComplete;
    panel.showPopover();
    if (!CSS.supports('position-area', 'block-end')) await placeBeside(panel, button);
    panel.focusFirst();
  }

  #attach(panel: DefinitionPanel): DefinitionPanel {
    panel.popover = 'auto';
    panel.role = 'dialog';
    panel.className = 'definition-popover';
    this.#host.renderRoot.append(panel);
    return panel;
  }
}

/** For browsers without anchor positioning. */
async function placeBeside(panel: HTMLElement, button: HTMLElement): Promise<void> {
  const { computePosition, flip, offset, shift } = await import('@floating-ui/dom');
  const { x, y } = await computePosition(button, panel, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [offset(4), flip(), shift({ padding: 8 })],
  });
  panel.style.insetInlineStart = 'auto';
  panel.style.left = `${x}px`;
  panel.style.top = `${y}px`;
}
