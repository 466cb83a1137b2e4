interface Entry<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  answer?: T;
  askers: number;
  /** When the answer came; null while it is under way. */
  since: number | null;
}

export interface Asking {
  readonly signal?: AbortSignal | undefined;
  readonly fresh?: boolean | undefined;
}

const mostEntries = 100;

/**
 * Answers by key, each asked for once: shared while under way and for some time after. Failures are not remembered. What
 * must be fresh is shared only with who wants so too: the others have what is remembered, whatever comes of it.
 * An asker that leaves (aborts) leaves the others alone; when the last one leaves, the request is aborted.
 */
export class AnswerCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #maxAge: number;
  readonly #keeps: (answer: T) => boolean;

  /** @param keeps which answers are remembered; the others are shared only while they are under way */
  constructor(maxAge: number, keeps: (answer: T) => boolean = () => true) {
    this.#maxAge = maxAge;
    this.#keeps = keeps;
  }

  has(key: string): boolean {
    const since = this.#entries.get(key)?.since;
    // A clock that is set back makes answers of the future, which would be kept for as long.
    return since === null || (since !== undefined && Math.abs(Date.now() - since) < this.#maxAge);
  }

  async get(key: string, load: (signal: AbortSignal) => Promise<T>, { signal, fresh = false }: Asking): Promise<T> {
    signal?.throwIfAborted();
    const name = fresh ? `!${key}` : key;
    const known = this.has(name) ? this.#entries.get(name) : undefined;
    return this.#join(name, known ?? this.#start(name, key, load), signal);
  }

  /** Drops the answers that are meant, and all that is under way, since nobody knows yet what that will be. */
  forget(isMeant: (answer: T) => boolean): void {
    for (const [key, { answer }] of this.#entries) {
      if (answer === undefined || isMeant(answer)) this.#entries.delete(key);
    }
  }

  /** @param name of the entry while it is under way; then it takes the place of what was remembered */
  #start(name: string, key: string, load: (signal: AbortSignal) => Promise<T>): Entry<T> {
    const controller = new AbortController();
    const entry: Entry<T> = { promise: load(controller.signal), controller, askers: 0, since: null };
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostEntries && oldest !== undefined) this.#entries.delete(oldest);
    entry.promise.then(
      (answer) => {
        Object.assign(entry, { answer, since: Date.now() });
        const isMeant = this.#entries.get(name) === entry;
        this.#drop(name, entry);
        if (isMeant && this.#keeps(answer)) this.#entries.set(key, entry);
      },
      () => {
        this.#drop(name, entry);
        // What was remembered may be gone for good.
        if (name !== key) this.#entries.delete(key);
      },
    );
    return entry;
  }

  async #join(key: string, entry: Entry<T>, signal: AbortSignal | undefined): Promise<T> {
    entry.askers += 1;
    if (!signal) return entry.promise;
    const done = new AbortController();
    const left = new Promise<void>((resolve) => {
      const leave = (): void => {
        resolve();
        entry.askers -= 1;
        if (entry.askers > 0 || entry.since !== null) return;
        this.#drop(key, entry);
        entry.controller.abort();
      };
      signal.addEventListener('abort', leave, { once: true, signal: done.signal });
    });
    try {
      await Promise.race([entry.promise, left]);
      signal.throwIfAborted();
      return await entry.promise;
    } finally {
      done.abort();
    }
  }

  #drop(key: string, entry: Entry<T>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
