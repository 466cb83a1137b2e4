/** How far a figure is from where it should be. Figures and amounts come as they are written. */
export interface TargetWords {
  /** @param year empty when nobody said when */
  readonly target: (figure: string, year: string) => string;
  /** What is left, where it is known which way is good. */
  readonly toGo: (amount: string) => string;
  readonly reached: string;
  /** The distance where it is not. */
  readonly above: (amount: string) => string;
  readonly below: (amount: string) => string;
  readonly equal: string;
}
