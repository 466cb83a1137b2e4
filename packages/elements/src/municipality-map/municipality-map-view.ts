import {
  chartWordsFor,
  compareWordsFor,
  describeClass,
  describeStatus,
  formatObservation,
  mapWordsFor,
} from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { MapReading, MappedRegion } from './read-map.js';

/** Names in a note: enough to recognise a merger, not so many that nobody reads on. */
const mostNames = 6;

/** What each colour stands for, and how many regions have it; each reason for a missing figure by itself. */
export function legendView(reading: MapReading, steps: readonly number[], lang: string): TemplateResult {
  const { classes, indicator, rows, mapped, kind } = reading;
  const peers = compareWordsFor(lang);
  const entry = (sample: TemplateResult, text: string, count: number): TemplateResult =>
    html`<li>
      <svg class="sample" viewBox="0 0 24 12" aria-hidden="true">${sample}</svg>
      <bdi>${text}</bdi> <bdi class="muted">${peers.peers(count, kind, false)}</bdi>
    </li>`;
  const values = rows.flatMap(({ point }) => point.observation.value ?? []);
  const reasons = new Map<string, number>();
  for (const { point } of rows) {
    if (point.observation.value !== null) continue;
    const reason = describeStatus(point.observation, lang) ?? '';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const strangers = mapped.filter(({ peer }) => peer === null).length;
  return html`<ul class="legend" part="legend" aria-label=${chartWordsFor(lang).legend}>
    ${classes.classes.map((each, place) =>
      entry(
        boxView(`var(--_step-${(steps[place] ?? 0) + 1})`),
        describeClass(each, indicator, lang),
        values.filter((value) => classes.classOf(value) === place).length,
      ),
    )}
    ${[...reasons].map(([reason, count]) => entry(hatchView(), reason, count))}
    ${strangers > 0 ? entry(boxView('var(--_surface)'), mapWordsFor(lang).notAmong, strangers) : nothing}
  </ul>`;
}

/** With colours in attributes, as the map has them: what changes colours of a page changes those of both alike. */
function boxView(colour: string): TemplateResult {
  return svg`<rect fill=${colour} x="0.5" y="0.5" width="23" height="11"></rect>`;
}

function hatchView(): TemplateResult {
  return svg`${boxView('var(--_surface)')}<path
    stroke="var(--_hatch)"
    stroke-width="1.5"
    d="M1 8L8 1M4 11.5L14.5 1M10.5 11.5L21 1M17 11.5L23 5.5"
  ></path>`;
}

/** What of figures and map does not meet, so that nothing is missing without a word. */
export function mismatches({ unplaced, mapped, leftOut, kind }: MapReading, lang: string): readonly string[] {
  const words = mapWordsFor(lang);
  const some = (labels: readonly string[]) =>
    [labels.slice(0, mostNames).join(', '), labels.length - mostNames] as const;
  const strangers = mapped.filter(({ peer }) => peer === null);
  return [
    unplaced.length > 0 ? words.noShape(...some(unplaced.map(({ label }) => label))) : '',
    strangers.length > 0 ? words.noFigures(...some(strangers.map(({ label }) => label))) : '',
    leftOut > 0 ? words.leftOut(leftOut, kind) : '',
  ].filter(Boolean);
}

/** On the map below a name; the legend says why there is none. */
export function shortFigure({ peer }: MappedRegion, { indicator }: MapReading, lang: string): string {
  const observation = peer?.point.observation;
  if (typeof observation?.value !== 'number') return '';
  const { figure, marker } = formatObservation(observation, indicator, lang);
  return figure + marker;
}

export function strangerView({ label }: MappedRegion, lang: string): TemplateResult {
  return html`<div class="tooltip" part="tooltip">
    <p>${label}</p>
    <p class="rank">${mapWordsFor(lang).notAmong}</p>
  </div>`;
}

/** While the boundaries are on their way. */
export function waitingView(above: unknown): TemplateResult {
  return html`${above}
    <div class="drawing waiting"></div>`;
}

/** In place of the map when its boundaries are not there. */
export function withoutShapesView(text: string, action: string, retry: (() => Promise<void>) | null): TemplateResult {
  return html`<div class="drawing without">
    <div class="message" part="message" role="status">
      <p>${text}</p>
      ${retry ? html`<button type="button" part="retry" @click=${retry}>${action}</button>` : nothing}
    </div>
  </div>`;
}
