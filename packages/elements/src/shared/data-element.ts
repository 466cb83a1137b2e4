import {
  parsePeriodSelection,
  SelectionError,
  SignInRequiredError,
  type Cube,
  type LoadState,
  type PeriodSelection,
} from '@peilglas/model';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { CubeController, type Question } from './cube-controller.js';
import { DataContextConsumer, emptyContext, type DataContextValue } from './data-context-value.js';
import { LanguageElement } from './language-element.js';
import { filterWithin, parseList } from './parse-attributes.js';
import { PeilSignInEvent } from './peil-sign-in-event.js';
import { PeilStateEvent } from './peil-state-event.js';
import { readDataChild } from './read-data-child.js';
import { selectCells, type Wanted } from './select-cells.js';
import { tellState } from './tell-state.js';

/**
 * What every element that shows figures has in common: which figures (attributes, else the nearest data-context),
 * their loading, and the state it is in.
 *
 * @attr endpoint - Address of a PxWebApi 2 endpoint (`https://…/api/v2`), or of a JSON-stat document when `table` is absent
 * @attr table - Id of the table
 * @attr indicator - Code of the indicator; the table's first when absent
 * @attr region - Region codes, space separated
 * @attr period - `latest`, `first`, a period code, or a range: `2015..2024`, `2015..latest`, `2015..` or `..2024`
 * @attr filter - Codes of further dimensions: `Geslacht:T Leeftijd:0-17`
 * @attr heading - Replaces the indicator's own label
 * @attr heading-level - 2 to 6, default 3
 * @attr without-source - Leaves out the line with reference date, status and source
 * @slot empty - In place of the message that the selection has no figures
 * @slot signed-out - In place of the message that figures are for whoever signs in
 * @slot no-access - In place of the message that they are for others
 * @slot error - In place of the message that they could not be had
 * @fires peil-state - The load state changed
 * @fires peil-sign-in - The visitor wants to sign in
 * @csspart message - Why there is nothing to show, or nothing new
 * @csspart retry - The button in it
 * @cssstate idle - Nothing is asked yet
 * @cssstate loading - Figures are on their way
 * @cssstate ready - There are figures
 * @cssstate empty - The selection has none
 * @cssstate suppressed - All of them are confidential
 * @cssstate signed-out - They are for whoever signs in
 * @cssstate no-access - They are for others
 * @cssstate not-found - There is no such table
 * @cssstate stale - Figures of before, for they could not be refreshed
 * @cssstate failed - They could not be had
 */
