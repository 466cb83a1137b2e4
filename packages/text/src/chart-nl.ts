import type { ChartWords } from './chart-words.js';

export const chartNl: ChartWords = {
  period: 'Periode',
  showTable: 'Toon tabel',
  hideTable: 'Verberg tabel',
  tableCaption: (label, unit) => `${label}${unit && ` (${unit})`}`,
  download: 'Downloaden',
  downloadCsv: 'Cijfers (CSV, internationaal)',
  downloadCsvDutch: 'Cijfers voor Excel (CSV)',
  downloadJsonStat: 'Cijfers (JSON-stat)',
  downloadSvg: 'Grafiek (SVG)',
  downloadPng: 'Grafiek (PNG)',
  source: 'Bron',
  definition: 'Definitie',
  version: 'Versie',
  licence: 'Licentie',
  chart: (label) => `Grafiek: ${label}`,
  chartKeys:
    'Met de pijltjestoetsen gaat u langs de cijfers. Met Home en End gaat u naar het eerste en het laatste cijfer. Met Esc sluit u het cijfer.',
  legend: 'Legenda',
  legendProvisional: 'Streepjes: voorlopig',
  legendMissing: 'Punt: geen cijfer',
  break: 'trendbreuk',
  axisNotZero: 'De as begint niet bij 0',
  notDrawn: 'De grafiek is nu niet te tekenen. De cijfers staan in de tabel.',
};
