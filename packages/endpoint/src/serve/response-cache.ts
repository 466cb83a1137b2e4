/** A whole answer as it went over the line. */
export interface KeptAnswer {
  readonly status: number;
  /** Names and values in turn, as Node writes them. */
  readonly headers: readonly string[];
  /**
   * In the content-encoding that `headers` name; null for an answer without a body. Short ones are a text of one
   * character per byte (latin1), which Node sends together with the headers, in one piece.
   */
  readonly body: string | Buffer | null;
  /** The route it is of, for the log. */
  readonly route: string;
}

interface Entry {
  readonly answer: KeptAnswer;
  readonly bytes: number;
  readonly until: number;
  /** Whether it was asked for since room was last made. */
  used: boolean;
}

/** What an entry takes besides its texts and bytes, roughly. */
const overhead = 400;

/**
 * The answers that were asked for last, as many as fit in a number of bytes. All of them are of one generation: as soon
 * as something else is served, none is valid. Who goes first is decided when room is needed, by a second chance for what
 * was used (an approximation of least recently used), so that finding changes nothing but a mark.
 */
export class ResponseCache {
  readonly #maxBytes: number;
  readonly #answers = new Map<string, Entry>();
  #bytes = 0;
  #generation = 0;

  /** @param maxBytes Of keys, headers and bodies together; 0 keeps nothing. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @param generation Of what is served now; the answer is of the same. */
  find(key: string, generation: number): KeptAnswer | null {
    if (generation !== this.#generation) return null;
    const found = this.#answers.get(key);
    if (!found) return null;
    if (found.until < performance.now()) {
      this.#remove(key);
      return null;
    }
    found.used = true;
    return found.answer;
  }

  /**
   * @param generation Of what was served when the answer was asked for, at the latest.
   * @param maxAge How long the answer may be given, in milliseconds.
   */
  keep(key: string, generation: number, answer: KeptAnswer, maxAge: number): void {
    if (generation < this.#generation) return;
    if (generation > this.#generation) this.#clear(generation);
    const texts = answer.headers.reduce((sum, text) => sum + text.length, key.length);
    const bytes = 2 * texts + (answer.body?.length ?? 0) + overhead;
    // One large answer would push out many small ones.
    if (bytes > this.#maxBytes / 8) return;
    this.#remove(key);
    this.#answers.set(key, { answer, bytes, until: performance.now() + maxAge, used: false });
    this.#bytes += bytes;
    this.#makeRoom();
  }

  /** Bytes in use, for whoever watches over memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Each entry is passed at most twice, since a second chance is given once. */
  #makeRoom(): void {
    for (const [key, entry] of this.#answers) {
      if (this.#bytes <= this.#maxBytes) return;
      if (entry.used) {
        entry.used = false;
        this.#answers.delete(key);
        this.#answers.set(key, entry);
      } else {
        this.#remove(key);
      }
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#answers.get(key)?.bytes ?? 0;
    this.#answers.delete(key);
  }

  #clear(generation: number): void {
    this.#answers.clear();
    this.#bytes = 0;
    this.#generation = generation;
  }
}
