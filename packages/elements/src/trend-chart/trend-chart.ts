import type { TrendShape } from '@peilglas/charts';
import { isProvisional, type Cube, type LoadState, type Point } from '@peilglas/model';
import { chartWordsFor, describePoint, summariseSeries, type ChartWords } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { DataElement } from '../shared/data-element.js';
import { DefinitionController } from '../shared/definition-controller.js';
import { toPng } from '../shared/download.js';
import { downloadsView, figureOffers, type Offer } from '../shared/downloads-view.js';
import { downloads } from '../shared/downloads.styles.js';
import { frame } from '../shared/frame.styles.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import { parseList } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';
import { sourceView } from '../shared/source-view.js';
import { toCsv, type CsvDialect } from '../shared/to-csv.js';
import { toJsonStat } from '../shared/to-json-stat.js';
import { tokens } from '../shared/tokens.styles.js';
import { DrawingController, type DrawingInput } from './drawing-controller.js';
import { PlaceController } from './place-controller.js';
import { readTrend, type Trend } from './read-trend.js';
import { latestFigure, legendView, skeletonView, subline, tooltipView } from './trend-chart-view.js';
import { styles } from './trend-chart.styles.js';
import { gridOf } from './trend-grid.js';
import { trendTableView } from './trend-table-view.js';
import type { Place } from './walk-places.js';

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
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem. It gives or takes a little for the sentence
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem
 * @cssprop --peil-chart-frame-height - Height of the whole, reserved before the figures are there; default 38rem
 * @cssprop --peil-chart-frame-height-narrow - The same below 22rem of width; default 44rem
 */
export class TrendChart extends DataElement {
  static override readonly properties: PropertyDeclarations = {
    compareWith: { attribute: 'compare-with' },
    shape: {},
    tableOpen: { state: true },
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, downloads, styles];

  declare compareWith: string | null;
  declare shape: string;
  declare private tableOpen: boolean;

