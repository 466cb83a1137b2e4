import type { LineStyle } from '@peilglas/charts';
import { formatObservation, formatPoint, type Words } from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Trend } from './read-trend.js';
import type { TrendGrid } from './trend-grid.js';
import type { Place } from './walk-places.js';

const shapes: Readonly<Record<LineStyle['marker'], string>> = {
  circle: 'M8 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  rect: 'M8.5 2.5h7v7h-7z',
  triangle: 'M12 1.5 16.5 10h-9z',
  diamond: 'M12 1.5 16.5 6 12 10.5 7.5 6z',
};

/** Line and marker as the drawing has them. */
function sampleView({ colour, width, marker }: LineStyle): TemplateResult {
  return html`<svg class="sample" viewBox="0 0 24 12" aria-hidden="true" style=${styleMap({ color: colour })}>
    ${svg`<path d="M0 6h24" stroke-width=${width} fill="none"></path><path d=${shapes[marker]} stroke="none"></path>`}
  </svg>`;
}

/** Which line is which, where the drawing itself has no room to say so. */
export function legendView(styles: readonly LineStyle[], words: Words): TemplateResult {
  return html`<ul class="legend" part="legend" aria-label=${words.legend}>
    ${styles.map((style) => html`<li class=${style.own ? 'own' : ''}>${sampleView(style)} ${style.label}</li>`)}
  </ul>`;
}

interface Tooltip {
  readonly trend: Trend;
  readonly grid: TrendGrid;
  readonly styles: readonly LineStyle[];
  readonly place: Place;
  /** Where the place is drawn, in CSS pixels from the left of a drawing of this width. */
  readonly x: number;
  readonly width: number;
  readonly lang: string;
}

/** The figures of one period, the own line first: the same words as the table's row and the spoken text. */
export function tooltipView({ trend, grid, styles, place, x, width, lang }: Tooltip): TemplateResult | typeof nothing {
  const point = grid.rows[0]?.[place.index];
  if (!point) return nothing;
  const beside = x > width / 2 ? { right: `${width - x + 14}px` } : { left: `${x + 14}px` };
  // Too narrow for a box beside the point: the box slides along with it, always inside the drawing.
  const narrow = { left: `${x}px`, transform: `translateX(${(-100 * x) / Math.max(1, width)}%)` };
  return html`<div class="tooltip" part="tooltip" style=${styleMap(width < 352 ? narrow : beside)}>
    <p>${formatPoint(point, lang)}</p>
    <dl>
      ${trend.lines.map((line, index) => {
        const style = styles[index];
        const { observation } = grid.rows[index]?.[place.index] ?? point;
        const active = index === place.line && trend.lines.length > 1 ? 'active' : '';
        return html`<dt class=${active}>${style && trend.lines.length > 1 ? sampleView(style) : nothing} ${line.label}</dt>
          <dd class=${active}>${formatObservation(observation, trend.indicator, lang).text}</dd>`;
      })}
    </dl>
  </div>`;
}
