import type { DrawingRoom } from '@peilglas/charts';
import type { Cube, Indicator, Observation, Point } from '@peilglas/model';
import { chartWordsFor, type ChartWords } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Question } from '../shared/cube-controller.js';
import { DataElement } from '../shared/data-element.js';
import { DefinitionController } from '../shared/definition-controller.js';
import { downloads } from '../shared/downloads.styles.js';
import { FocusController } from '../shared/focus-controller.js';
import { frame } from '../shared/frame.styles.js';
import { headingOfPeriods } from '../shared/heading-of-periods.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import type { Pointed } from '../shared/peil-point-event.js';
import { sourceView } from '../shared/source-view.js';
import { TakeController } from '../shared/take-controller.js';
import { takeView } from '../shared/take-view.js';
import { toCsv, type CsvDialect } from '../shared/to-csv.js';
import { toJsonStat } from '../shared/to-json-stat.js';
import { tokens } from '../shared/tokens.styles.js';
import { skeletonView } from './chart-skeleton-view.js';
import { styles } from './chart.styles.js';
import { DrawingController, type DrawingModule } from './drawing-controller.js';
import type { LazyCode } from './lazy-code.js';
import { LinkController } from './link-controller.js';
import { PlaceController } from './place-controller.js';
import { regionNotes } from './region-notes.js';
import { chartTokens } from './tokens.styles.js';
import type { Grid, Place } from './walk-places.js';

/** What every chart knows of its figures. */
export interface Reading {
  /** What is measured, named with all that was chosen. */
  readonly indicator: Indicator;
  /** The figure that source line and definition are about: its indicator, region and point. */
  readonly subject: Indicator;
  readonly place: string;
  readonly point: Point | undefined;
  /** The figure itself, where it is not that of the point; null where what is drawn has no figure of its own. */
  readonly figure?: Observation | null;
}

/**
 * The frame that all charts share: heading, what holds for the whole drawing, a sentence, the drawing as one tab stop
 * with its tooltip, the same figures as a table, downloads and source. A chart reads its figures from the cube, says
 * how they are drawn and told, and gives the words for each place.
 *
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-point - Somebody looks at a place in the drawing, or no longer does
 * @csspart frame - Everything
 * @csspart heading - The heading
 * @csspart definition-button - Opens the definition
 * @csspart summary - The sentence
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The figures at one place
 * @csspart table-button - Opens the table
 * @csspart table - The table, once it is opened
 * @csspart downloads - What opens the menu of files to save and texts to copy
 * @csspart menu - That menu
 * @csspart source - Reference date, status and source
 */
export abstract class ChartElement<
  R extends Reading,
  I extends object,
  O,
  M extends DrawingModule<O>,
