/** What is said when an element takes over what its page came with. */
export interface AdoptWords {
  /** The figures have changed since the page was made. */
  readonly updated: string;
}
