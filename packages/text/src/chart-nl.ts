import type { ChartWords } from './chart-words.js';

export const chartNl: ChartWords = {
  period: 'Periode',
  showTable: 'Toon tabel',
  hideTable: 'Verberg tabel',
  tableCaption: (label, unit) => `${label}${unit && ` (${unit})`}`,
  download: 'Downloaden',
  downloadCsv: 'Cijfers (CSV)',
  downloadSvg: 'Grafiek (SVG)',
  downloadPng: 'Grafiek (PNG)',
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
