import { chartWordsFor, formatPoint, formatUnit, trendWordsFor } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Point } from '@peilglas/model';
import { figureCell, marksView } from '../chart/figure-cell-view.js';
import { rowsOf } from '../shared/rows-of.js';
import { marginWords, measuredBy, publishedAt } from './figure-words.js';
import { levelText } from './tell-levels.js';
import type { Trend } from './read-trend.js';

/**
 * The same figures as a table: a row per period, a column per line; what is missing says why. Index figures have the
 * figures they stand for beside them, and what there is to know about a period stands at its end.
 */
export function trendTableView(trend: Trend, lang: string, tableLang: string | null | undefined): TemplateResult {
  const { indicator, lines, published, publishedAs, notes } = trend;
  const words = chartWordsFor(lang);
  const trendWords = trendWordsFor(lang);
  const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
  const heads = lines.flatMap(({ label }, line) => {
    const unit = formatUnit(publishedAs[line] ?? indicator, lang);
    return published ? [trendWords.indexColumn(label), [label, unit].filter(Boolean).join(', ')] : [label];
  });
  return html`<table>
      <caption lang=${tableLang ?? nothing}>
        ${words.tableCaption(indicator.label, indicator.unit)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.period}</th>
          ${heads.map((head) => html`<th scope="col" class="number" lang=${tableLang ?? nothing}>${head}</th>`)}
          ${notes.length > 0 ? html`<th scope="col">${trendWords.notes}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rowsOf(lines).map(
          ({ point, points }) =>
            html`<tr>
              <th scope="row">${formatPoint(point, lang)}</th>
              ${points.map((each, line) => cellsView(trend, line, each, lang))}
              ${notes.length > 0 ? html`<td>${notesOf(trend, point)}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
      ${levelsView(trend, heads.length, lang)}
    </table>
    ${marksView(observations, indicator, lang)}`;
}

function cellsView(trend: Trend, line: number, point: Point | undefined, lang: string): unknown {
  const { published, publishedAs } = trend;
  const indicator = measuredBy(trend, line);
  if (!point)
    return html`<td></td>
      ${published ? html`<td></td>` : nothing}`;
  const cell = figureCell(point.observation, indicator, lang, marginWords(trend, line, point.code, lang));
  const original = publishedAt(trend, line, point.code);
  return original ? html`${cell}${figureCell(original.observation, publishedAs[line] ?? indicator, lang)}` : cell;
}

function notesOf({ notes }: Trend, { code }: Point): string {
  return notes
    .filter((note) => note.code === code)
    .map(({ mark, text }) => `${mark}. ${text}`)
    .join(' ');
}

/** Levels and target, which are the same for all periods. */
function levelsView({ levels, references, indicator }: Trend, columns: number, lang: string): unknown {
  const target = references.find(({ isTarget }) => isTarget);
  if (levels.length === 0 && !target) return nothing;
  const row = (name: string, figure: string): TemplateResult =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="number" colspan=${columns}>${figure}</td>
    </tr>`;
  const words = trendWordsFor(lang);
  return html`<tfoot>
    ${levels.map(({ value, label }) => row(label || words.reference, levelText(value, indicator, lang)))}
    ${target ? row(target.text, levelText(target.value, indicator, lang)) : nothing}
  </tfoot>`;
}
