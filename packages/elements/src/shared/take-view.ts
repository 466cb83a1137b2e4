import { chartWordsFor } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import type { Takeable } from '../take/offers-of.js';
import type { TakeController } from './take-controller.js';
import type { Taken } from './taken.js';

/** A button that opens the menu of files to save and texts to copy. */
export function takeView(element: Takeable, taken: Taken, taking: TakeController): TemplateResult {
  const words = chartWordsFor(taken.lang);
  const { module, failed } = taking;
  return html`<details class="downloads" part="downloads" @toggle=${taking.toggle} @keydown=${closeByEscape}>
    <summary>${words.take}</summary>
    ${failed ? html`<p class="menu" role="status">${words.notSaved}</p>` : module?.menuView(module.offersOf(element, taken), taken, taking)}
  </details>`;
}

function closeByEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !(menu instanceof HTMLDetailsElement) || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
