import { formatObservation, formatPoint, chartWordsFor } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf } from '../shared/rows-of.js';
import type { Trend } from './read-trend.js';

/** The same figures as a table: a row per period, a column per line; what is missing says why. */
export function trendTableView(trend: Trend, lang: string): TemplateResult {
  const { indicator, lines } = trend;
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
                const { figure, marker, note } = formatObservation(each.observation, indicator, lang);
                // Figures stay in line: the mark hangs beside them, and its word is for those who hear the table.
                const mark = marker && html`<span class="mark" aria-hidden="true">${marker}</span>`;
                return html`<td class="number">
                  ${figure}${mark}${note ? html` <span class=${marker ? 'visually-hidden' : 'note'}>${note}</span>` : nothing}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
    ${marksView(trend, lang)}`;
}

/** What the marks in the table mean, for those that it has. */
function marksView({ indicator, lines }: Trend, lang: string): unknown {
  const texts = lines.flatMap(({ points }) =>
    points.map((point) => formatObservation(point.observation, indicator, lang)),
  );
  const meanings = new Set(texts.flatMap(({ marker, note }) => (marker ? [`${marker} ${note ?? ''}`] : [])));
  return meanings.size === 0 ? nothing : html`<p class="muted" aria-hidden="true">${[...meanings].join(' · ')}</p>`;
}
