import type { ReactiveController, ReactiveElement } from 'lit';

/** The line across the screen that is being read, as the part of it that lies above and below. */
const line = '-20% 0px -79.9% 0px';

/** Which chapter is being read, by where the page is scrolled to. */
export class ReadingController implements ReactiveController {
  /** Key of the chapter; null before any was met. */
  current: string | null = null;
  readonly #host: ReactiveElement;
  #observer: IntersectionObserver | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(this.#look, { rootMargin: line });
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    for (const chapter of this.#chapters) this.#observer?.observe(chapter);
    this.#keepInSight();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Goes to a theme or chapter, and begins reading there. */
  readonly go = (key: string): void => {
    const heading = this.#host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(key)}`);
    if (!heading) return;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };

  get #chapters(): NodeListOf<HTMLElement> {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-chapter]');
  }

  readonly #look = (entries: readonly IntersectionObserverEntry[]): void => {
    const met = entries.findLast(({ isIntersecting }) => isIntersecting)?.target;
    const key = met instanceof HTMLElement ? (met.dataset.chapter ?? null) : null;
    if (key === null || key === this.current) return;
    this.current = key;
    this.#host.requestUpdate();
  };

  /** The contents scroll in their own box, and never take the page along. */
  #keepInSight(): void {
    const contents = this.#host.renderRoot.querySelector<HTMLElement>('.contents');
    const link = contents?.querySelector<HTMLElement>('[aria-current]');
    if (!contents || !link || contents.scrollHeight <= contents.clientHeight) return;
    const [box, own] = [contents.getBoundingClientRect(), link.getBoundingClientRect()];
    if (own.top < box.top) contents.scrollTop -= box.top - own.top;
    else if (own.bottom > box.bottom) contents.scrollTop += own.bottom - box.bottom;
  }
}
