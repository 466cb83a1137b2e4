/** What is said of what a page came with. */
export interface AdoptWords {
  /** The figures have changed since the page was made. */
  readonly updated: string;
  /** How much of a long table is there without scripts; numbers as they are read. */
  readonly firstRows: (shown: string, total: string) => string;
  /** Leads to the other rows. */
  readonly allRows: string;
}
