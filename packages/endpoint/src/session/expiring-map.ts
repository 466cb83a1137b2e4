interface Entry<V> {
  readonly value: V;
  readonly until: number;
}

/** Values that are forgotten at a moment of their own, and never more than so many: the one set longest ago goes first. */
export class ExpiringMap<V> {
  readonly #maxSize: number;
  readonly #entries = new Map<string, Entry<V>>();

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): V | null {
    const entry = this.#entries.get(key);
    if (entry && entry.until > Date.now()) return entry.value;
    this.#entries.delete(key);
    return null;
  }

  /** @param until Milliseconds since 1970. */
  set(key: string, value: V, until: number): void {
    // Deleted first, so that it becomes the last to go.
    this.#entries.delete(key);
    if (this.#entries.size >= this.#maxSize) this.sweep();
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size < this.#maxSize) break;
      this.#entries.delete(oldest);
    }
    this.#entries.set(key, { value, until });
  }

  take(key: string): V | null {
    const value = this.get(key);
    this.#entries.delete(key);
    return value;
  }

  /** Forgets what is over, so that no secret stays longer than it is worth something. */
  sweep(): void {
    const now = Date.now();
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
  }
}
