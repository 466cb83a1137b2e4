import type { ReactiveController, ReactiveElement } from 'lit';

/** Milliseconds that work may take at a time; more would be felt while scrolling or typing. */
const slice = 10;

/**
 * Work that may take longer than a frame, in slices between which the page can breathe. The first slice is done at once:
 * little work, which does not pause, is finished before anything is shown, however slow the machine is. New work takes the
 * place of old work.
 */
export class SlicedWork<T> implements ReactiveController {
  /** What the last finished work led to; null before. */
  result: T | null = null;
  readonly #host: ReactiveElement;
  #key: readonly unknown[] | null = null;
  #work: Generator<undefined, T> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.#work !== null;
  }

  /** @param key what the work is about; the same parts again are no new work */
  start(key: readonly unknown[], work: () => Generator<undefined, T>): void {
    const last = this.#key;
    if (last?.length === key.length && key.every((part, index) => part === last[index])) return;
    this.#key = key;
    this.#work = work();
    this.#go();
  }

  /** Forgets the work and what came of it. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#key = null;
    this.#work = null;
    this.result = null;
  }

  hostConnected(): void {
    if (this.#work) this.#goLater();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #goLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#go();
      if (!this.#work) this.#host.requestUpdate();
    });
  }

  #go(): void {
    const end = performance.now() + slice;
    do {
      const step = this.#work?.next();
      if (step?.done) {
        this.result = step.value;
        this.#work = null;
      }
    } while (this.#work && performance.now() < end);
    if (this.#work) this.#goLater();
  }
}
