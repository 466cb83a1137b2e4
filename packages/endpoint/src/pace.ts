import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work on end; then whoever came meanwhile is answered first. */
const stretch = 10;

/** The pace of long work, so that it does not keep others waiting. */
export class Pace {
  /** Ends when all who paused before have gone on: one at a time does, so that many stretches do not make a long one. */
  static #line = Promise.resolve();
  #since = performance.now();

  /** Null while there is no need to pause. To be asked once in a thousand steps or so. */
  pause(): Promise<void> | null {
    return performance.now() - this.#since < stretch ? null : this.#rest();
  }

  async #rest(): Promise<void> {
    Pace.#line = Pace.#line.then(() => setImmediate());
    await Pace.#line;
    this.#since = performance.now();
  }
}
