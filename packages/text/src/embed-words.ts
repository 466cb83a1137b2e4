/** The ways to put an element on another page. */
export type EmbedRoute = 'tag' | 'data' | 'frame';

/** What `<embed-code>` says. */
export interface EmbedWords {
  readonly legend: string;
  readonly routes: Readonly<Record<EmbedRoute, string>>;
  /** When to choose which. */
  readonly when: Readonly<Record<EmbedRoute, string>>;
  readonly code: string;
  readonly copy: string;
  readonly copied: string;
  /** The clipboard refused; the code is selected. */
  readonly refused: string;
  readonly nothing: string;
  readonly private: string;
  readonly unsure: string;
  /** The figures were given in the page, which the code does not take along. */
  readonly given: string;
  /** The endpoint is one that others cannot reach. */
  readonly local: string;
  readonly noAddress: string;
  /** In a frame of which the address names no element, or one that is not ours. */
  readonly notAnElement: (tag: string) => string;
}
