import type { ChartWords } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import { download, fileName } from './download.js';
import type { CsvDialect } from './to-csv.js';

/** A file that can be saved. */
export interface Offer {
  readonly label: string;
  readonly extension: string;
  /** Null when there is nothing to save after all. */
  readonly content: () => Blob | null | Promise<Blob | null>;
}

/** What every element with figures can be saved as. */
export interface WithFigures {
  toCsv: (dialect?: CsvDialect) => string;
  toJsonStat: () => string;
}

/** The figures as files: for a Dutch spreadsheet, for other programs, and as this library reads them itself. */
export function figureOffers(element: WithFigures, words: ChartWords): readonly Offer[] {
  const csv = (label: string, dialect: CsvDialect): Offer => ({
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

/** @param title the files are named after it */
export function downloadsView(offers: readonly Offer[], title: string, words: ChartWords): TemplateResult {
  const save = async ({ extension, content }: Offer): Promise<void> => {
    const blob = await content();
    if (blob) download(blob, fileName(title, extension));
  };
  return html`<details class="downloads" part="downloads">
    <summary>${words.download}</summary>
    <ul>
      ${offers.map((offer) => html`<li><button type="button" @click=${() => save(offer)}>${offer.label}</button></li>`)}
    </ul>
  </details>`;
}
