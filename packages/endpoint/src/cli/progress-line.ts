import type { WriteStream } from 'node:tty';
import { visible } from '../publish/report-text.js';

/** One line of a terminal that says what is being done, and goes away again. Nothing at all where there is no terminal. */
export class ProgressLine {
  readonly #stream: WriteStream;
  #shown = false;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY) return;
    this.clear();
    // Some terminals do not know how wide they are.
    this.#stream.write(visible(text).slice(0, (this.#stream.columns || 80) - 1));
    this.#shown = true;
  }

  clear(): void {
    if (!this.#shown) return;
    this.#stream.clearLine(0);
    this.#stream.cursorTo(0);
    this.#shown = false;
  }
}
