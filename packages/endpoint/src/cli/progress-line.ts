import type { WriteStream } from 'node:tty';

/** The least time between two texts, in milliseconds: a terminal that is far away is slow. */
const interval = 100;

/** One line of a terminal that says what is being done, and goes away again. Nothing at all where there is no terminal. */
export class ProgressLine {
  readonly #stream: WriteStream;
  #shown = false;
  #last = 0;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    const now = performance.now();
    if (!this.#stream.isTTY || (this.#shown && now - this.#last < interval)) return;
    this.clear();
    this.#stream.write(text.slice(0, Math.max(20, this.#stream.columns - 1)));
    this.#shown = true;
    this.#last = now;
  }

  clear(): void {
    if (!this.#shown) return;
    this.#stream.clearLine(0);
    this.#stream.cursorTo(0);
    this.#shown = false;
  }
}
