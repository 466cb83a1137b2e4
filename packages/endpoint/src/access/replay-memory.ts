import { CannotTell, TooMuch } from './token-fault.js';

/** Whose use it is, from narrow to wide; each with how much of theirs is remembered at most. */
export type Holders = readonly (readonly [name: string, most: number])[];

interface Use {
  /** When it may be forgotten. */
  readonly until: number;
  readonly holders: readonly string[];
}

/** Remembers what may be used once, for as long as it could be used again. No holder can fill it for the others. */
export class ReplayMemory {
  readonly maxSize: number;
  readonly #lifetime: number;
  /** The first to be forgotten first. */
  readonly #used = new Map<string, Use>();
  /** How much is remembered of each holder. */
  readonly #counts = new Map<string, number>();

  /** @param lifetime In milliseconds. */
  constructor(lifetime: number, maxSize = 100_000) {
    this.#lifetime = lifetime;
    this.maxSize = maxSize;
  }

  /**
   * Cheap, so to be asked before a use is judged.
   * @throws TooMuch when one of the holders has used so much lately that no more of theirs is remembered.
   */
  requireRoom(holders: Holders): void {
    this.#forget();
    if (holders.some(([name, most]) => (this.#counts.get(name) ?? 0) >= most)) throw new TooMuch('too-many-calls');
  }

  /**
   * Whether this is the first time.
   * @throws TooMuch as `requireRoom`; CannotTell when all holders together used so much that no more can be remembered.
   */
  isFirstUse(name: string, holders: Holders): boolean {
    this.#forget();
    if (this.#used.has(name)) return false;
    this.requireRoom(holders);
    if (this.#used.size >= this.maxSize) throw new CannotTell('too-many-proofs');
    const names = holders.map(([holder]) => holder);
    this.#used.set(name, { until: performance.now() + this.#lifetime, holders: names });
    for (const holder of names) this.#counts.set(holder, (this.#counts.get(holder) ?? 0) + 1);
    return true;
  }

  #forget(): void {
    const now = performance.now();
    for (const [old, { until, holders }] of this.#used) {
      if (until > now) break;
      this.#used.delete(old);
      for (const holder of holders) this.#countDown(holder);
    }
  }

  #countDown(holder: string): void {
    const left = (this.#counts.get(holder) ?? 0) - 1;
    if (left > 0) this.#counts.set(holder, left);
    else this.#counts.delete(holder);
  }
}
