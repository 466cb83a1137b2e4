import type { Point, SeriesBreak } from '@peilglas/model';
import {
  breakBetween,
  changeAsShown,
  describeChange,
  directionOf,
  formatFigure,
  formatObservation,
  formatPoint,
  wordsFor,
  type Words,
} from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Patience } from '../shared/cube-controller.js';
import { waitingView } from '../shared/waiting-view.js';
import type { Tile, TileFigure } from './read-tile.js';
import { sparkline, sparklineBox, sparklineMarks } from './sparkline.js';

/** The figure with its unit; the mark for provisional figures is for the eye, the source line says it in words. */
export function figureView({ point, indicator }: Tile, lang: string): TemplateResult {
  const { observation } = point;
  if (observation.value === null) {
    const { figure, note } = formatObservation(observation, indicator, lang);
    return html`<p class="figure" part="figure">
      <span aria-hidden="true">${figure}</span><span class="unit"> ${note}</span>
    </p>`;
  }
  const { prefix, number, unit } = formatFigure(observation.value, indicator, lang);
  const { marker } = formatObservation(observation, indicator, lang);
  const spelled = unit !== '' && unit.toLowerCase() !== indicator.label.toLowerCase();
  return html`<p class="figure" part="figure">
    <span translate="no"
      >${prefix}${number}${marker ? html`<span class="marker" aria-hidden="true">${marker}</span>` : nothing}</span
    >${spelled ? html`<span class="unit">${unit === '%' ? '\u202f' : ' '}${unit}</span>` : nothing}
  </p>`;
}

/** The change since an earlier period in words; blue or orange only where the indicator has a good direction. */
export function changeView(
  { point, previous, indicator, history }: Tile,
  breaks: readonly SeriesBreak[],
  lang: string,
): unknown {
  if (!previous) return nothing;
  const question = { from: previous, to: point, indicator, breaks, lang, among: history };
  const text = describeChange(question);
  const change = changeAsShown(previous.observation, point.observation, indicator);
  if (text === null) return nothing;
  if (change === null || breakBetween(question)) return html`<p class="change" part="change">${text}</p>`;
  const direction = directionOf(change, indicator);
  const good =
    indicator.goodDirection === 'none' || direction === 'equal'
      ? null
      : (direction === 'more') === (indicator.goodDirection === 'up');
  const judgement = good === null ? '' : good ? 'better' : 'worse';
  return html`<p class="change ${judgement}" part="change">${arrow(direction)} ${text}</p>`;
}

function arrow(direction: 'more' | 'less' | 'equal'): unknown {
  const shapes = { more: 'M5 1 9.5 9H.5z', less: 'M5 9 .5 1h9z', equal: 'M0 2h10v2H0zm0 4h10v2H0z' };
  return html`<svg class="arrow" viewBox="0 0 10 10" aria-hidden="true">
    ${svg`<path d=${shapes[direction]}></path>`}
  </svg>`;
}

export function comparisonView({ comparisons, indicator }: Tile, lang: string): unknown {
  if (comparisons.length === 0) return nothing;
  const figure = ({ region, point }: TileFigure): TemplateResult =>
    html`<span>${region}: ${formatObservation(point.observation, indicator, lang).text}</span>`;
  return html`<p class="comparison" part="comparison" translate="no">${comparisons.map(figure)}</p>`;
}

export function sparklineView({ history, indicator }: Tile, breaks: readonly SeriesBreak[], lang: string): unknown {
  const line = sparkline(history, indicator.code, breaks);
  const figures = history.filter(({ observation }) => observation.value !== null);
  const [first, last] = [figures.at(0), figures.at(-1)];
  if (!line || !first || !last) return nothing;
  const tell = (point: Point): string =>
    `${formatObservation(point.observation, indicator, lang).text} (${formatPoint(point, lang)})`;
  return html`<svg
    class="sparkline"
    part="sparkline"
    viewBox="0 0 ${sparklineBox.width} ${sparklineBox.height}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${wordsFor(lang).development(tell(first), tell(last))}
  >
    ${sparklineMarks(line)}
  </svg>`;
}

/** Bars where the figure, its change and its source will be; the tile's least height does the rest. */
export function skeletonView(words: Words, patience: Patience): TemplateResult {
  return html`<p class="figure" aria-hidden="true">
      <span><span class="bar"></span></span>
    </p>
    <p class="change" aria-hidden="true"><span class="bar"></span></p>
    ${waitingView(words, patience)}`;
}
