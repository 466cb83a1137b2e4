import { contextChanges } from './context-changes.js';
import { looks } from './fingerprint.js';

/** A part of an element, and which of those of its name. */
export type Part = readonly [name: string, place: number];

/**
 * Elements that show what their page came with need no script until somebody needs more of them: a pointer, the focus or a
 * key on them, another selection or language, or figures that are no longer fresh.
 */
const wakers = new Map<Element, () => void>();
const rests = new WeakMap<Element, Promise<void>>();
/** The part of each that was pressed while it was not ready for that. */
const pressed = new WeakMap<Element, Part>();
const roots = new WeakSet<Node>();

/** Resolves when an element that its page came with has something to do. */
export function rest(element: HTMLElement): Promise<void> {
  const known = rests.get(element);
  if (known) return known;
  const resting = new Promise<void>((resolve) => wakers.set(element, resolve));
  rests.set(element, resting);
  begin();
  observe(element.getRootNode());
  // A picture takes no keys; what comes in its place does.
  for (const picture of element.shadowRoot?.querySelectorAll<HTMLElement>('.drawing') ?? []) picture.tabIndex = 0;
  // One after another, so that a phone is not kept busy by all of a page.
  setTimeout(() => layOut(element), 100 * wakers.size);
  // Pickers are what a page is touched by first.
  const milliseconds = millisecondsFresh(element);
  if (milliseconds <= 0 || element.matches(':focus-within') || /-picker$/i.test(element.tagName)) wake(element);
  else {
    contextChanges(element, () => wake(element));
    // What a browser cannot wait for it does at once.
    setTimeout(() => wake(element), Math.min(milliseconds, 2 ** 31 - 1));
  }
  return resting;
}

/** Has pictures out of view laid out as well: browsers that save a picture of a whole page bring nothing into view. */
function layOut({ shadowRoot }: Element): void {
  const pictures = shadowRoot?.querySelectorAll<HTMLElement>('.picture') ?? [];
  for (const { style } of pictures) style.contentVisibility = 'visible';
}

/** What somebody pressed in an element, once; null when nothing was. */
export function takePressed(element: Element): Part | null {
  const part = pressed.get(element) ?? null;
  pressed.delete(element);
  return part;
}

/** Ends the rest of an element, where it has one. */
export function wake(element: Element): void {
  const end = wakers.get(element);
  if (!end) return;
  wakers.delete(element);
  takeOver(element);
  end();
}

/** Elements that take over what their page came with, however old: what they show first is what stands there. */
export const takingOver = new Set<Element>();
/** Milliseconds after which an element that has nothing to say holds up no other; a book may wait long for its figures. */
const longestTakeOver = 15_000;

/** Until the function that comes back is called, answers are given whatever their age. */
export function takeOver(element: Element): () => void {
  takingOver.add(element);
  const end = (): void => void takingOver.delete(element);
  setTimeout(end, longestTakeOver);
  return end;
}

/** How long what an element came with is as good as new. Parts of a page may have come at different times. */
export function millisecondsFresh(element: Element): number {
  const time = element.getAttribute('data-peil-prerendered')?.split(' ')[0] ?? '';
  const block = document.querySelector(`script[type="application/json"][data-peil-embedded*=" ${CSS.escape(time)} "]`);
  const fresh = block?.getAttribute('data-peil-embedded')?.split(' ')[2];
  return Date.parse(time) + Number(fresh) * 1000 - Date.now() || 0;
}

let hasBegun = false;

function begin(): void {
  if (hasBegun) return;
  hasBegun = true;
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click']) {
    document.addEventListener(type, onTouch, { capture: true, passive: true });
  }
}

function onTouch(event: Event): void {
  const path = event.composedPath();
  const element = path.find((each): each is Element => each instanceof Element && rests.has(each));
  if (!element) return;
  const [target] = path;
  const button = event.type === 'click' && target instanceof Element ? target.closest('button[part]') : null;
  const part = element.shadowRoot && partOf(element.shadowRoot, button);
  if (part) pressed.set(element, part);
  wake(element);
}

/** Which part of an element it is; null where it is none. */
export function partOf(root: ParentNode, element: Element | null): Part | null {
  const name = element?.getAttribute('part');
  const place = element && name ? partsOf(root, name).indexOf(element) : -1;
  return name && place >= 0 ? [name, place] : null;
}

/** The parts of a name that are shown: a page that came filled has some for other widths too. */
export function partsOf(root: ParentNode, name: string): readonly Element[] {
  return [...root.querySelectorAll(`[part="${name}"]`)].filter((each) => each.getClientRects().length > 0);
}

function observe(root: Node): void {
  if (roots.has(root)) return;
  roots.add(root);
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records)
      onChange(target, type === 'attributes' ? attributeName : null);
  }).observe(root, { attributes: true, childList: true, subtree: true });
}

/** @param attribute null for a change of children */
function onChange(target: Node, attribute: string | null): void {
  if (attribute !== null && looks.test(attribute)) return;
  if (target instanceof Element && wakers.has(target)) wake(target);
  const isAround = attribute === 'lang' || (attribute !== null && target.nodeName === 'DATA-CONTEXT');
  if (isAround) for (const element of [...wakers.keys()]) if (target.contains(element)) wake(element);
}
