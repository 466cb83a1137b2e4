/** Words around charts and tables. */
export interface ChartWords {
  readonly period: string;
  readonly showTable: string;
  readonly hideTable: string;
  /** @param unit empty when there is none */
  readonly tableCaption: (label: string, unit: string) => string;
  /** The menu of files to save and texts to copy. */
  readonly take: string;
  /** The dialect that most programs in the world read: commas, and points for decimals. */
  readonly downloadCsv: string;
  /** The dialect of a Dutch spreadsheet: semicolons, and commas for decimals. */
  readonly downloadCsvDutch: string;
  /** What stands over columns of such a file. */
  readonly csvColumns: readonly [value: string, note: string, unit: string];
  readonly downloadJsonStat: string;
  readonly downloadSvg: string;
  readonly downloadPng: string;
  readonly copySentence: string;
  readonly copyCitation: string;
  readonly copied: string;
  /** The browser refused; the text follows, to be selected by hand. */
  readonly notCopied: string;
  readonly notSaved: string;
  /** In a picture, below its source. */
  readonly savedOn: (date: string) => string;
  // What a file of figures says below them
  readonly source: string;
  readonly definition: string;
  readonly version: string;
  readonly licence: string;
  readonly chart: (label: string) => string;
  readonly chartKeys: string;
  readonly legend: string;
  readonly legendProvisional: string;
  readonly legendMissing: string;
  readonly break: string;
  readonly axisNotZero: string;
  /** The drawing could not be fetched, the figures are there. */
  readonly notDrawn: string;
}
