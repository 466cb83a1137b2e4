import type { LitElement } from 'lit';
import { partOf, partsOf, takePressed, type Part } from './rest.js';

/**
 * What a reader did to what the page came with, to be done to what takes its place: the focus, an open table, how far it was
 * scrolled, the button that was pressed.
 * @returns does it
 */
export function keepPlace(host: LitElement, root: LitElement['renderRoot']): () => void {
  const focused = partOf(root, root instanceof ShadowRoot ? root.activeElement : null);
  const opens = root.querySelector('details[open] > [part="table-button"]') !== null;
  const pressed = takePressed(host);
  const scroll = keepScroll(root);
  const choose = keepChoice(root);
  const find = ([name, place]: Part): Element | undefined => partsOf(root, name)[place];
  const press = (part: Element | undefined): void => {
    if (part instanceof HTMLElement) part.click();
  };
  return () => {
    scroll();
    choose();
    if (opens) press(find(['table-button', 0]));
    const focus = focused && find(focused);
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
    if (pressed) press(find(pressed));
  };
}

/** Of a table, which may have other rows for a moment: where it was, and with columns as wide as they were. */
function keepScroll(root: ParentNode): () => void {
  const find = (): HTMLElement | null => root.querySelector<HTMLElement>('.scroller');
  const headers = (): NodeListOf<HTMLElement> => root.querySelectorAll('.windowed thead tr:last-child > th');
  const { scrollTop: top = 0, scrollLeft: left = 0 } = find() ?? {};
  const widths = Array.from(headers(), (header) => getComputedStyle(header).inlineSize);
  return () => {
    for (const [index, header] of headers().entries()) header.style.minInlineSize = widths[index] ?? '';
    if (top > 0 || left > 0) find()?.scrollTo({ top, left, behavior: 'instant' });
  };
}

/** What somebody chose from a list before it could do something with it. */
function keepChoice(root: ParentNode): () => void {
  const list = root.querySelector('select');
  const isChosen = list?.selectedOptions[0]?.defaultSelected === false;
  return () => {
    const next = root.querySelector('select');
    if (!isChosen || !next) return;
    next.value = list.value;
    next.dispatchEvent(new Event('change'));
  };
}
