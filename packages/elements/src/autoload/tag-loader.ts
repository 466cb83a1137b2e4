import { tags } from './tags.js';

/** Fetches what defines a tag, once, from the folder of scripts. */
export class TagLoader {
  readonly #folder: string;
  readonly #loading = new Map<string, Promise<boolean>>();

  /** @param script address of a script in the folder */
  constructor(script: string) {
    this.#folder = new URL('.', script).href;
  }

  has(tag: string): boolean {
    return tags.includes(tag);
  }

  /** Whether the tag is there; false for a tag that is not ours and for a file that did not arrive, which the next call asks for again. */
  load(tag: string): Promise<boolean> {
    const known = this.#loading.get(tag);
    if (known) return known;
    const asked = this.has(tag) ? this.#define(tag) : Promise.resolve(false);
    this.#loading.set(tag, asked);
    return asked;
  }

  /** Has the file of a tag fetched, and what it asks for, and defines nothing yet. */
  preload(tag: string): void {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: this.#fileOf(tag) });
    document.head.append(link);
  }

  #fileOf(tag: string): string {
    return `${this.#folder}${tag}.js`;
  }

  async #define(tag: string): Promise<boolean> {
    try {
      await import(this.#fileOf(tag));
      return true;
    } catch {
      this.#loading.delete(tag);
      console.warn(`Peilglas: the script of <${tag}> did not arrive; what stands in the tag stays.`);
      return false;
    }
  }
}
