import type { ChartWords } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import { download, fileName } from '../shared/download.js';

/** What a chart can be saved as. */
export interface Downloadable {
  toCsv: () => string;
  toSvg: () => string;
  toPng: () => Promise<Blob | null>;
}

export function downloadsView(chart: Downloadable, title: string, words: ChartWords): TemplateResult {
  const save = (extension: string, content: Blob | null): void => {
    if (content) download(content, fileName(title, extension));
  };
  const offer = (label: string, press: () => void): TemplateResult =>
    html`<li><button type="button" @click=${press}>${label}</button></li>`;
  return html`<details class="downloads" part="downloads">
    <summary>${words.download}</summary>
    <ul>
      ${offer(words.downloadCsv, () => {
        save('csv', new Blob([chart.toCsv()], { type: 'text/csv;charset=utf-8' }));
      })}
      ${offer(words.downloadSvg, () => {
        save('svg', new Blob([chart.toSvg()], { type: 'image/svg+xml' }));
      })}
      ${offer(words.downloadPng, () => {
        void chart.toPng().then((picture) => {
          save('png', picture);
        });
      })}
    </ul>
  </details>`;
}