export abstract class DataElement extends LanguageElement {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    table: {},
    indicator: {},
    region: {},
    period: {},
    filter: {},
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    withoutSource: { type: Boolean, attribute: 'without-source' },
    data: { attribute: false },
  };

  declare endpoint: string | null;
  declare table: string | null;
  declare indicator: string | null;
  declare region: string | null;
  declare period: string | null;
  declare filter: string | null;
  declare heading: string | null;
  declare headingLevel: number;
  declare withoutSource: boolean;
  /** A cube or raw JSON-stat to show; no request is made then. */
  declare data: unknown;

  /** Resolves when the element has something to show other than "loading". */
  readonly ready: Promise<void>;

  protected readonly figures = new CubeController(
    this,
    () => this.ask(),
    (cube) => this.judge(cube),
  );
  readonly #context = new DataContextConsumer(this);
  readonly #internals = this.attachInternals();
  #shown: LoadState | null = null;
  #child: Element | null = null;
  /** Whether the visitor pressed a message's button and waits for what comes of it. */
  #hasPressed = false;
  #becomeReady: () => void = () => undefined;

  constructor() {
    super();
    this.endpoint = this.table = this.indicator = this.region = this.period = this.filter = this.heading = null;
    this.headingLevel = 3;
    this.withoutSource = false;
    this.data = null;
    this.ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
  }

  override connectedCallback(): void {
    this.#child = readDataChild(this);
    super.connectedCallback();
  }

  get loadState(): LoadState {
    return this.figures.state;
  }

  /** Asks the figures anew. */
  refresh(): Promise<void> {
    return this.figures.refresh();
  }

  /** The figures on screen as a cube, for the host's own use; null while there are none. */
  get cube(): Cube | null {
    return this.figures.cube;
  }

  /** What to do about a message, by its button. That goes away: the focus goes to what comes in its place. */
  protected readonly act = async (): Promise<void> => {
    this.#hasPressed = true;
    const asksSignIn = this.figures.error instanceof SignInRequiredError;
    if (asksSignIn && !this.dispatchEvent(new PeilSignInEvent())) return;
    await this.refresh();
    await this.updateComplete;
    this.#hasPressed = false;
  };

  protected get context(): DataContextValue {
    return this.#context.value ?? emptyContext;
  }

  /** Regions asked for; the first is "own". */
  protected get regions(): readonly string[] {
    return parseList(this.region ?? this.context.region);
  }

  protected get periodSelection(): PeriodSelection {
    return parsePeriodSelection(this.period ?? this.context.period);
  }

  protected get filterText(): string {
    return filterWithin(this.context.filter, this.filter) ?? '';
  }

  /**
   * What is asked, for messages about an empty selection: by name once the table is known, else in the codes of the
   * attributes. Where there is an answer the heading already says what is measured. A dimension of which no code was chosen,
   * and that has no total to show instead, ends it with its code and a question mark.
   */
  protected get selectionText(): string {
    const { cube, table, error } = this.figures;
    const geo = (cube ?? table)?.dimensionFor('geo');
    const regions = ((cube && geo)?.codes ?? this.regions).map((code) => geo?.labelOf(code) ?? code);
    const period = this.period ?? this.context.period;
    const measured = table?.indicator(this.indicator ?? '').label ?? this.indicator;
    const open = error instanceof SelectionError && error.value === null && `${error.dimension}?`;
    const parts = cube ? [...regions, period] : [measured, ...regions, period, this.filterText, open];
    return parts.filter(Boolean).join(', ');
  }

  /** Whether an answer has figures to show. */
  protected abstract judge(cube: Cube): LoadState;

  /** What attributes and context ask of a table. */
  protected get wanted(): Wanted {
    return {
      indicators: parseList(this.indicator),
      regions: this.regions,
      compareWith: [],
      period: this.periodSelection,
      filter: this.filterText,
      ownFilter: this.filter,
    };
  }

  protected ask(): Question | null {
    const endpoint = this.endpoint ?? this.context.endpoint ?? '';
    const table = this.table ?? '';
    const data = this.data ?? this.#child;
    if (data === null && (endpoint === '' || (table === '' && this.endpoint === null))) return null;
    const lang = this.language.lang();
    const { wanted } = this;
    return {
      // Whether an answer has the period to show is judged when it arrives, so another period is another question.
      identity: JSON.stringify([endpoint, table, lang, wanted, this.periodSelection]),
      endpoint,
      table,
      lang,
      tokenProvider: this.context.tokenProvider,
      data,
      select: (metadata) => selectCells(metadata, wanted),
    };
  }

  /** For the default slot, which is never shown: figures given as a child. */
  protected readonly readChild = (): void => {
    this.#child = readDataChild(this);
    this.requestUpdate();
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { state } = this.figures;
    if (state === this.#shown) return;
    tellState(this.#internals, state, this.#shown);
    this.#shown = state;
    if (state !== 'idle' && state !== 'loading') this.#becomeReady();
    this.dispatchEvent(new PeilStateEvent(state, this.figures.error?.code ?? state));
    if (state === 'loading' || !this.#hasPressed) return;
    this.#hasPressed = false;
    if (document.activeElement === document.body) this.renderRoot.querySelector<HTMLElement>('button, a')?.focus();
  }
}
