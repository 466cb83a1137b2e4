import type { LitElement } from 'lit';
import { takePressed } from './rest.js';

/**
 * What a reader did to what the page came with, to be done to what takes its place: the focus, an open table, the button
 * that was pressed.
 * @returns does it
 */
export function keepPlace(host: LitElement, root: LitElement['renderRoot']): () => void {
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  const focused = active?.getAttribute('part');
  const opens = root.querySelector('details[open] > [part="table-button"]') !== null;
  const pressed = takePressed(host);
  const find = (part: string): HTMLElement | null => root.querySelector(`[part~="${CSS.escape(part)}"]`);
  return () => {
    if (opens) find('table-button')?.click();
    if (focused) find(focused)?.focus({ preventScroll: true });
    if (pressed) find(pressed)?.click();
  };
}
