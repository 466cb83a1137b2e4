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
    return (this.#coming ??= this.#loadCode().then(
      (code) => (this.here = code),
      (error: unknown) => {
        this.#coming = null;
        throw error;
      },
    ));
  }
}
