import type { Cube, LoadState, Observation } from '@peilglas/model';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Question } from '../shared/cube-controller.js';
import { DataElement } from '../shared/data-element.js';
import { DefinitionController } from '../shared/definition-controller.js';
import { downloads } from '../shared/downloads.styles.js';
import { FocusController } from '../shared/focus-controller.js';
import { frame } from '../shared/frame.styles.js';
import { headingOfPeriods } from '../shared/heading-of-periods.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import { parseList, withOwnRegion } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import type { Wanted } from '../shared/select-cells.js';
import { sourceView } from '../shared/source-view.js';
import { TakeController } from '../shared/take-controller.js';
import { takeView } from '../shared/take-view.js';
import type { Taken } from '../shared/taken.js';
import { toCsv, type CsvDialect } from '../shared/to-csv.js';
import { toJsonStat } from '../shared/to-json-stat.js';
import { tokens } from '../shared/tokens.styles.js';
import type { Takeable } from '../take/offers-of.js';
import { headerSizes, marksView, scrollerView, skeletonView } from './data-table-view.js';
import { styles, wholeStyles } from './data-table.styles.js';
import { fitsPicture } from './fits-picture.js';
import { describeMarks, statusesOf } from './marks.js';
import { hasOwnUnits, nameTable } from './name-table.js';
import { OrderController } from './order-controller.js';
import { PickController } from './pick-controller.js';
import { readGrid, type Grid } from './read-grid.js';
import { RowWindow, type Stretch } from './row-window.js';
import { all, selectOpen } from './select-open.js';
import { SlicedWork } from './sliced-work.js';
import { breakNotesView, breaksIn, type TableBreak } from './table-breaks.js';
import { judgeCells, latestPoint, placeOf, regionLevel } from './table-facts.js';
import type { TableLook } from './table-look.js';
import { WholeController } from './whole-controller.js';

/** A table with more cells than this has only the rows in the page that are in sight, and some around them. */
const mostCells = 4000;

/**
 * Figures as a table: regions, periods, indicators and other dimensions in rows and columns, to sort, to choose from and
 * to save. All codes of a dimension are asked for with `*`: `region="*"`, `filter="Leeftijd:*"`. Periods that are not
 * comparable with the one before say so in their header.
 *
 * @summary Figures as a table
 * @attr rows - What the rows are: `region`, `period`, `indicator` or ids such as `Geslacht`, outermost first
 * @attr columns - The same for the columns
 * @attr compare-with - Region codes beside the own one, space separated; `*` for all
 * @attr sort - `label`, or a column by its code, with `:desc` for the other way round: `2023:desc`
 * @attr selectable - Makes the regions buttons that choose one
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-select - A region was chosen
 * @csspart frame - Everything
 * @csspart heading - The heading
 * @csspart definition-button - Opens the definition
 * @csspart scroller - The box in which the table scrolls
 * @csspart table - The table
 * @csspart head - Its header rows
 * @csspart body - Its rows
 * @csspart sort-button - Sorts by a column
 * @csspart select-button - Chooses a region
 * @csspart marks - What the marks in the table mean
 * @csspart break-notes - What changed at the breaks in the series
 * @csspart downloads - What opens the menu of files to save and texts to copy
 * @csspart menu - That menu
 * @csspart source - Reference date, status and source
 * @cssprop --peil-table-height - Height of the whole, reserved before the figures are there; default 32rem, at least 512px. A longer table
 * scrolls; with `auto` only a very long one does
 */
export class DataTable extends DataElement {
  static override readonly properties: PropertyDeclarations = {
    rows: {},
    columns: {},
    compareWith: { attribute: 'compare-with' },
    sort: {},
    selectable: { type: Boolean },
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, downloads, styles, wholeStyles];

  declare rows: string | null;
  declare columns: string | null;
  declare compareWith: string | null;
  declare sort: string | null;
  declare selectable: boolean;

