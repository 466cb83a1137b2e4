/** What `<statistical-yearbook>` says. */
export interface YearbookWords {
  /** @param region name; empty when the book is about none in particular */
  readonly title: (region: string) => string;
  /** What is measured, and where: title of a figure and name of its files. */
  readonly figure: (label: string, region: string) => string;
  readonly contents: string;
  /** @param theme name */
  readonly definitions: (theme: string) => string;
  /** For tables that are in no theme. */
  readonly otherTheme: string;
  readonly print: string;
  readonly preparing: string;
  readonly noTables: string;
  readonly signInForMore: string;
  readonly private: string;
  /** The book is about no region, and nothing in the table stands for all of them. */
  readonly chooseRegion: string;
  /** The table has nothing about the region chosen. */
  readonly otherRegion: (region: string, shown: string) => string;
  /** @param date in words */
  readonly frozen: (date: string) => string;
  readonly changedSince: string;
  /** @param date in words; empty when unknown */
  readonly changed: (table: string, date: string) => string;
  readonly notADate: (text: string) => string;
}
