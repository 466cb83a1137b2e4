import { formatObservation, formatPoint, chartWordsFor } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf } from '../shared/rows-of.js';
import type { Trend } from './read-trend.js';

/** The same figures as a table: a row per period, a column per line; what is missing says why. */
export function trendTableView({ indicator, lines }: Trend, lang: string): TemplateResult {
  const words = chartWordsFor(lang);
  return html`<table>
    <caption>
      ${words.tableCaption(indicator.label, indicator.unit)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.period}</th>
        ${lines.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rowsOf(lines).map(
        ({ point, points }) =>
          html`<tr>
            <th scope="row">${formatPoint(point, lang)}</th>
            ${points.map((each) => {
              if (!each) return html`<td></td>`;
              const { figure, note } = formatObservation(each.observation, indicator, lang);
              return html`<td class="number">
                ${figure}${note ? html` <span class="note">${note}</span>` : nothing}
              </td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
