/** Words around charts and tables. */
export interface ChartWords {
  readonly period: string;
  readonly showTable: string;
  readonly hideTable: string;
  /** @param unit empty when there is none */
  readonly tableCaption: (label: string, unit: string) => string;
  readonly download: string;
  readonly downloadCsv: string;
  readonly downloadSvg: string;
  readonly downloadPng: string;
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
