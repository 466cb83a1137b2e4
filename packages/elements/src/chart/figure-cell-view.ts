import type { Indicator, Observation } from '@peilglas/model';
import { formatObservation } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';

/**
 * A figure in a table; what is missing says why.
 * @param after what belongs to the figure, such as its margin
 */
export function figureCell(observation: Observation, indicator: Indicator, lang: string, after = ''): TemplateResult {
  const { figure, marker, note } = formatObservation(observation, indicator, lang);
  // Figures stay in line: the mark hangs beside them, and its word is for those who hear the table.
  const mark = marker && html`<span class="mark" aria-hidden="true">${marker}</span>`;
  return html`<td class="number">
    ${figure}${mark}${after ? html` <span class="note">${after}</span>` : nothing}${note ? html` <span class=${marker ? 'visually-hidden' : 'note'}>${note}</span>` : nothing}
  </td>`;
}

/** What the marks beside figures mean, for those that are there: `* voorlopig`. */
export function markMeanings(observations: readonly Observation[], indicator: Indicator, lang: string): string {
  const texts = observations.map((observation) => formatObservation(observation, indicator, lang));
  const meanings = new Set(texts.flatMap(({ marker, note }) => (marker ? [`${marker} ${note ?? ''}`] : [])));
  return [...meanings].join(' · ');
}

/** The same below a table; its cells say it to those who hear it. */
export function marksView(observations: readonly Observation[], indicator: Indicator, lang: string): unknown {
  const meanings = markMeanings(observations, indicator, lang);
  return meanings ? html`<p class="muted" aria-hidden="true">${meanings}</p>` : nothing;
}
