import type { LineStyle, TrendShape } from '@peilglas/charts';
import type { Cube, LoadState, Point, SliceSelection } from '@peilglas/model';
import { describePoint, formatPoint, formatUnit, summariseSeries } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { DataElement } from '../shared/data-element.js';
import { DefinitionController } from '../shared/definition-controller.js';
import { download, fileName, toPng } from '../shared/download.js';
import { frame } from '../shared/frame.styles.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import { parseFilter, parseList } from '../shared/parse-attributes.js';
import { selectCells } from '../shared/select-cells.js';
import { sourceView } from '../shared/source-view.js';
import { toCsv } from '../shared/to-csv.js';
import { tokens } from '../shared/tokens.styles.js';
import { waitingView } from '../shared/waiting-view.js';
import { DrawingController, type DrawingInput } from './drawing-controller.js';
import { readTrend, type Trend } from './read-trend.js';
import { legendView, tooltipView } from './trend-chart-view.js';
import { styles } from './trend-chart.styles.js';
import { gridOf, type TrendGrid } from './trend-grid.js';
import { trendTableView } from './trend-table-view.js';
import { walk, type Place } from './walk-places.js';

const shapes: readonly TrendShape[] = ['line', 'area', 'bar', 'stacked'];

/**
 * Development over periods: a sentence, a drawing, and the same figures as a table. Provisional figures are dashed, a
 * break in the series is marked, and what is missing stays a gap.
 *
 * @summary Development over time
 * @attr compare-with - Region codes to compare with, space separated
 * @attr shape - `line` (default), `area`, `bar` or `stacked`
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The figures of one period
 * @csspart legend - Names of the lines, where the drawing has no room for them
 * @csspart table - The table, once it is opened
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem
 */
