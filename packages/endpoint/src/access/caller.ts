/** Who asks, as far as it matters for what may be seen. */
export interface Caller {
  /** Themes this caller has the right to. */
  readonly themes: ReadonlySet<string>;
  /** Codes of the municipalities whose rows this caller may see in tables that are bound to one. */
  readonly municipalities: ReadonlySet<string>;
}

/** A caller without a token: only what is public. */
export const anyone: Caller = { themes: new Set(), municipalities: new Set() };
