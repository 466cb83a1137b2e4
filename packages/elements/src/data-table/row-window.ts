import type { ReactiveController, ReactiveElement } from 'lit';
import { RowHeights } from './row-heights.js';

/** Places from `from` up to but not including `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Rows beyond those in sight, above and below: as many as a fast swipe passes before the next frame. */
const beyond = 8;
/** Never more rows than this, also where nothing limits the height of the element. */
const most = 160;
/** The window moves by whole steps, so that not every pixel of scrolling makes new rows. */
const step = 4;

/**
 * Which rows of a long table are in the page: those in sight and some around them. The heights of the others are kept
 * free by spacers; measured heights take the place of guessed ones without moving what is in sight.
 */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #scroller: () => HTMLElement | null;
  #rowAt: (place: number) => number = (place) => place;
  #count = 0;
  #subject: unknown = null;
  #heights = new RowHeights(0);
  #window: Stretch = { from: 0, to: 0 };
  #isNew = false;
  /** The row at the upper edge, which stays there when heights turn out otherwise. */
  #anchor = { place: 0, into: 0 };
  #resizing: ResizeObserver | null = null;
  #observed: HTMLElement | null = null;

  constructor(host: ReactiveElement, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /** @param subject the table; with another one all heights are unknown again. Null when all rows are in the page */
  frame(subject: unknown, count: number, rowAt: (place: number) => number): void {
    this.#rowAt = rowAt;
    if (subject === this.#subject) return;
    this.#subject = subject;
    this.#count = count;
    this.#isNew = true;
    this.#heights = new RowHeights(count);
    this.#window = { from: 0, to: Math.min(count, 2 * beyond) };
    this.#anchor = { place: 0, into: 0 };
  }

  /** The rows to show, and one more wherever it is: that which has the focus or may get it. */
  stretches(kept: number | null): readonly Stretch[] {
    const { from, to } = this.#window;
    if (kept === null || (kept >= from && kept < to)) return [this.#window];
    const alone = { from: kept, to: kept + 1 };
    return kept < from ? [alone, this.#window] : [this.#window, alone];
  }

  /** Before anything moves: which row is at the upper edge. */
  hostUpdate(): void {
    const scroller = this.#scroller();
    if (!this.#subject || !scroller) return;
    this.#anchor = this.#heights.placeAt(scroller.scrollTop - captionHeight(scroller), this.#rowAt);
  }

  hostUpdated(): void {
    const scroller = this.#scroller();
    if (scroller !== this.#observed) this.#observe(scroller);
    if (!this.#subject || !scroller) return;
    this.#measure(scroller);
    this.#fillSpacers(scroller);
    keepWidths(scroller, this.#isNew);
    this.#isNew = false;
    const top = captionHeight(scroller) + this.#heights.between(0, this.#anchor.place, this.#rowAt) + this.#anchor.into;
    if (this.#anchor.place > 0 && Math.abs(scroller.scrollTop - top) >= 1) scroller.scrollTop = top;
    this.look();
  }

  hostDisconnected(): void {
    this.#observe(null);
  }

  /** Sees which rows are in sight now. */
  readonly look = (): void => {
    const scroller = this.#scroller();
    if (!this.#subject || !scroller) return;
    const distance = scroller.scrollTop - captionHeight(scroller);
    const first = this.#heights.placeAt(distance, this.#rowAt).place;
    const last = this.#heights.placeAt(distance + scroller.clientHeight, this.#rowAt).place;
    const from = Math.max(0, Math.floor((first - beyond) / step) * step);
    const to = Math.min(this.#count, from + most, Math.ceil((last + 1 + beyond) / step) * step);
    if (from === this.#window.from && to === this.#window.to) return;
    this.#window = { from, to };
    this.#host.requestUpdate();
  };

  /** Brings a row into sight: at the upper or lower edge, or not at all where it is in sight already. */
  reveal(place: number): void {
    const scroller = this.#scroller();
    if (!this.#subject || !scroller) return;
    const top = this.#heights.between(0, place, this.#rowAt);
    const bottom = top + this.#heights.between(place, place + 1, this.#rowAt);
    const head = scroller.querySelector('thead')?.offsetHeight ?? 0;
    const caption = captionHeight(scroller);
    const highest = caption + top;
    const lowest = caption + head + bottom - scroller.clientHeight;
    if (scroller.scrollTop > highest) scroller.scrollTop = highest;
    else if (scroller.scrollTop < lowest) scroller.scrollTop = lowest;
    this.look();
  }

  #observe(scroller: HTMLElement | null): void {
    this.#resizing?.disconnect();
    this.#observed = scroller;
    if (!scroller) return;
    this.#resizing ??= new ResizeObserver(() => {
      this.look();
    });
    this.#resizing.observe(scroller);
  }

  #measure(scroller: HTMLElement): void {
    const heights = new Map<number, number>();
    for (const row of scroller.querySelectorAll<HTMLElement>('tr[data-place]')) {
      heights.set(this.#rowAt(Number(row.dataset.place)), Number.parseFloat(getComputedStyle(row).height));
    }
    this.#heights.measure(heights);
  }

  #fillSpacers(scroller: HTMLElement): void {
    for (const spacer of scroller.querySelectorAll<HTMLElement>('td[data-from]')) {
      const [from, to] = [Number(spacer.dataset.from), Number(spacer.dataset.to)];
      spacer.style.blockSize = `${this.#heights.between(from, to, this.#rowAt)}px`;
    }
  }
}

function captionHeight(scroller: HTMLElement): number {
  return scroller.querySelector('caption')?.offsetHeight ?? 0;
}

/** A column that was once wide stays so: which rows are there must not make the others move sideways. */
function keepWidths(scroller: HTMLElement, isNew: boolean): void {
  const headers = [...scroller.querySelectorAll<HTMLElement>('thead tr:last-child > th')];
  if (isNew) for (const header of headers) header.style.minInlineSize = '';
  // Not the boxes on screen: the page may be zoomed or scaled.
  const widths = headers.map((header) => getComputedStyle(header).inlineSize);
  for (const [index, header] of headers.entries()) header.style.minInlineSize = widths[index] ?? '';
}