export class TrendChart extends DataElement {
  static override readonly properties: PropertyDeclarations = {
    compareWith: { attribute: 'compare-with' },
    shape: {},
    tableOpen: { state: true },
    place: { state: true },
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  declare compareWith: string | null;
  declare shape: string;
  declare private tableOpen: boolean;
  declare private place: Place | null;

  readonly #definition = new DefinitionController(this);
  readonly #drawing = new DrawingController(this, () => this.#input);
  #trend: Trend | null = null;
  #input: DrawingInput | null = null;
  #spoken = '';

  constructor() {
    super();
    this.compareWith = null;
    this.shape = 'line';
    this.tableOpen = false;
    this.place = null;
  }

  protected override get selector(): (metadata: Cube) => SliceSelection {
    const wanted = {
      indicators: parseList(this.indicator),
      regions: [...new Set([...this.regions, ...parseList(this.compareWith)])],
      period: this.periodSelection.kind === 'latest' ? ({ kind: 'all' } as const) : this.periodSelection,
      filter: parseFilter(this.filterText),
    };
    return (metadata) => selectCells(metadata, wanted);
  }

  protected override get selectionIdentity(): readonly unknown[] {
    return [...super.selectionIdentity, this.compareWith];
  }

  protected override judge(cube: Cube): LoadState {
    const observations = readTrend(cube, this.language.lang()).lines.flatMap(({ points }) => points.map((point) => point.observation));
    if (observations.some(({ value }) => value !== null)) return 'ready';
    return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
  }

  /** The sentence that says what the chart shows; empty while there are no figures. */
  get summary(): string {
    if (!this.#trend) return '';
    const { indicator, lines } = this.#trend;
    return summariseSeries({ indicator, lines, breaks: this.cube?.publication.breaks ?? [], lang: this.language.lang() });
  }

  /** The figures on screen as CSV; empty while there are none. */
  toCsv(): string {
    return this.cube ? toCsv(this.cube, this.language.lang()) : '';
  }

  /** The drawing as an SVG file with the colours of this moment; empty while nothing is drawn. */
  toSvg(): string {
    return this.#drawing.chart?.toSvg({ title: this.#title, description: this.summary }) ?? '';
  }

  /** The drawing as PNG; null while nothing is drawn. */
  async toPng(): Promise<Blob | null> {
    const canvas = this.renderRoot.querySelector('.canvas');
    const drawn = this.toSvg();
    return canvas && drawn ? toPng(drawn, canvas.clientWidth, canvas.clientHeight) : null;
  }

  get #title(): string {
    return this.heading ?? this.#trend?.indicator.label ?? '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { cube, state } = this.figures;
    const lang = this.language.lang();
    const drawn = (state === 'ready' || state === 'stale') && cube ? cube : null;
    const shape = shapes.find((known) => known === this.shape) ?? 'line';
    if (drawn === this.#drawnCube && this.#input?.shape === shape && this.#input.lang === lang) return;
    this.#drawnCube = drawn;
    this.#trend = drawn && readTrend(drawn, lang);
    const { publication } = drawn ?? {};
    this.#input = this.#trend && { ...this.#trend, breaks: publication?.breaks ?? [], shape, lang };
    this.place = null;
  }

  #drawnCube: Cube | null = null;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#drawing.chart?.highlight(this.place);
  }

  protected override render(): TemplateResult {
    const { state, cube } = this.figures;
    const trend = this.#trend;
    return html`<div class="frame" part="frame" role="group" aria-busy=${state === 'loading'}>
        ${headingView({
          text: this.heading ?? trend?.indicator.label ?? null,
          level: this.headingLevel,
          waiting: state === 'loading',
          definition: trend && cube && { label: this.language.words.about(trend.indicator.label), press: (button) => { this.#define(button, cube, trend); } },
        })}
        ${trend && cube ? this.#readyView(trend, cube) : this.#absentView()}
        <slot name="footer"></slot>
      </div>
      <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  #define(button: HTMLElement, cube: Cube, trend: Trend): void {
    const point = trend.lines[0]?.points.at(-1) ?? null;
    const figure = { cube, indicator: trend.indicator, region: trend.lines[0]?.label ?? '', point };
    void this.#definition.toggle(button, figure, this.language.lang());
  }

  #absentView(): unknown {
    const { state, patience } = this.figures;
    if (state === 'idle') return nothing;
    if (state !== 'loading') return loadStateView(this.figures, this.selectionText, this.language, () => void this.refresh());
    return html`<p class="subline muted" aria-hidden="true"><span class="bar"></span></p>
      <p class="summary" aria-hidden="true"><span class="bar whole"></span></p>
      <div class="drawing waiting" aria-hidden="true"></div>
      <div class="tools" aria-hidden="true"></div>
      ${waitingView(this.language.words, patience)}`;
  }

  #readyView(trend: Trend, cube: Cube): TemplateResult {
    const { words } = this.language;
    const stale = this.figures.state === 'stale';
    const latest = this.#latest(trend);
    return html`<p class="subline muted">${this.#subline(trend)}</p>
      <p class="summary" part="summary">${this.summary}</p>
      ${stale ? loadStateView(this.figures, this.selectionText, this.language, () => void this.refresh()) : nothing}
      ${this.#drawingView(trend)}
      <p class="axis-note muted">${this.#drawing.startsAtZero ? nothing : words.axisNotZero}</p>
      <div class="tools">
        <button type="button" part="table-button" aria-expanded=${this.tableOpen} aria-controls="table" @click=${() => { this.tableOpen = !this.tableOpen; }}>
          ${this.tableOpen ? words.hideTable : words.showTable}
        </button>
        ${this.#downloadsView()}
      </div>
      <div id="table" class="table" part="table" role="region" tabindex="0" aria-label=${words.tableCaption(trend.indicator.label, '')} ?hidden=${!this.tableOpen}>
        ${this.tableOpen ? trendTableView(trend, this.language.lang()) : nothing}
      </div>
      ${this.withoutSource || !latest ? nothing : sourceView({ region: '', point: latest, indicator: trend.indicator }, cube, this.language)}`;
  }

  /** The last point of the line the chart is about, for the source line. */
  #latest(trend: Trend): Point | undefined {
    return trend.lines[0]?.points.findLast(({ observation }) => observation.value !== null);
  }

  #subline({ indicator, region, lines }: Trend): string {
    const lang = this.language.lang();
    const points = lines.flatMap((line) => line.points).filter(({ observation }) => observation.value !== null);
    const first = points.reduce<Point | undefined>((early, point) => (early && (early.period?.start ?? 0) <= (point.period?.start ?? 0) ? early : point), undefined);
    const last = points.reduce<Point | undefined>((late, point) => (late && (late.period?.end ?? 0) >= (point.period?.end ?? 0) ? late : point), undefined);
    const range = [...new Set([first, last].flatMap((point) => (point ? [formatPoint(point, lang)] : [])))].join('\u2013');
    return [formatUnit(indicator, lang), region, range].filter(Boolean).join(' · ');
  }

  #drawingView(trend: Trend): TemplateResult {
    const { module, width, failed } = this.#drawing;
    const { words } = this.language;
    const grid = gridOf(trend.lines, this.#drawing);
    const lineStyles = module?.lineStyles(trend.lines, this.#input?.shape) ?? [];
    const legend = module?.needsLegend({ lines: trend.lines, shape: this.#input?.shape ?? 'line', size: { width, height: 1 } });
    if (failed) return html`<p class="drawing muted">${words.failures.network}</p>`;
    return html`${legend && width > 0 ? legendView(lineStyles, words) : nothing}
      <div
        class="drawing ${module ? '' : 'waiting'}"
        part="drawing"
        role="application"
        tabindex="0"
        aria-label=${words.chart(this.#title)}
        aria-describedby="keys"
        @keydown=${(event: KeyboardEvent) => { this.#pressKey(event, trend, grid); }}
        @focus=${() => { this.#goTo(this.place ?? lastPlace(grid), trend, grid); }}
        @blur=${() => { this.place = null; }}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${() => { this.place = null; }}
      >
        <div class="canvas"></div>
        ${this.#tooltipView(trend, grid, lineStyles)}
      </div>
      <p id="keys" hidden>${words.chartKeys}</p>
      <p class="visually-hidden" aria-live="polite">${this.#spoken}</p>`;
  }

  #tooltipView(trend: Trend, grid: TrendGrid | null, lineStyles: readonly LineStyle[]): unknown {
    const { place } = this;
    const position = place && this.#drawing.chart?.positionOf(place.line, place.index);
    if (!place || !position || !grid) return nothing;
    return tooltipView({ trend, grid, styles: lineStyles, place, x: position.x, width: this.#drawing.width, lang: this.language.lang() });
  }

  readonly #point = (event: PointerEvent): void => {
    // Over the tooltip the place stays, so that its text can be read and selected.
    if (event.target instanceof Element && event.target.closest('.tooltip')) return;
    const place = this.#drawing.chart?.pointAt(event.clientX, event.clientY) ?? null;
    if (place?.line === this.place?.line && place?.index === this.place?.index) return;
    this.place = place;
  };

  #pressKey(event: KeyboardEvent, trend: Trend, grid: TrendGrid | null): void {
    if (!grid || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && this.place) {
      event.stopPropagation();
      this.place = null;
      return;
    }
    const next = walk(event.key, this.place ?? lastPlace(grid), trend.lines.length, grid.steps.length);
    if (!next) return;
    event.preventDefault();
    this.#goTo(next, trend, grid);
  }

  #goTo(place: Place, trend: Trend, grid: TrendGrid | null): void {
    this.place = place;
    const line = trend.lines[place.line];
    const point = grid?.rows[place.line]?.[place.index];
    this.#spoken = line && point ? describePoint(line.label, point, trend.indicator, this.language.lang()) : '';
  }

  #downloadsView(): TemplateResult {
    const { words } = this.language;
    const save = async (content: Promise<Blob | null> | Blob, extension: string): Promise<void> => {
      const blob = await content;
      if (blob) download(blob, fileName(this.#title, extension));
    };
    const offer = (label: string, extension: string, content: () => Promise<Blob | null> | Blob): TemplateResult =>
      html`<li>
        <button type="button" @click=${() => void save(content(), extension)}>${label}</button>
      </li>`;
    return html`<details class="downloads" part="downloads">
      <summary>${words.download}</summary>
      <ul>
        ${offer(words.downloadCsv, 'csv', () => new Blob([this.toCsv()], { type: 'text/csv;charset=utf-8' }))}
        ${offer(words.downloadSvg, 'svg', () => new Blob([this.toSvg()], { type: 'image/svg+xml' }))}
        ${offer(words.downloadPng, 'png', () => this.toPng())}
      </ul>
    </details>`;
  }
}

function lastPlace(grid: TrendGrid | null): Place {
  const row = grid?.rows[0] ?? [];
  const last = row.findLastIndex(({ observation }) => observation.value !== null);
  return { line: 0, index: Math.max(0, last) };
}
