import type { ChartWords } from '@peilglas/text';
import type { CsvDialect } from '../shared/to-csv.js';
import type { FileOffer } from './offer.js';

/** What every element with figures can be saved as. */
export interface WithFigures {
  toCsv: (dialect?: CsvDialect) => string;
  toJsonStat: () => string;
}

/** The figures as files: for a Dutch spreadsheet, for other programs, and as this library reads them itself. */
export function figureOffers(element: WithFigures, words: ChartWords): readonly FileOffer[] {
  const csv = (label: string, dialect: CsvDialect): FileOffer => ({
    label,
    extension: 'csv',
    content: () => new Blob([element.toCsv(dialect)], { type: 'text/csv;charset=utf-8' }),
  });
  return [
    csv(words.downloadCsvDutch, 'dutch'),
    csv(words.downloadCsv, 'international'),
    {
      label: words.downloadJsonStat,
      extension: 'json',
      content: () => new Blob([element.toJsonStat()], { type: 'application/json' }),
    },
  ];
}