> extends DataElement {
  static override readonly properties: PropertyDeclarations = { tableOpen: { state: true } };

  static override readonly styles: CSSResultGroup = [tokens, chartTokens, frame, downloads, styles];

  declare protected tableOpen: boolean;

  protected readonly drawing = new DrawingController<I, O, M>(this, () => this.input, {
    code: () => this.code,
    option: (module, input, room) => this.draw(module, input, room),
    learn: (module, option) => this.learn(module, option),
    isForetold: () => this.isForetold,
  });
  protected readonly looking = new PlaceController(this, this.drawing, {
    grid: () => this.reading && this.grid(this.reading),
    describe: (place) => (this.reading ? this.describe(this.reading, place) : ''),
    choose: (place) => {
      if (this.reading) this.choose(this.reading, place);
    },
    look: (place) => {
      this.#linking.tell(place && this.reading && this.pointedAt(this.reading, place));
    },
  });
  readonly #linking = new LinkController(
    this,
    () => this.context,
    (pointed) => {
      this.looking.follow(pointed && this.reading && this.placeOf(this.reading, pointed));
    },
  );
  readonly #definition = new DefinitionController(this);
  readonly #taking = new TakeController(this);
  /** Whether nothing is told around the drawing that only the drawing decides. */
  protected readonly isForetold: boolean = false;
  /** The figures as this chart reads them, and what is drawn of them; both null while there are none. */
  protected reading: R | null = null;
  protected input: I | null = null;
  #cube: Cube | null = null;
  #identity = '';
  #summary: string | null = null;

  constructor() {
    super();
    this.addController(new FocusController(this));
    this.tableOpen = false;
  }

  /** The sentence that says what the chart shows; empty while there are no figures. */
  get summary(): string {
    if (!this.reading || !this.#cube || !this.input) return '';
    return (this.#summary ??= this.summarise(this.reading, this.#cube));
  }

  /** The figures on screen as CSV; empty while there are none. */
  toCsv(dialect: CsvDialect = 'international'): string {
    return this.#cube && this.input ? toCsv(this.#cube, this.language.lang(), dialect) : '';
  }

  /** The figures on screen as JSON-stat 2.0; empty while there are none. */
  toJsonStat(): string {
    return this.#cube && this.input ? toJsonStat(this.#cube) : '';
  }

  /**
   * Words and drawing as an SVG file that needs nothing of the page, with source and date, in the colours of this moment;
   * empty while nothing is drawn.
   */
  async toSvg(): Promise<string> {
    const { pictureOf } = await this.#taking.load();
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    this.drawing.chart?.settle();
    if (!frame || !this.input || !this.#cube) return '';
    // A picture travels without its page: its source goes along, whatever the page shows.
    const source = this.withoutSource ? this.#cube.source : null;
    const lang = this.language.lang();
    return pictureOf(frame, { title: this.headline, description: this.summary, source, lang });
  }

  /** The same as PNG, at twice its size; null while nothing is drawn. */
  async toPng(): Promise<Blob | null> {
    const picture = await this.toSvg();
    const { toPng } = await this.#taking.load();
    return picture ? toPng(picture) : null;
  }

  /** What this chart asks beside what every element does. */
  protected question(asked: Question): Question {
    return asked;
  }

  protected override ask(): Question | null {
    const asked = super.ask();
    if (!asked) return null;
    const { select, ...question } = this.question(asked);
    return {
      ...question,
      select:
        select &&
        ((metadata) => {
          // There is such a table, and the visitor may see it: what draws comes while the figures do.
          this.code.prepare();
          return select(metadata);
        }),
    };
  }

  protected abstract read(cube: Cube, lang: string): R;
  protected abstract inputOf(reading: R, cube: Cube, lang: string): I;
  /** What beside figures and language decides how they are read and drawn. */
  protected abstract get manner(): readonly unknown[];
  /** What draws. */
  protected abstract readonly code: LazyCode<M>;
  protected abstract draw(module: M, input: I, room: DrawingRoom): O;
  protected abstract summarise(reading: R, cube: Cube): string;
  protected abstract subline(reading: R): string;
  /** What a reader must know to read the drawing. */
  protected abstract notes(reading: R, words: ChartWords): readonly (string | false | null | undefined)[];
  protected abstract grid(reading: R): Grid | null;
  protected abstract describe(reading: R, place: Place): string;
  protected abstract tooltipView(reading: R, place: Place, module: M): unknown;
  protected abstract tableContent(reading: R): unknown;

  /** Which region and period a place is about, for other charts. */
  protected pointedAt(_reading: R, _place: Place): Pointed {
    return { region: null, period: null };
  }

  /** Where that is in this chart; null when it is not there. */
  protected placeOf(_reading: R, _pointed: Pointed): Place | null {
    return null;
  }

  /** Between sentence and drawing: switches, a legend. */
  protected aboveDrawing(_reading: R, _module: M | null): unknown {
    return nothing;
  }

  /** Between drawing and buttons: what is told about places in it. */
  protected belowDrawing(_reading: R): unknown {
    return nothing;
  }

  /** How the drawing is walked by keys. */
  protected keys(words: ChartWords): string {
    return words.chartKeys;
  }

  protected frameClass(): string {
    return 'frame';
  }

  /** Beside the table button. */
  protected moreTools(_reading: R): unknown {
    return nothing;
  }

  protected choose(_reading: R, _place: Place): void {
    // Most drawings are there to be read.
  }

  protected override render(): TemplateResult {
    this.#read();
    const { state } = this.figures;
    const { words } = this.language;
    const [reading, cube] = [this.reading, this.#cube];
    const definition = reading &&
      cube && {
        label: words.about(reading.indicator.label),
        press: (button: HTMLElement) => {
          // While other figures come, the button is still that of those before.
          if (this.figures.cube !== cube) return;
          const { subject: indicator, place: region, point = null, figure } = reading;
          void this.#definition.toggle(button, { cube, indicator, region, point, figure });
        },
      };
    const drawn = reading && cube && this.input;
    return html`<div part="frame" role="group" lang=${this.language.lang()} aria-busy=${state === 'loading'}>
        <div class=${this.frameClass()}>
          ${headingView({ text: this.headline || null, lang: this.heading ? null : this.tableLang, level: this.headingLevel, waiting: state === 'loading', definition })}
          ${drawn ? this.#readyView(reading, cube) : this.#absentView(reading, cube)}
          <slot name="footer"></slot>
        </div>
        ${drawn ? this.#tableView(reading) : nothing}
      </div>
      <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  /** The language of what the table says: it may lack that of the page. */
  protected get tableLang(): string | null | undefined {
    return this.#cube?.publication.language;
  }

  /** Reads the cube once per answer; the drawing follows when its input is another object. */
  #read(): void {
    const { state, cube } = this.figures;
    const lang = this.language.lang();
    const drawn = state === 'ready' || state === 'stale';
    const identity = JSON.stringify([this.manner, lang, drawn]);
    if (cube === this.#cube && identity === this.#identity) return;
    this.#cube = cube;
    this.#identity = identity;
    this.#summary = null;
    this.reading = cube && this.read(cube, lang);
    this.input = cube && this.reading && drawn ? this.inputOf(this.reading, cube, lang) : null;
    this.looking.forget();
    this.#taking.told = null;
  }

  #readyView(reading: R, cube: Cube): TemplateResult {
    const words = chartWordsFor(this.language.lang());
    return html`<p class="subline muted">${this.subline(reading)}</p>
      <p class="summary" part="summary">${this.summary}</p>
      ${this.figures.state === 'stale' ? this.#messageView() : nothing} ${this.drawingView(reading, words)}
      <p class="axis-note muted">
        ${[...this.notes(reading, words), ...regionNotes(cube, this.regions[0])].filter(Boolean).join(' · ')}
      </p>
      ${this.belowDrawing(reading)}
      <div class="tools">
        ${this.tableButton(reading, words)} ${this.moreTools(reading)}
        ${takeView(
          this,
          {
            cube,
            title: this.headline,
            place: reading.place,
            period: headingOfPeriods(cube, this.language.lang()),
            lang: this.language.lang(),
          },
          this.#taking,
        )}
      </div>
      ${this.#sourceView(reading, cube)}`;
  }

  /** What opens the table. */
  protected tableButton(_reading: R, words: ChartWords): TemplateResult {
    const press = (): void => {
      this.tableOpen = !this.tableOpen;
    };
    return html`<button
      type="button"
      part="table-button"
      aria-expanded=${this.tableOpen}
      aria-controls="table"
      @click=${press}
    >
      ${this.tableOpen ? words.hideTable : words.showTable}
    </button>`;
  }

  /** Below the frame: it grows downwards, and the drawing above it stays as it is. */
  #tableView(reading: R): TemplateResult {
    return html`<div
      id="table"
      class="table"
      part="table"
      translate="no"
      role="region"
      tabindex="0"
      aria-label=${reading.indicator.label}
      ?hidden=${!this.tableOpen}
    >
      ${this.tableOpen ? this.tableContent(reading) : nothing}
    </div>`;
  }

  /** What of a drawing is told around it, where something is; when it changes the element updates. */
  protected learn(_module: M, _option: O): string {
    return '';
  }

  /** The drawing with what is above it. */
  protected drawingView(reading: R, words: ChartWords): TemplateResult {
    const { module, failed } = this.drawing;
    if (failed) return html`<p class="drawing muted">${words.notDrawn}</p>`;
    const above = this.aboveDrawing(reading, module);
    if (!module)
      return html`${above}
        <div class="drawing waiting"></div>`;
    return html`${above} ${this.canvasView(reading, words, module)}`;
  }

  /** The drawing itself: one tab stop, with what is told of the place that is looked at. */
  protected canvasView(reading: R, words: ChartWords, module: M): TemplateResult {
    const { place, told, press, focus, leave, point, choose } = this.looking;
    return html`<div
        class="drawing"
        part="drawing"
        translate="no"
        role="slider"
        tabindex="0"
        aria-label=${words.chart(this.headline)}
        aria-orientation=${told?.direction ?? nothing}
        aria-valuemin="0"
        aria-valuemax=${told?.most ?? 0}
        aria-valuenow=${told?.now ?? 0}
        aria-valuetext=${told?.words ?? nothing}
        aria-describedby="keys"
        @keydown=${press}
        @focus=${focus}
        @blur=${leave}
        @pointermove=${point}
        @pointerdown=${point}
        @pointerleave=${leave}
        @click=${choose}
      >
        <div class="canvas"></div>
        <i class="probe"></i>
        ${place ? this.tooltipView(reading, place, module) : nothing}
      </div>
      <p id="keys" hidden>${this.keys(words)}</p>`;
  }

  #absentView(reading: R | null, cube: Cube | null): unknown {
    const { state, patience } = this.figures;
    if (state === 'idle') return nothing;
    if (state === 'loading') return skeletonView(this.language.words, patience);
    if (!reading?.point || !cube) return this.#messageView();
    return html`<p class="subline muted">${this.subline(reading)}</p>
      ${this.#messageView()} ${this.#sourceView(reading, cube)}`;
  }

  #sourceView({ subject: indicator, point }: R, cube: Cube): unknown {
    if (this.withoutSource || !point) return nothing;
    return html`${sourceView({ region: '', point, indicator }, cube, this.language)}
    ${cube.publication.mandatoryNotes.map((note) => html`<p class="source">${note}</p>`)}`;
  }

  #messageView(): TemplateResult {
    return loadStateView(this.figures, this.selectionText, this.language, this.act);
  }

  protected get headline(): string {
    return this.heading ?? this.reading?.indicator.label ?? '';
  }
}
