import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { CallLimit } from './context.js';

interface Window {
  readonly startedAt: number;
  calls: number;
}

/** Askers that are counted at the same time; beyond it the one whose window started first is forgotten. */
const maxAskers = 100_000;

/** Calls per asker; an asker's window starts at the first call. Answers from the cache and all others count alike. */
export class CallCounter {
  readonly limit: number;
  readonly #duration: number;
  /** In order of their start, as all windows last equally long. */
  readonly #windows = new Map<string, Window>();

  constructor({ calls, seconds }: CallLimit) {
    this.limit = calls;
    this.#duration = seconds * 1000;
  }

  /** Counts one more call. Answers with the calls in this window, and the milliseconds until the next. */
  count(asker: string): { readonly calls: number; readonly left: number } {
    const window = this.#current(asker) ?? this.#open(asker);
    window.calls++;
    return { calls: window.calls, left: window.startedAt + this.#duration - Date.now() };
  }

  /** Counts one more call if that is within the limit; else counts nothing. */
  admit(asker: string): boolean {
    const window = this.#current(asker) ?? this.#open(asker);
    if (window.calls >= this.limit) return false;
    window.calls++;
    return true;
  }

  /** Whether one more call is within the limit. */
  allows(asker: string): boolean {
    return (this.#current(asker)?.calls ?? 0) < this.limit;
  }

  /** The counter as the plugin takes it. */
  get store(): FastifyRateLimitStoreCtor {
    const count = (asker: string): { calls: number; left: number } => this.count(asker);
    return class SharedStore implements FastifyRateLimitStore {
      incr(asker: string, done: (error: Error | null, result: { current: number; ttl: number }) => void): void {
        const { calls, left } = count(asker);
        done(null, { current: calls, ttl: left });
      }

      child(): FastifyRateLimitStore {
        return this;
      }
    };
  }

  #current(asker: string): Window | undefined {
    const window = this.#windows.get(asker);
    return window && window.startedAt + this.#duration > Date.now() ? window : undefined;
  }

  #open(asker: string): Window {
    const now = Date.now();
    for (const [oldest, { startedAt }] of this.#windows) {
      if (startedAt + this.#duration > now && this.#windows.size < maxAskers) break;
      this.#windows.delete(oldest);
    }
    const window = { startedAt: now, calls: 0 };
    // Set anew, not replaced: the order of the map is the order of the windows.
    this.#windows.delete(asker);
    this.#windows.set(asker, window);
    return window;
  }
}
