/** The largest group of one side. */
export interface LargestGroup {
  /** Of the side: `Mannen`. */
  readonly side: string;
  readonly group: string;
  readonly figure: string;
}

/** Words and parts of sentences about groups by age and sex. */
export interface PyramidWords {
  /** A column of shares. */
  readonly share: (column: string) => string;
  readonly asShares: string;
  readonly asSharesOfChosen: string;
  readonly noShares: string;
  /** All figures are known, and none of them is a share. */
  readonly neverShares: string;
  /** Groups that overlap. */
  readonly exceeds: string;
  readonly hasUnknown: string;
  readonly keys: string;

  // The sentence
  /** @param some when not every group has a figure */
  readonly largest: (groups: readonly LargestGroup[], some: boolean) => string;
  readonly elsewhere: (where: string, groups: readonly LargestGroup[]) => string;
  readonly unknown: (count: number) => string;
}
