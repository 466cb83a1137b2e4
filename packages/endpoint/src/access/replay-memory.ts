import { CannotTell } from './token-fault.js';

/** Remembers what may be used once, for as long as it could be used again. */
export class ReplayMemory {
  readonly #lifetime: number;
  readonly #maxSize: number;
  /** With when each may be forgotten, the first to go first. */
  readonly #used = new Map<string, number>();

  /** @param lifetime In milliseconds. */
  constructor(lifetime: number, maxSize = 100_000) {
    this.#lifetime = lifetime;
    this.#maxSize = maxSize;
  }

  /**
   * Whether this is the first time.
   * @throws CannotTell when so much was used lately that more cannot be remembered.
   */
  isFirstUse(name: string): boolean {
    const now = performance.now();
    for (const [old, until] of this.#used) {
      if (until > now) break;
      this.#used.delete(old);
    }
    if (this.#used.has(name)) return false;
    if (this.#used.size >= this.#maxSize) throw new CannotTell('too-many-proofs');
    this.#used.set(name, now + this.#lifetime);
    return true;
  }
}
