import type { ChartWords } from './chart-words.js';

export const chartEn: ChartWords = {
  period: 'Period',
  showTable: 'Show table',
  hideTable: 'Hide table',
  tableCaption: (label, unit) => `${label}${unit && ` (${unit})`}`,
  download: 'Download',
  downloadCsv: 'Figures (CSV)',
  downloadCsvDutch: 'Figures (CSV, Dutch notation)',
  downloadJsonStat: 'Figures (JSON-stat)',
  downloadSvg: 'Chart (SVG)',
  downloadPng: 'Chart (PNG)',
  source: 'Source',
  definition: 'Definition',
  version: 'Version',
  licence: 'Licence',
  chart: (label) => `Chart: ${label}`,
  chartKeys:
    'Use the arrow keys to move through the figures. Home and End take you to the first and the last figure. Esc closes the figure.',
  legend: 'Legend',
  legendProvisional: 'Dashes: provisional',
  legendMissing: 'Point: no figure',
  break: 'break in series',
  axisNotZero: 'The axis does not start at 0',
  notDrawn: 'The chart cannot be drawn right now. The figures are in the table.',
};