  readonly #definition = new DefinitionController(this);
  readonly #drawing = new DrawingController(this, () => this.#input);
  readonly #looking = new PlaceController(
    this,
    this.#drawing,
    () => this.#trend && gridOf(this.#trend.lines, this.#drawing),
    (place) => this.#describe(place),
  );
  #cube: Cube | null = null;
  #trend: Trend | null = null;
  #input: DrawingInput | null = null;
  #identity = '';

  constructor() {
    super();
    this.compareWith = null;
    this.shape = 'line';
    this.tableOpen = false;
  }

  /** The sentence that says what the chart shows; empty while there are no figures. */
  get summary(): string {
    if (!this.#trend || !this.#input) return '';
    const { subject, told } = this.#trend;
    const breaks = this.#cube?.publication.breaks ?? [];
    return summariseSeries({ indicator: subject, lines: told, breaks, lang: this.language.lang() });
  }

  /** The figures on screen as CSV; empty while there are none. */
  toCsv(dialect: CsvDialect = 'international'): string {
    return this.#cube && this.#input ? toCsv(this.#cube, this.language.lang(), dialect) : '';
  }

  /** The figures on screen as JSON-stat 2.0; empty while there are none. */
  toJsonStat(): string {
    return this.#cube && this.#input ? toJsonStat(this.#cube) : '';
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

  protected override get wanted(): Wanted {
    const period = this.periodSelection;
    return {
      ...super.wanted,
      compareWith: parseList(this.compareWith),
      // One period is no development: a page that shows the latest figures still draws the way to them.
      period: period.kind === 'latest' ? { kind: 'all' } : period,
    };
  }

  protected override judge(cube: Cube): LoadState {
    const { lines } = readTrend(cube, this.language.lang());
    const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
    if (observations.some(({ value }) => value !== null)) return 'ready';
    return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
  }

  protected override render(): TemplateResult {
    this.#read();
    const { state } = this.figures;
    const { words } = this.language;
    const [trend, cube] = [this.#trend, this.#cube];
    const definition = trend &&
      cube && {
        label: words.about(trend.indicator.label),
        press: (button: HTMLElement) => {
          this.#define(button, cube, trend);
        },
      };
    const drawn = trend && cube && this.#input;
    return html`<div part="frame" role="group" aria-busy=${state === 'loading'}>
        <div class="frame">
          ${headingView({ text: this.#title || null, level: this.headingLevel, waiting: state === 'loading', definition })}
          ${drawn ? this.#readyView(trend, cube) : this.#absentView(trend, cube)}
          <slot name="footer"></slot>
        </div>
        ${drawn ? this.#tableView(trend) : nothing}
      </div>
      <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  /** Reads the cube once per answer; the drawing follows when its input is another object. */
  #read(): void {
    const { state, cube } = this.figures;
    const lang = this.language.lang();
    const drawn = state === 'ready' || state === 'stale';
    const shape = shapes.find((known) => known === this.shape) ?? 'line';
    const identity = JSON.stringify([shape, lang, drawn]);
    if (cube === this.#cube && identity === this.#identity) return;
    this.#cube = cube;
    this.#identity = identity;
    this.#trend = cube && readTrend(cube, lang);
    this.#input =
      cube && this.#trend && drawn ? { ...this.#trend, breaks: cube.publication.breaks, shape, lang } : null;
    this.#looking.leave();
  }

  #readyView(trend: Trend, cube: Cube): TemplateResult {
    const lang = this.language.lang();
    const words = chartWordsFor(lang);
    const latest = latestFigure(trend);
    return html`<p class="subline muted">${subline(trend, lang)}</p>
      <p class="summary" part="summary">${this.summary}</p>
      ${this.figures.state === 'stale' ? this.#messageView() : nothing} ${this.#drawingView(trend)}
      <p class="axis-note muted">${this.#axisNotes(trend, words)}</p>
      <div class="tools">
        <button
          type="button"
          part="table-button"
          aria-expanded=${this.tableOpen}
          aria-controls="table"
          @click=${() => {
            this.tableOpen = !this.tableOpen;
          }}
        >
          ${this.tableOpen ? words.hideTable : words.showTable}
        </button>
        ${downloadsView([...figureOffers(this, words), ...this.#pictureOffers(words)], this.#title, words)}
      </div>
      ${latest ? this.#sourceView(trend, latest, cube) : nothing}`;
  }

  #pictureOffers(words: ChartWords): readonly Offer[] {
    const svg = (): Blob => new Blob([this.toSvg()], { type: 'image/svg+xml' });
    return [
      { label: words.downloadSvg, extension: 'svg', content: svg },
      { label: words.downloadPng, extension: 'png', content: () => this.toPng() },
    ];
  }

  /** Below the frame: it grows downwards, and the drawing above it stays as it is. */
  #tableView(trend: Trend): TemplateResult {
    return html`<div
      id="table"
      class="table"
      part="table"
      role="region"
      tabindex="0"
      aria-label=${trend.indicator.label}
      ?hidden=${!this.tableOpen}
    >
      ${this.tableOpen ? trendTableView(trend, this.language.lang()) : nothing}
    </div>`;
  }

  #drawingView(trend: Trend): TemplateResult {
    const words = chartWordsFor(this.language.lang());
    const { module, failed, needsLegend } = this.#drawing;
    if (failed) return html`<p class="drawing muted">${words.notDrawn}</p>`;
    if (!module) return html`<div class="drawing waiting"></div>`;
    const lineStyles = module.lineStyles(trend.lines, this.#input?.shape);
    const grid = gridOf(trend.lines, this.#drawing);
    const { place, spoken, press, focus, leave, point } = this.#looking;
    return html`${needsLegend ? legendView(module.legendEntries(trend.lines, this.#input?.shape), words) : nothing}
      <div
        class="drawing"
        part="drawing"
        role="application"
        tabindex="0"
        aria-label=${words.chart(this.#title)}
        aria-describedby="keys"
        @keydown=${press}
        @focus=${focus}
        @blur=${leave}
        @pointermove=${point}
        @pointerdown=${point}
        @pointerleave=${leave}
      >
        <div class="canvas"></div>
        ${place && grid ? tooltipView(trend, grid, lineStyles, place, this.language.lang()) : nothing}
      </div>
      <p id="keys" hidden>${words.chartKeys}</p>
      <p class="visually-hidden" aria-live="polite">${spoken}</p>`;
  }

  /** What a reader must know to read the drawing. */
  #axisNotes({ lines }: Trend, words: ChartWords): string {
    const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
    const own = lines.find((line) => line.own) ?? lines[0];
    const dashed = this.#input?.shape === 'line' || this.#input?.shape === 'area';
    const notes = [
      !this.#drawing.startsAtZero && words.axisNotZero,
      dashed && observations.some(({ status }) => isProvisional(status)) && words.legendProvisional,
      own?.points.some(({ observation }) => observation.value === null) && words.legendMissing,
    ];
    return notes.filter(Boolean).join(' · ');
  }

  #absentView(trend: Trend | null, cube: Cube | null): unknown {
    const { state, patience } = this.figures;
    if (state === 'idle') return nothing;
    if (state === 'loading') return skeletonView(this.language.words, patience);
    const point = trend?.lines[0]?.points.at(-1);
    if (!trend || !cube || !point) return this.#messageView();
    return html`<p class="subline muted">${subline(trend, this.language.lang())}</p>
      ${this.#messageView()} ${this.#sourceView(trend, point, cube)}`;
  }

  #sourceView({ indicator }: Trend, point: Point, cube: Cube): unknown {
    if (this.withoutSource) return nothing;
    return html`${sourceView({ region: '', point, indicator }, cube, this.language)}
    ${cube.publication.mandatoryNotes.map((note) => html`<p class="source">${note}</p>`)}`;
  }

  #messageView(): TemplateResult {
    return loadStateView(this.figures, this.selectionText, this.language, this.act);
  }

  #describe({ line, index }: Place): string {
    const grid = this.#trend && gridOf(this.#trend.lines, this.#drawing);
    const point = grid?.rows[line]?.[index];
    if (!this.#trend || !point) return '';
    return describePoint(this.#trend.lines[line]?.label ?? '', point, this.#trend.indicator, this.language.lang());
  }

  #define(button: HTMLElement, cube: Cube, trend: Trend): void {
    const [main] = trend.told;
    const point = latestFigure(trend) ?? null;
    const figure = { cube, indicator: trend.subject, region: main?.label ?? '', point };
    void this.#definition.toggle(button, figure);
  }

  get #title(): string {
    return this.heading ?? this.#trend?.indicator.label ?? '';
  }
}
