import { chartWordsFor, formatPoint } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import { figureCell, marksView } from '../chart/figure-cell-view.js';
import { rowsOf } from '../shared/rows-of.js';
import type { Trend } from './read-trend.js';

/** The same figures as a table: a row per period, a column per line; what is missing says why. */
export function trendTableView(trend: Trend, lang: string): TemplateResult {
  const { indicator, lines } = trend;
  const words = chartWordsFor(lang);
  const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
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
              ${points.map((each) => (each ? figureCell(each.observation, indicator, lang) : html`<td></td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${marksView(observations, indicator, lang)}`;
}
