/** What a chart along time says besides its sentence. Periods and figures come as they are written. */
export interface TrendWords {
  /** The unit of index figures. */
  readonly indexUnit: (base: string) => string;
  readonly indexColumn: (label: string) => string;
  readonly differentUnits: string;
  /** @param names of lines that have no figure, or zero, in the base period */
  readonly notIndexed: (names: string, base: string) => string;
  readonly brokenIndex: string;
  readonly noIndex: (base: string) => string;
  readonly notSummed: string;
  readonly notStacked: string;
  /** Of years and quarters in one table only one can be a line. */
  readonly otherKinds: string;
  /** Levels to compare with, as a sentence. */
  readonly references: (levels: string) => string;
  /** A level that nobody gave a name. */
  readonly reference: string;
  readonly band: string;
  readonly whisker: string;
  /** Of a figure, right after it. */
  readonly margin: (lower: string, upper: string) => string;
  /** The same to be heard. */
  readonly between: (lower: string, upper: string) => string;
  readonly notes: string;
  readonly aboutBreaks: (count: number) => string;
  readonly breakNote: (period: string, note: string) => string;
  readonly from: string;
  readonly to: string;
  readonly showAll: string;
  readonly shown: (range: string, whole: string) => string;
  readonly whole: (from: string, to: string) => string;
  /** Plays a line as tones, and stops that. */
  readonly playSound: string;
  readonly stopSound: string;
  /** Which line is played. */
  readonly soundOf: string;
  readonly soundMeaning: string;
  readonly noSound: string;
}
