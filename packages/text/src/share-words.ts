/** Words and parts of sentences about parts of a whole. */
export interface ShareWords {
  readonly part: string;
  /** The share of a bar's parts, as a column beside its figures. @param bar empty when there is one */
  readonly share: (bar: string) => string;
  readonly total: string;
  readonly sum: string;
  /** What the parts leave of the whole. */
  readonly rest: string;
  readonly restNote: (rest: string) => string;
  /** Where no total was published: what the shares are shares of. */
  readonly sumNote: string;
  readonly exceeds: string;
  readonly hasUnknown: string;
  readonly noShares: string;
  readonly keys: string;

  // The sentence
  /** @param some when a part without a figure may be larger */
  readonly largest: (name: string, share: string, some: boolean) => string;
  readonly next: (name: string, share: string) => string;
  readonly allParts: (parts: string) => string;
  /** How large a part is in other places or at other times. */
  readonly elsewhere: (name: string, shares: string) => string;
  readonly unknown: (count: number) => string;
  readonly noWhole: string;
}
