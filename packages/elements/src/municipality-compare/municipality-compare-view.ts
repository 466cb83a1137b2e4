import type { Indicator } from '@peilglas/model';
import { chartWordsFor, compareWordsFor, formatObservation, formatPoint, formatUnit } from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { figureCell, marksView } from '../chart/figure-cell-view.js';
import type { Comparison, Peer } from './read-comparison.js';

/** Unit and period, or both periods. */
export function subline({ indicator, rows }: Comparison, lang: string): string {
  const [any] = rows;
  const now = any && formatPoint(any.point, lang);
  const then = any?.before && formatPoint(any.before, lang);
  return [formatUnit(indicator, lang), [then, now].filter(Boolean).join('\u2013')].filter(Boolean).join(' · ');
}

/** The name as texts have it, where weight and colour cannot mark the own region. */
function nameOf({ label, own }: Peer, lang: string): string {
  return own ? compareWordsFor(lang).chosen(label) : label;
}

function rankOf({ rank }: Peer, lang: string): string {
  return rank && rank.of > 1 ? compareWordsFor(lang).ranked(rank.rank, rank.of, rank.tied) : '';
}

/** One region as it is spoken: `Enschede (gekozen), plaats 1 van 14: 161.235 inwoners; 2015: 158.351 inwoners`. */
export function speakPeer(peer: Peer, indicator: Indicator, lang: string): string {
  const who = [nameOf(peer, lang), rankOf(peer, lang)].filter(Boolean).join(', ');
  const now = formatObservation(peer.point.observation, indicator, lang).text;
  if (!peer.before) return `${who}: ${now}`;
  const then = formatObservation(peer.before.observation, indicator, lang).text;
  return `${who}: ${formatPoint(peer.point, lang)} ${now}; ${formatPoint(peer.before, lang)} ${then}`;
}

/** The same beside the bar that is looked at. */
export function tooltipView(peer: Peer, indicator: Indicator, lang: string): TemplateResult {
  const rank = rankOf(peer, lang);
  const points = [peer.point, ...(peer.before ? [peer.before] : [])];
  return html`<div class="tooltip" part="tooltip">
    <p>${nameOf(peer, lang)}</p>
    <dl>
      ${points.map(
        (point) =>
          html`<dt>${formatPoint(point, lang)}</dt>
            <dd>${formatObservation(point.observation, indicator, lang).text}</dd>`,
      )}
    </dl>
    ${rank ? html`<p class="rank">${rank}</p>` : nothing}
  </div>`;
}

export function tableView(
  { indicator, rows, kind }: Comparison,
  lang: string,
  tableLang: string | null | undefined,
): TemplateResult {
  const words = compareWordsFor(lang);
  const [any] = rows;
  const periods = any ? [any.before, any.point].flatMap((point) => (point ? [formatPoint(point, lang)] : [])) : [];
  const observations = rows
    .flatMap(({ before, point }) => [...(before ? [before] : []), point])
    .map((point) => point.observation);
  return html`<table>
      <caption lang=${tableLang ?? nothing}>
        ${chartWordsFor(lang).tableCaption(indicator.label, indicator.unit)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.peer[kind]}</th>
          ${periods.map((period) => html`<th scope="col" class="number">${period}</th>`)}
          <th scope="col" class="number">${words.rank}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (peer) =>
            html`<tr class=${peer.own ? 'own' : ''}>
              <th scope="row">${nameOf(peer, lang)}</th>
              ${peer.before ? figureCell(peer.before.observation, indicator, lang) : nothing}
              ${figureCell(peer.point.observation, indicator, lang)}
              <td class="number">${peer.rank?.rank ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${marksView(observations, indicator, lang)}`;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

export function choiceView(
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  const change = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) choose(event.target.value);
  };
  return html`<label
    >${label}
    <select .value=${chosen} @change=${change}>
      ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select></label
  >`;
}

/** Which dot is which period. */
export function periodsView({ rows }: Comparison, lang: string): TemplateResult {
  const any = rows.find(({ before }) => before !== null);
  const sample = (filled: boolean) =>
    html`<svg class="sample square" viewBox="0 0 12 12" aria-hidden="true">
      ${svg`<circle cx="6" cy="6" r="4" stroke="currentColor" stroke-width="2" fill=${filled ? 'currentColor' : 'none'}></circle>`}
    </svg>`;
  return html`<ul class="legend" part="legend" translate="no" aria-label=${chartWordsFor(lang).legend}>
    <li>${sample(false)} ${any?.before ? formatPoint(any.before, lang) : ''}</li>
    <li>${sample(true)} ${any ? formatPoint(any.point, lang) : ''}</li>
  </ul>`;
}
