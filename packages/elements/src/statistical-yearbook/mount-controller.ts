import type { ReactiveController, ReactiveElement } from 'lit';
import type { DataElement } from '../shared/data-element.js';
import { createElement, isLoaded, loadElements, type PartTag } from './load-element.js';

/** What comes into the page together. */
export interface Sheet {
  readonly key: string;
  readonly tags: readonly PartTag[];
}

export type Attributes = Readonly<Record<string, string | null>>;

/** Begins to load what is less than a screen away. */
const margin = '100% 0px';

/**
 * Makes the elements of a sheet when it comes near the screen, all at one moment, so that they share their requests.
 * What was made stays: who scrolls back finds it as it was.
 */
export class MountController implements ReactiveController {
  /** Makes all of them, wherever they are. */
  everything = false;
  /** The code of some element could not be fetched. */
  failed = false;
  readonly #host: ReactiveElement;
  readonly #elements = new Map<string, { readonly tag: PartTag; readonly element: DataElement }>();
  readonly #near = new Set<string>();
  #observer: IntersectionObserver | null = null;
  #loading: Promise<void> | null = null;
  readonly #missing = new Set<PartTag>();

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** All that is in the page now. */
  get elements(): readonly DataElement[] {
    return Array.from(this.#elements.values(), ({ element }) => element);
  }

  /** Whether the elements of a sheet can be shown; what they need is on its way otherwise. */
  shows({ key, tags }: Sheet): boolean {
    if (!this.everything && !this.#near.has(key)) return false;
    const missing = tags.filter((tag) => !isLoaded(tag));
    for (const tag of missing) this.#missing.add(tag);
    return missing.length === 0;
  }

  /** The element with this key, with these attributes. */
  element(key: string, tag: PartTag, attributes: Attributes): DataElement | null {
    const made = this.#elements.get(key);
    // On a page where it has another name its tag says nothing.
    const element = made?.tag === tag ? made.element : createElement(tag);
    if (!element) return null;
    this.#elements.set(key, { tag, element });
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    return element;
  }

  /** Resolves when the code of all that is wanted is there, or could not be had, and its elements are in the page. */
  async complete(): Promise<void> {
    while (this.#loading) {
      await this.#loading;
      await this.#host.updateComplete;
    }
  }

  /** Asks the figures of all elements anew, and lets go of those that the book no longer has. */
  async refresh(): Promise<void> {
    for (const [key, { element }] of this.#elements) {
      if (!element.isConnected) this.#elements.delete(key);
    }
    await Promise.all(this.elements.map((element) => element.refresh()));
  }

  /** Lets go of all elements: they are of another book, or were for another visitor. */
  clear(): void {
    this.#elements.clear();
    this.#near.clear();
    this.#observer?.disconnect();
  }

  /** Tries again to fetch what could not be fetched. */
  readonly retry = (): void => {
    this.failed = false;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    this.#observer = new IntersectionObserver(this.#look, { rootMargin: margin });
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    for (const sheet of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-sheet]')) {
      if (!this.#near.has(sheet.dataset.sheet ?? '')) this.#observer?.observe(sheet);
    }
    if (this.#missing.size > 0 && !this.failed) this.#loading ??= this.#load();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  readonly #look = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      this.#near.add(target.dataset.sheet ?? '');
      this.#observer?.unobserve(target);
      this.#host.requestUpdate();
    }
  };

  async #load(): Promise<void> {
    const wanted = [...this.#missing];
    this.#missing.clear();
    try {
      await loadElements(wanted);
    } catch {
      // Offline, or a newer release has replaced the files.
      this.failed = true;
    }
    this.#loading = null;
    this.#host.requestUpdate();
  }
}
