/**
 * Code that is fetched when it is first needed, once for all elements of the page: they get it together, and who needs it
 * later has it at once.
 */
export class LazyCode<M> {
  /** The code, once it is there. */
  here: M | null = null;
  readonly #loadCode: () => Promise<M>;
  #coming: Promise<M> | null = null;

  constructor(loadCode: () => Promise<M>) {
    this.#loadCode = loadCode;
  }

  /** @throws when it cannot be fetched; asking again tries again */
  load(): Promise<M> {
    return (this.#coming ??= this.#load());
  }

  /** Has it fetched for whoever will need it; a failure is for them. */
  prepare(): void {
    this.load().catch(() => undefined);
  }

  async #load(): Promise<M> {
    try {
      const code = await this.#loadCode();
      // It has just run, which takes long: the browser gets its turn before all who wait for it go on.
      await new Promise((resolve) => setTimeout(resolve));
      return (this.here = code);
    } catch (error) {
      this.#coming = null;
      throw error;
    }
  }
}
