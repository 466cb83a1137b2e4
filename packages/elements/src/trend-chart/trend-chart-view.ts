import type { LineStyle } from '@peilglas/charts';
import { chartWordsFor, formatPoint, formatUnit, trendWordsFor } from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Place } from '../chart/walk-places.js';
import { figureWords } from './figure-words.js';
import type { Trend } from './read-trend.js';
import type { TrendGrid } from './trend-grid.js';

/** Unit, region and first and last period with a figure: what holds for the whole drawing. */
export function subline({ indicator, region, lines }: Trend, lang: string): string {
  const figures = lines.flatMap(({ points }) => points).filter(({ observation }) => observation.value !== null);
  const ordered = figures.sort((a, b) => (a.period?.start ?? 0) - (b.period?.start ?? 0));
  const ends = [ordered.at(0), ordered.at(-1)].flatMap((point) => (point ? [formatPoint(point, lang)] : []));
  return [formatUnit(indicator, lang), region, [...new Set(ends)].join('\u2013')].filter(Boolean).join(' · ');
}

const markers: Readonly<Record<LineStyle['marker'], string>> = {
  circle: 'M8 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  rect: 'M8.5 2.5h7v7h-7z',
  triangle: 'M12 1.5 16.5 10h-9z',
  diamond: 'M12 1.5 16.5 6 12 10.5 7.5 6z',
};

/** Line and marker, or bar, as the drawing has them. Colours are attributes of SVG, which a strict policy allows. */
function sampleView({ sample, colour, edge, width, marker }: LineStyle): TemplateResult {
  if (sample === 'bar') {
    return html`<svg class="sample square" viewBox="0 0 12 12" aria-hidden="true">
      ${svg`<path d="M1 1h10v10H1z" fill=${colour} stroke=${edge}></path>`}
    </svg>`;
  }
  return html`<svg class="sample" viewBox="0 0 24 12" aria-hidden="true" color=${colour}>
    ${svg`<path d="M0 6h24" stroke-width=${width}></path><path class="marker" d=${markers[marker]}></path>`}
  </svg>`;
}

/** Which line is which, where the drawing itself has no room to say so. */
export function legendView(styles: readonly LineStyle[], lang: string): TemplateResult {
  return html`<ul class="legend" part="legend" translate="no" aria-label=${chartWordsFor(lang).legend}>
    ${styles.map((style) => html`<li class=${style.own ? 'own' : ''}>${sampleView(style)} ${style.label}</li>`)}
  </ul>`;
}

/** The figures of one period, in the same words as the table's row and the spoken text. */
export function tooltipView(
  trend: Trend,
  { rows }: TrendGrid,
  styles: readonly LineStyle[],
  place: Place,
  lang: string,
): unknown {
  const point = rows[0]?.[place.index];
  if (!point) return nothing;
  const { lines, notes } = trend;
  const told = notes.filter(({ code }) => rows.some((row) => row[place.index]?.code === code));
  return html`<div class="tooltip" part="tooltip">
    <p>${formatPoint(point, lang)}</p>
    <dl>
      ${lines.map((line, index) => {
        const style = styles[index];
        const here = rows[index]?.[place.index] ?? point;
        const active = index === place.line && lines.length > 1 ? 'active' : '';
        return html`<dt class=${active}>${style && lines.length > 1 ? sampleView(style) : nothing} ${line.label}</dt>
          <dd class=${active}>${figureWords(trend, index, here, lang)}</dd>`;
      })}
    </dl>
    ${told.map(({ text }) => html`<p class="told">${text}</p>`)}
  </div>`;
}

/** What the numbers in the drawing and its breaks mean. */
export function notesView({ notes, breakNotes }: Trend, lang: string): unknown {
  const words = trendWordsFor(lang);
  const own = html`<ul class="notes muted" part="notes" aria-label=${words.notes}>
    ${notes.map(({ mark, period, text }) => html`<li><span class="number-mark">${mark}</span> ${period}: ${text}</li>`)}
  </ul>`;
  // A publisher tells at length what changed, and the drawing keeps its room.
  const ofBreaks = html`<details class="breaks muted" part="break-notes">
    <summary>${words.aboutBreaks(breakNotes.length)}</summary>
    <ul class="notes">
      ${breakNotes.map((text) => html`<li>${text}</li>`)}
    </ul>
  </details>`;
  return html`${notes.length > 0 ? own : nothing}${breakNotes.length > 0 ? ofBreaks : nothing}`;
}
