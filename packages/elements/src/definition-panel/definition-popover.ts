import { instantiate } from '../shared/instantiate.js';
import type { DefinedFigure } from './defined-figure.js';
import { DefinitionPanel } from './definition-panel.js';
import { popoverStyles } from './definition-popover.styles.js';

/** A class of its own, since a class can have one tag only and the page may yet give the panel its. */
class PopoverPanel extends DefinitionPanel {}

/** A definition panel in the top layer, placed at the button that opened it. */
export class DefinitionPopover {
  readonly #panel = instantiate(PopoverPanel);
  /** Holds the panel in browsers of before popovers (2023, Firefox 2024). */
  readonly #dialog = 'popover' in HTMLElement.prototype ? null : document.createElement('dialog');
  #button: HTMLElement | null = null;

  /** @param root the shadow root of the button's element */
  constructor(root: ShadowRoot) {
    this.#panel.popover = 'auto';
    this.#panel.setAttribute('role', 'dialog');
    this.#panel.className = 'definition-popover';
    this.#panel.addEventListener('beforetoggle', (event) => {
      // Focus inside a panel that closes goes back to its button; across shadow roots browsers lose it.
      if (event.newState === 'closed' && this.#panel.matches(':focus-within')) {
        queueMicrotask(() => this.#button?.focus());
      }
    });
    this.#panel.addEventListener('toggle', ({ newState }) => {
      if (newState === 'open') {
        document.addEventListener('keydown', this.#lead);
        document.addEventListener('keyup', this.#leave);
      } else this.#ignoreKeys();
      // An open panel has a button that only closes it: else a click would dismiss it first, and then open it again.
      if (!(this.#button instanceof HTMLButtonElement)) return;
      this.#button.popoverTargetAction = 'hide';
      this.#button.popoverTargetElement = newState === 'open' ? this.#panel : null;
    });
    const { host } = root;
    host.addEventListener('peil-state', () => {
      const state = 'loadState' in host && host.loadState;
      if (state === 'loading' || state === 'signed-out') this.#forget();
    });
    const sheet = popoverStyles.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    if (this.#dialog) this.#goInto(this.#dialog);
    root.append(this.#dialog ?? this.#panel);
  }

  #goInto(dialog: HTMLDialogElement): void {
    dialog.className = 'definition-dialog';
    dialog.append(this.#panel);
    this.#panel.hidePopover = () => {
      dialog.close();
    };
  }

  async toggle(button: HTMLElement, figure: DefinedFigure): Promise<void> {
    const panel = this.#panel;
    if (!this.#dialog && panel.matches(':popover-open')) {
      panel.hidePopover();
      return;
    }
    this.#button = button;
    panel.figure = figure;
    panel.data = figure.cube;
    panel.indicator = figure.indicator.code;
    panel.setAttribute('aria-label', figure.indicator.label);
    await panel.ready;
    await panel.updateComplete;
    if (!panel.isConnected || panel.figure !== figure) return;
    if (this.#dialog) {
      if (!this.#dialog.open) this.#dialog.showModal();
      return;
    }
    // Units of the viewport count its scrollbar, and a panel too wide for the rest is put under that.
    panel.style.maxInlineSize = `calc(${document.documentElement.clientWidth}px - 16px)`;
    panel.showPopover();
    // Before its place is known, which may take code: who closes it meanwhile is back at the button.
    panel.focusFirst();
    if (!CSS.supports('position-area', 'block-end') || strays(panel)) await placeBeside(panel, button);
  }

  /** A figure that is gone from the page, or gives way to another, is gone from what is told of it too, as from the mail about it. */
  #forget(): void {
    this.#panel.hidePopover();
    this.#panel.figure = this.#panel.data = null;
    this.#panel.removeAttribute('aria-label');
  }

  remove(): void {
    this.#ignoreKeys();
    (this.#dialog ?? this.#panel).remove();
  }

  #ignoreKeys(): void {
    document.removeEventListener('keydown', this.#lead);
    document.removeEventListener('keyup', this.#leave);
  }

  readonly #lead = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    // A screen reader that reads the panel, or a press on its text, takes the focus away from it: then nothing brings it back.
    if (key === 'Escape' && document.activeElement === document.body) this.#button?.focus();
    if (key !== 'Tab' || !this.#panel.matches(':focus-within')) return;
    const { shadowRoot } = this.#panel;
    const stops = [...(shadowRoot?.querySelectorAll('a, button') ?? [])];
    if (shadowRoot?.activeElement !== stops.at(shiftKey ? 0 : -1)) return;
    // The panel stands after all else of the element, where Firefox would go on; closing it gives the focus to its button first.
    if (shiftKey) event.preventDefault();
    this.#panel.hidePopover();
  };

  /** Tab leads out of the panel, which would lie over whatever has the focus then. */
  readonly #leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab' && !this.#panel.matches(':focus-within')) this.#panel.hidePopover();
  };
}

/** WebKit's anchors forget how far the page has scrolled: then the panel takes a side where there is no room. */
function strays(panel: HTMLElement): boolean {
  const { top, bottom } = panel.getBoundingClientRect();
  // One that was placed before stays where that was.
  return panel.style.top !== '' || top < 0 || bottom > window.innerHeight;
}

/** For browsers without anchor positioning, or with one that fails. */
async function placeBeside(panel: HTMLElement, button: HTMLElement): Promise<void> {
  const { style } = panel;
  style.setProperty('position-area', 'none');
  style.margin = '0';
  style.maxBlockSize = '';
  const { computePosition, flip, offset, shift, size } = await import('@floating-ui/dom');
  const { x, y } = await computePosition(button, panel, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(4),
      flip(),
      shift({ padding: 8 }),
      size({
        padding: 8,
        // What is outside the window nobody can scroll to.
        apply: ({ availableHeight }) => {
          style.maxBlockSize = `min(32em, ${availableHeight}px)`;
        },
      }),
    ],
  });
  style.left = `${x}px`;
  style.top = `${y}px`;
}
