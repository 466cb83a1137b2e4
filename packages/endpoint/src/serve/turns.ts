import { overloaded, Problem } from './problem.js';

/** Nobody reads it: as web servers have it in their logs. */
class Gone extends Problem {
  constructor() {
    super(499, 'The asker is gone');
  }
}

interface TurnLimits {
  /** Turns at the same time. */
  readonly atOnce: number;
  /** Those who wait for one, of all askers together and of each. */
  readonly waiting: number;
  readonly waitingEach: number;
}

interface Waiting {
  readonly isGone: () => boolean;
  readonly begin: () => void;
  readonly refuse: (problem: Problem) => void;
}

/** Work that is done in turns: of who waits, each asker has one after the other, however much one of them asks. */
export class Turns {
  readonly #limits: TurnLimits;
  /** By asker; whose turn is next comes first. */
  readonly #waiting = new Map<string, Waiting[]>();
  #count = 0;
  #running = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /**
   * Waits for a turn, which lasts until what it resolves with is called.
   * @param isGone Whether nobody waits for the answer any more; the turn then goes to the next.
   * @throws Problem when too many wait already
   */
  take(asker: string, isGone: () => boolean): Promise<() => void> {
    const { atOnce, waiting, waitingEach } = this.#limits;
    if (this.#running < atOnce) return Promise.resolve(this.#begin());
    if (this.#isFull(asker, waiting, waitingEach)) return Promise.reject(overloaded);
    return new Promise((resolve, reject) => {
      const own = this.#waiting.get(asker) ?? [];
      own.push({ isGone, begin: () => resolve(this.#begin()), refuse: reject });
      this.#waiting.set(asker, own);
      this.#count++;
    });
  }

  #isFull(asker: string, most: number, mostEach: number): boolean {
    const isFull = (): boolean => this.#count >= most || (this.#waiting.get(asker)?.length ?? 0) >= mostEach;
    if (!isFull()) return false;
    this.#forgetGone();
    return isFull();
  }

  #forgetGone(): void {
    for (const [asker, all] of this.#waiting) {
      const left = all.filter((each) => !each.isGone());
      for (const each of all) if (!left.includes(each)) each.refuse(new Gone());
      this.#count -= all.length - left.length;
      if (left.length > 0) this.#waiting.set(asker, left);
      else this.#waiting.delete(asker);
    }
  }

  #begin(): () => void {
    this.#running++;
    let lasts = true;
    return () => {
      if (!lasts) return;
      lasts = false;
      this.#running--;
      this.#next();
    };
  }

  #next(): void {
    for (const [asker, [first, ...others]] of this.#waiting) {
      // Behind all others.
      this.#waiting.delete(asker);
      if (others.length > 0) this.#waiting.set(asker, others);
      this.#count--;
      if (first && !first.isGone()) {
        first.begin();
        return;
      }
      first?.refuse(new Gone());
    }
  }
}
