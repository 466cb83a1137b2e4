import { elementClasses } from '../shared/define-element.js';
import { instantiate } from '../shared/instantiate.js';
import { isOfTheSite } from './of-the-site.js';

const filled = new WeakMap<HTMLElement, HTMLElement>();

/**
 * Puts an element in a place such as `<div data-peil="kpi-tile" data-table="bevolking">`, with what stood there as its
 * content, and keeps its attributes as the place has them.
 */
export function fillPlace(place: HTMLElement, tag: string): void {
  const ofTag = elementClasses.get(tag);
  if (!ofTag || filled.get(place)?.constructor === ofTag) return;
  // Another version of this script on the page was first. An editor may have saved its mark without the element.
  const isFilled = place.dataset.peilFilled !== undefined && [...place.children].some(({ shadowRoot }) => shadowRoot);
  if (!filled.has(place) && isFilled) return;
  const element = instantiate(ofTag);
  filled.get(place)?.remove();
  filled.set(place, element);
  copyAttributes(place, element);
  settle(place, element);
  const watch = new MutationObserver(() => {
    if (filled.get(place) !== element) {
      watch.disconnect();
      return;
    }
    copyAttributes(place, element);
    // With the next frame: who takes it out as often as it comes back, as an editor may, holds up no page.
    requestAnimationFrame(() => {
      if (filled.get(place) === element && !place.isContentEditable) settle(place, element);
    });
  });
  watch.observe(place, { attributes: true, childList: true });
}

/** Has the element in its place, also where scripts of the page have made that again as the server sent it. */
function settle(place: HTMLElement, element: HTMLElement): void {
  if (element.parentNode !== place) {
    element.replaceChildren(...place.childNodes);
    place.append(element);
  }
  // For reserve.css: the room that was kept is the element's own now.
  place.dataset.peilFilled ??= '';
}

/** Only what the element observes: a sanitizer that lets `data-onclick` pass does not mean `onclick`. */
function copyAttributes(place: HTMLElement, element: HTMLElement): void {
  const { observedAttributes = [] } = element.constructor as { readonly observedAttributes?: readonly string[] };
  for (const name of observedAttributes) {
    if (isOfTheSite(name)) continue;
    const value = place.getAttribute(`data-${name}`);
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