  readonly #definition = new DefinitionController(this);
  readonly #taking = new TakeController(this);
  readonly #order = new OrderController(this);
  readonly #statuses = new SlicedWork<readonly Observation[]>(this);
  readonly #window = new RowWindow(this, () => this.renderRoot.querySelector<HTMLElement>('.scroller'));
  readonly #picking = new PickController(this, (place) => {
    this.#window.reveal(place);
  });
  readonly #whole = new WholeController(this, () => {
    this.performUpdate();
  });
  #grid: Grid | null = null;
  #breaks: readonly TableBreak[] = [];
  #layout = '';

  constructor() {
    super();
    this.addController(new FocusController(this));
    this.rows = null;
    this.columns = null;
    this.compareWith = null;
    this.sort = null;
    this.selectable = false;
  }

  /** The figures on screen as CSV; empty while there are none. */
  toCsv(dialect: CsvDialect = 'international'): string {
    return this.#grid ? toCsv(this.#grid.cube, this.language.lang(), dialect) : '';
  }

  /** The figures on screen as JSON-stat 2.0; empty while there are none. */
  toJsonStat(): string {
    return this.#grid ? toJsonStat(this.#grid.cube) : '';
  }

  /**
   * The table as a picture that needs no style sheet of the page, with heading, source and day of saving; empty without
   * figures, and for a table of more than 100 rows or 1,000 figures, which is for a file.
   */
  async toSvg(): Promise<string> {
    const { pictureOf } = await this.#taking.load();
    const grid = this.#grid;
    const [frame, scroller] = ['.frame', '.scroller'].map((each) => this.renderRoot.querySelector<HTMLElement>(each));
    if (!grid || !frame || !fitsPicture(grid)) return '';
    const { cube, title, period, lang } = this.#taken(grid.cube);
    const source = this.withoutSource ? cube.source : null;
    return this.#whole.during(scroller ?? null, () =>
      pictureOf(frame, { title, description: `${title}, ${period}`, source, lang }),
    );
  }

  /** The same as PNG, at twice its size; null where there is no picture. */
  async toPng(): Promise<Blob | null> {
    const picture = await this.toSvg();
    const { toPng } = await this.#taking.load();
    return picture ? toPng(picture) : null;
  }

  protected override get wanted(): Wanted {
    const { period } = super.wanted;
    const isAll = period.kind === 'codes' && period.codes.includes(all);
    return { ...super.wanted, compareWith: parseList(this.compareWith), period: isAll ? { kind: 'all' } : period };
  }

  protected override ask(): Question | null {
    const { wanted } = this;
    const question = super.ask();
    return question && { ...question, select: (metadata) => selectOpen(metadata, wanted) };
  }

  protected override judge(cube: Cube): LoadState {
    return judgeCells(readGrid(cube, { rows: [], columns: [] }));
  }

  protected override render(): TemplateResult {
    this.#prepare();
    const { state, cube } = this.figures;
    const waits = state === 'loading' || (this.#grid !== null && this.#order.isBusy);
    return html`<div
        class=${this.#whole.isWhole ? 'frame whole' : 'frame'}
        part="frame"
        role="group"
        lang=${this.language.lang()}
        aria-busy=${waits}
      >
        ${this.#headingView(cube)} ${this.#grid ? this.#readyView(this.#grid) : this.#absentView(cube)}
        <slot name="footer"></slot>
      </div>
      <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller');
    if (!scroller) return;
    for (const [name, size] of headerSizes(scroller)) scroller.style.setProperty(name, size);
  }

  /** Not earlier: a new question has taken the old figures away by now. */
  #prepare(): void {
    const { state, cube } = this.figures;
    this.#read(state === 'ready' || state === 'stale' ? cube : null);
    const grid = this.#grid;
    if (grid) {
      this.#order.follow(grid, this.sort, this.language.lang());
      this.#statuses.start([grid], () => statusesOf(grid));
    }
    this.#window.frame(this.#isWindowed ? grid : null, grid?.rows.size ?? 0, this.#order.rowAt);
  }

  /** Reads a new answer, or lays the same one out anew. */
  #read(cube: Cube | null): void {
    const layout = JSON.stringify([this.rows, this.columns]);
    if (cube === (this.#grid?.cube ?? null) && layout === this.#layout) return;
    this.#layout = layout;
    this.#grid = cube && readGrid(cube, { rows: parseList(this.rows), columns: parseList(this.columns) });
    this.#breaks = cube ? breaksIn(cube) : [];
    this.#statuses.clear();
    this.#picking.row = 0;
    this.#taking.told = null;
  }

  #headingView(cube: Cube | null): TemplateResult {
    const indicator = cube && nameTable(cube, this.language.lang());
    // Of several indicators each has the button in its own header, where there are headers.
    const definition =
      indicator && (cube.indicators.length === 1 || !this.#grid)
        ? {
            label: this.language.words.about(indicator.label),
            press: (button: HTMLElement) => {
              this.#define(button, indicator.code);
            },
          }
        : null;
    const waiting = this.figures.state === 'loading';
    return headingView({
      text: this.#title || null,
      lang: this.heading ? null : cube?.publication.language,
      level: this.headingLevel,
      waiting,
      definition,
    });
  }

  #readyView(grid: Grid): TemplateResult {
    const { words } = this.language;
    const lang = this.language.lang();
    if (!this.#order.isKnown) return skeletonView(words, 'quiet');
    const stretches =
      this.#isWindowed && !this.#whole.isWhole ? this.someRows(grid) : [{ from: 0, to: grid.rows.size }];
    return html`${this.figures.state === 'stale' ? this.#messageView() : nothing}
      ${scrollerView(this.#look(grid), this.#title, stretches, this.#window.look)}
      <p class="visually-hidden" aria-live="polite">${this.#order.spoken}</p>
      ${marksView(describeMarks(this.#statuses.result ?? [], grid, lang))}
      ${breakNotesView(this.#breaks, grid.cube, lang)}
      <div class="tools">${this.toolsView(grid)}</div>
      ${this.#sourceView(grid.cube)}`;
  }

  /** The rows of a long table that are in the page. */
  protected someRows(grid: Grid): readonly Stretch[] {
    return this.#window.stretches(this.#pickable(grid) ? this.#order.placeOf(this.#picking.row) : null);
  }

  protected toolsView(grid: Grid): TemplateResult {
    return takeView(this.#takeable(grid), this.#taken(grid.cube), this.#taking);
  }

  #takeable(grid: Grid): Takeable {
    if (fitsPicture(grid)) return this;
    return { toCsv: (dialect) => this.toCsv(dialect), toJsonStat: () => this.toJsonStat() };
  }

  #taken(cube: Cube): Taken {
    const lang = this.language.lang();
    const period = headingOfPeriods(cube, lang);
    return { cube, title: this.#title, place: placeOf(cube, this.#own(cube)), period, lang };
  }

  #look(grid: Grid): TableLook {
    const several = grid.cube.indicators.length > 1;
    return {
      grid,
      lang: this.language.lang(),
      ordering: this.#order.ordering,
      rowAt: this.#order.rowAt,
      isWindowed: this.#isWindowed,
      own: this.#own(grid.cube),
      pickable: this.#pickable(grid) ? this.#picking.row : null,
      hasUnits: hasOwnUnits(grid.cube),
      breaks: this.#breaks,
      sort: (by) => {
        this.sort = this.#order.turn(by, grid);
        // Whoever sorts wants to see what is on top.
        this.renderRoot.querySelector('.scroller')?.scrollTo({ top: 0 });
      },
      pick: this.#pick,
      focusRow: this.#picking.stop,
      pressRow: this.#pressRow,
      define: several ? this.#define : null,
    };
  }

  #absentView(cube: Cube | null): unknown {
    const { state, patience } = this.figures;
    if (state === 'idle') return nothing;
    if (state === 'loading') return skeletonView(this.language.words, patience);
    return html`${this.#messageView()} ${cube ? this.#sourceView(cube) : nothing}`;
  }

  #messageView(): TemplateResult {
    return loadStateView(this.figures, this.selectionText, this.language, this.act);
  }

  /** Statuses differ from cell to cell, and stand there. */
  #sourceView(cube: Cube): unknown {
    if (this.withoutSource) return nothing;
    const point = latestPoint(cube);
    return html`${sourceView({ region: '', indicator: cube.indicator(), point }, cube, this.language)}
    ${cube.publication.mandatoryNotes.map((note) => html`<p class="source">${note}</p>`)}`;
  }

  readonly #define = (button: HTMLElement, code: string): void => {
    const { cube } = this.figures;
    if (!cube) return;
    // The panel opens at the button that carries the anchor.
    for (const each of this.renderRoot.querySelectorAll<HTMLElement>('.definition-button')) {
      each.style.setProperty('anchor-name', each === button ? '--definition' : 'none');
    }
    void this.#definition.toggle(button, { cube, indicator: cube.indicator(code), region: '', point: null });
  };

  readonly #pick = (row: number): void => {
    const level = this.#grid ? regionLevel(this.#grid) : -1;
    const code = this.#grid?.rows.codeAt(row, level);
    if (code) this.dispatchEvent(new PeilSelectEvent('region', withOwnRegion(code, parseList(this.context.region))));
  };

  readonly #pressRow = (event: KeyboardEvent, place: number): void => {
    const { rowAt } = this.#order;
    if (this.#grid) this.#picking.press(event, place, this.#grid.rows.size, rowAt);
  };

  #pickable(grid: Grid): boolean {
    return this.selectable && regionLevel(grid) >= 0;
  }

  get #isWindowed(): boolean {
    return this.#grid !== null && this.#grid.cube.size > mostCells;
  }

  /** The region that the page is about, where it stands among others. */
  #own(cube: Cube): string | null {
    const geo = cube.dimensionFor('geo');
    const named = [...this.regions, ...parseList(this.context.region)].find((code) => code !== all);
    return geo && geo.size > 1 && named !== undefined && geo.has(named) ? named : null;
  }

  get #title(): string {
    const { cube } = this.figures;
    return this.heading ?? (cube ? nameTable(cube, this.language.lang()).label : '');
  }
}
